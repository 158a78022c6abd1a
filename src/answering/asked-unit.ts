import { MONTH } from '../retrieval/calendar-days.js';

// What an answer must hold when a question asks for money, an age, a measure, a share, a day to come, or a month, a year or an hour.
// Of 563 development questions whose answer stands in the statements one lacks it near the best ("Holm, 58,"); of 113 whose answer is
// absent 22 do.
const UNITS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\bwhat (?:is|was|are|were|will be)(?: the)? (?:[\w-]+ ){0,3}(?:price|cost|fee|salary)\b|\b(?:at|for) what (?:price|cost)\b|\bwhat (?:does|did|do|will|would|has|have) [^?]* cost\b|\bhow much (?:money\b|(?:did|does|do|will) [^?]*\b(?:cost|pay|charge)\s*\??\s*$)/iu,
    /[$€£¥₩]|\b(?:won|yuan|dollars?|yen|euros?|pounds?|crowns?|rupees?|francs?|roubles?|USD|RMB|EUR|JPY|KRW|CNY|GBP|million|billion|trillion)\b|[元원円]|đồng/iu,
  ],
  [
    /\bhow much (?:did|does|do|is|was|were|will|has|have|would)\b/iu,
    /[$€£¥₩%]|\b(?:won|yuan|dollars?|yen|euros?|pounds?|USD|RMB|EUR|per ?cent|points?|half|double|million|billion|trillion|tonnes?|tons?|kg)\b|[元원円]|đồng/iu,
  ],
  [
    /\bhow old\b|몇 ?살|几岁|幾歲|bao nhiêu tuổi/iu,
    /\b(?:aged?|years? old|year-old|born|birthday)\b|[살세岁歲歳]|tuổi/iu,
  ],
  [/\bhow heavy\b/iu, /\p{Nd}[\p{Nd}.,]*[\s-]?(?:tonnes?|tons?|kg|kilo\w*|grams?|g|pounds?|lbs?|stone|ounces?)\b/iu],
  [
    /\bhow (?:deep|tall|wide|far)\b/iu,
    /(?:\p{Nd}[\p{Nd}.,]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|thousand))[\s-]?(?:k?m|cm|mm|metres?|meters?|kilomet\w+|centimet\w+|miles?|feet|foot|ft|inch\w*|storeys?|stories|floors?|hours?|minutes?)\b/iu,
  ],
  [
    /\bhow high\b/iu,
    /\p{Nd}[\p{Nd}.,]*[\s-]?(?:k?m|cm|mm|metres?|meters?|kilomet\w+|centimet\w+|miles?|feet|foot|ft|inch\w*|storeys?|stories|floors?|%|percent|points?|level|rank\w*|degrees?)|%/iu,
  ],
  // A day to come is told as one to come: what was signed in January does not say when it will arrive.
  [
    /\b(?:when|(?:what|which) (?:day|date|month|year)) (?:will\b|(?:is|are)\b[^?]{0,120}\b(?:planned|scheduled|due|supposed to|going to)\b)/iu,
    /\b(?:will|shall|would|to be|(?:is|are|was|were) to|plan(?:s|ned|ning)?|due|expect(?:s|ed)?|schedul\w+|set (?:for|to)|aim(?:s|ed)?|hop(?:es|ed)|intend\w*|going to (?!\p{Lu})|upcoming|next (?:week|month|year|spring|summer|autumn|fall|winter)|later (?:this|in))\b|예정|계획|[将將]|予定|\b(?:sẽ|dự kiến|wird|werden|soll|sera|seront|será|serán|previsto|prévue?)\b|будет|будут|намерен/iu,
  ],
  // A month, a year and an hour are days of the calendar each of its own kind.
  [
    /\b(?:what|which) month\b|몇 ?월|几月|幾月|哪个月|哪個月|何月|tháng (?:nào|mấy)/iu,
    new RegExp(String.raw`\b${MONTH}(?!\p{L})|\d+\s?[월月]|[一二三四五六七八九十]月|tháng \d+|\d{4}-\d{2}`, 'iu'),
  ],
  [/\b(?:what|which) year\b|몇 ?년도|哪一?年|何年|năm nào/iu, /\b(?:1\d|20)\d{2}\b|\d{4}\s?[년年]/u],
  [
    /\bwhat time\b|\bwhich hour\b|몇 ?시(?!간)|几点|幾點|何時|mấy giờ/iu,
    /\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\bo'clock\b|\b(?:noon|midnight|midday|dawn)\b|\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\d+\s?[시時点點时]|\d+ ?giờ|\d+h\d*/iu,
  ],
  [
    /\b(?:what|which) (?:percentage|percent|proportion)\b|\bhow many per ?cent\b/iu,
    /%|\bper ?cent|\bhalf\b|\bthirds?\b|\bquarters?\b|퍼센트|百分/iu,
  ],
];

/** What an answer must hold, by the question's words; `undefined` where it asks for no unit. */
export function askedUnit(question: string): RegExp | undefined {
  return UNITS.find(([asked]) => asked.test(question))?.[1];
}

/** Whether one of the sentences holds the unit; true where there is none. */
export function holdsUnit(unit: RegExp | undefined, sentences: readonly string[]): boolean {
  return unit === undefined || sentences.some((sentence) => unit.test(sentence));
}
