import { MONTH } from '../retrieval/calendar-days.js';

/** What kind of thing a question asks for; `open` where any sentence may be the answer. */
export type AnswerType = 'number' | 'frequency' | 'duration' | 'date' | 'person' | 'place' | 'open';

// `ai` is Vietnamese for who, and English for artificial intelligence: Vietnamese letters beside it tell.
// The words that ask, in the languages of the coverage. Order matters: "how many years" is a number, "what year" a date.
const ASKING: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'date',
    /^(?:since |until |by |from )?when\b|\bwhen (?:did|does|do|is|was|were|will|had|has|would)\b|\b(?:what|which) (?:year|month|day|date|time)\b|\bat what time\b|언제|몇 ?(?:년|월|일|시)|(?:什么|什麼)(?:时候|時候)|何时|何時|哪一?[兩两几幾]?(?:年|天|月)|いつ|khi nào|(?:ngày|năm|tháng) nào/iu,
  ],
  ['frequency', /\bhow (?:often|frequently|many times (?:a|per|every))\b|얼마나 자주|多久一次|bao lâu một lần/iu],
  // "How long is the bridge" asks for metres: with a form of "be" any number may answer.
  [
    'duration',
    /\bhow long (?:did|does|do|will|would|has|have|had|can|could|should|must|may|before|until|after)\b|얼마나 (?:오래|걸)|多久|多长时间|多長時間|どのくらい(?:の間|続)|bao lâu/iu,
  ],
  [
    'number',
    /\bhow (?:many|much|long|old|tall|big|large|far|high|deep)\b|\b(?:what|which) (?:percentage|percent|share|number|amount|price|rate|sum|level|mark|figure|slice|proportion|size|length|height|width)\b|(?:^|\bis |\bwas )(?:the )?(?:size|dimensions|length|height|width|number|amount|share|percentage) of\b|\bpercent(?:age)?\b.*\?$|몇|얼마|多少|幾|几|いくつ|いくら|bao nhiêu|\bmấy\b/iu,
  ],
  [
    'person',
    /\bwho(?:m|se)?\b|\b(?:what|which) (?:(?!(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could|should|may) )[\w-]+ ){0,2}(?:person|man|woman|minister|official|spokes(?:person|man|woman)|analyst|economist|expert|professor|leader|president|ceo|chairman|lawmaker|politician|scholar|mayor|envoy|singer|player|artist|artisan|actor|actress|author)\b|누구|누가|谁|誰|叫什么名字|叫什麼名字|誰が|\bai\b(?=.*[đăơưẠ-ỹ])|(?<=[đăơưẠ-ỹ].*)\bai\b/iu,
  ],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:(?!(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could|should|may) )[\w-]+ ){0,2}(?:city|cities|country|countries|town|place|province|district|region|state|island|hotel|park|road|street|building|venue|airport|museum|hall)\b|어디|어느 (?:도시|나라)|哪里|哪裡|哪兒|哪儿|哪個城市|どこ|ở đâu|(?:thành phố|nước) nào/iu,
  ],
];

/** The kind of answer a question asks for, by its question words. */
export function answerType(question: string): AnswerType {
  return ASKING.find(([, words]) => words.test(question))?.[0] ?? 'open';
}

/** Told by its form alone: without a figure or a day there is no such answer, while people and places go by any name. */
export function isMeasured(type: AnswerType): boolean {
  return type === 'number' || type === 'frequency' || type === 'duration' || type === 'date';
}

// "400 or 600": figures the question offers are answers all the same.
const OFFERED = /(?<!\p{Nd})\p{Nd}[\p{Nd}.,]{0,20}(?:\s\p{L}{1,20})?,?\s+or\s+(?:in\s+)?\p{Nd}[\p{Nd}.,]{0,20}/giu;

/** The question without the figures it offers for a choice. */
export function withoutOffered(question: string): string {
  return question.replace(OFFERED, ' ');
}

const NUMBER_WORD =
  /\p{Nd}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|once|third|quarter|double)\b|[一二三四五六七八九十百千萬万億亿兩两半]|[한두세네]\s?(?:명|개|번|마리)|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|trăm|nghìn|triệu|tỷ)\b/giu;
const FREQUENCY_WORD =
  /\b(?:annual|year|month|week|dai)ly\b|\bannual\b|\b(?:every|each|per) (?:(?:other|two|three|four|five|ten|\d+) )?(?:day|week|month|quarter|year|decade)s?\b|\b\p{L}+ (?:an?|per) (?:day|week|month|quarter|year|decade)\b|\b(?:once|twice)\b(?! an? (?!day|week|month|quarter|year|decade))|(?:\p{Nd}|\b(?:two|three|four|five|six|seven|eight|nine|ten|hundreds?|thousands?|millions?|many|several)) times\b|\b(?:regular|occasional|rare|frequent)(?:ly)?\b|매[년월주일]|정기|[每毎][年月周週日天]|定期|(?:mỗi|hàng|hằng) (?:năm|tháng|tuần|ngày)|\blần\b/giu;
