// What an answer must hold when a question asks for money, an age, a measure or a share. Of 280 development questions the
// 10 answerable ones of these kinds all have it in their first statements; of 24 whose answer is absent 4 lack it.
const UNITS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\bhow much (?:did|does|do|is|was|were|will|has|have|would|money)\b|\bwhat (?:is|was|are|were|will be)(?: the)? (?:[\w-]+ ){0,3}(?:price|cost|fee|salary)\b|\b(?:at|for) what (?:price|cost)\b|\bwhat does .* cost\b/iu,
    /[$€£¥₩%]|\b(?:won|yuan|dollars?|yen|euros?|pounds?|USD|RMB|EUR|per ?cent|points?|half|double|million|billion|trillion|tonnes?|tons?|kg)\b|[元원円]|đồng/iu,
  ],
  [
    /\bhow old\b|몇 ?살|几岁|幾歲|bao nhiêu tuổi/iu,
    /\b(?:aged?|years? old|year-old|born|birthday)\b|[살세岁歲歳]|tuổi/iu,
  ],
  [
    /\bhow (?:deep|tall|high|wide|far|heavy)\b/iu,
    /\p{Nd}[\p{Nd}.,]*[\s-]?(?:k?m|cm|mm|metres?|meters?|kilomet\w+|centimet\w+|miles?|feet|foot|ft|inch\w*|storeys?|stories|floors?|tonnes?|tons?|kg|kilogram\w*|pounds?|%|percent|points?|level|rank\w*)\b/iu,
  ],
  [
    /\b(?:what|which) (?:percentage|percent|proportion)\b|\bhow many per ?cent\b/iu,
    /%|\bper ?cent|\bhalf\b|\bthirds?\b|\bquarters?\b|퍼센트|百分/iu,
  ],
];

/** Whether one of the sentences holds the unit a question asks for; true where it asks for none. */
export function holdsAskedUnit(question: string, sentences: readonly string[]): boolean {
  const unit = UNITS.find(([asked]) => asked.test(question))?.[1];
  return unit === undefined || sentences.some((sentence) => unit.test(sentence));
}