const DURATION_WORD =
  /(?:\p{Nd}|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|several|few|hundreds?|dozens?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)\b)(?:[ -]and[ -]a[ -]half)?(?:[ -](?!of\b)\p{L}+)?[ -]\b(?:second|minute|hour|day|night|week|month|year|decade|centur(?:y|ie))s?\b|\b(?:since|until|till)\b|\p{Nd}\s?(?:초|분|시간|주|개월|일 ?(?:간|동안|만)|년 ?(?:간|동안|만|째)|秒|分[钟鐘間]?|小时|小時|時間|天|日間|周|週|个月|個月|か月|ヶ月|[多余餘]?年(?!\s?\p{Nd}|代|度|[初末底]))|[一二三四五六七八九十兩两半]\s?(?:分[钟鐘]|个?小时|個?小時|時間|天|周|週|个月|個月|年)|\p{Nd}\s(?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm)/giu;
const DATE_WORD = new RegExp(
  String.raw`\b(?:1[5-9]|20)\d{2}\b|\b${MONTH}(?!\p{L})|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2} ?[ap]\.?m\b|\bat (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:today|yesterday|tomorrow|midnight|noon|morning|afternoon|evening|first half|second half|spring|summer|autumn|winter)\b|\d+\s?[년월일年月日時时]|\b(?:ngày|tháng|năm) \d+`,
  'giu',
);
// Numbers that count nothing: days, years, "one of them".
const NOT_COUNTING = new RegExp(
  String.raw`\b${MONTH} \d{1,2}\b|\b\d{1,2} ${MONTH}\b|\b(?:1[5-9]|20)\d{2}\b(?!\s?[\p{L}%])|\bone of\b|\b(?:one|two|three|four)-(?:way|sided|\p{Lu}\p{L}*)|\d+\s?[년월일年月日]`,
  'giu',
);
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’.-]*/gu;
const CJK_WORD = /[\p{sc=Han}\p{sc=Hangul}]{2,}/gu;

/** What a question brings itself, which answers nothing: its text in small letters, without the figures it offers. */
export function broughtBy(question: string): string {
  return withoutOffered(question).toLowerCase();
}

/** Whether a sentence holds something of the asked kind that is not `asked` itself (see `broughtBy`). */
export function holdsAnswerOf(type: AnswerType, sentence: string, asked: string): boolean {
  if (type === 'open') return true;
  const isNew = (found: RegExpMatchArray) => !asked.includes(found[0].toLowerCase().replace(/[.'’-]+$/, ''));
  if (type === 'number') return [...sentence.replace(NOT_COUNTING, ' ').matchAll(NUMBER_WORD)].some(isNew);
  if (type === 'frequency') return [...sentence.matchAll(FREQUENCY_WORD)].some(isNew);
  if (type === 'duration') return [...sentence.matchAll(DURATION_WORD)].some(isNew);
  if (type === 'date') return [...sentence.matchAll(DATE_WORD)].some(isNew);
  // The first word is capitalised whatever it is; a name of two words or one further in tells.
  const names = [...sentence.matchAll(CAPITALISED)].filter(
    (found) => found.index > 0 || /[\s][\p{Lu}]/u.test(sentence.slice(found[0].length, found[0].length + 2)),
  );
  return names.some(isNew) || [...sentence.matchAll(CJK_WORD)].some(isNew);
}

// "What is she going to do" asks for no identity.
const WHO_IS =
  /^(?:who|what) (?:is|are|was|were)(?: the| an?)? (?!.*\b(?:going|doing|planning|saying|asking|happening|with)\b)(?<name>[\p{L}\p{M}\p{N}.'’ -]+?)\s*\??$/iu;
const NAME_THEN_ROLE = String.raw`(?:\s*\([^)]*\))?(?:,? (?:is|was|are|were|who (?:is|was)|known as|called) |, (?:(?:the|an?) )?\p{Ll}| \()`;
// A role before the name: "Chairman Seo Min-ho", "the collector Mara Quill".
const ROLE_BEFORE = String.raw`(?:\p{Lu}\p{Ll}{3,}|(?:the|an?) (?:[\p{L}-]+ )?\p{Ll}{4,}) `;

/** What a question asks the identity of ("Who is Mara Quill?"), or `undefined`. */
export function identityAsked(question: string): string | undefined {
  return WHO_IS.exec(question.trim())?.groups?.name;
}

/** Whether a sentence says who or what a name is: by a verb, in apposition, or by a role before it. */
export function identifies(name: string, sentence: string): boolean {
  const spelt = name
    .split(/[\s-]+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[\\s-]?');
  return (
    new RegExp(`(?:${spelt})${NAME_THEN_ROLE}`, 'iu').test(sentence) ||
    new RegExp(`${ROLE_BEFORE}(?=${spelt})`, 'u').test(sentence)
  );
}
