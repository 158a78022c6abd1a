import { endsSentence } from './line-shape.js';

// A caption with its credit is a sentence or two.
const longestCaption = 700;

const agency =
  '(?:AP|AFP|Reuters|REUTERS|Xinhua|Yonhap|EPA|EPA-EFE|EFE|Getty(?: Images)?|TASS|Kyodo|Jiji|VNA|VGP|TTXVN|CNA|ANI|PTI|IANS|Bloomberg|Newsis|News1|NEWS1|NEWSIS|YONHAP|dpa|DPA|Bernama|Antara|KCNA|CCTV|CGTN|IC|VCG|CFP|Shutterstock|Alamy|UPI|Anadolu|Sputnik|RIA|新华社|新華社|中新社|新华|视觉中国|연합뉴스|뉴시스|뉴스1|연합|共同|時事|ロイター)';

// "Photo: Jane Doe/AFP", "Ảnh: VGP", "사진=연합뉴스", "(Photo by X)": a credit after which only names stand.
const creditMark =
  /(?:^|[\s([（【.。|/])(?:photos?|photograph|fotos?|images?|pictures?|pic|credit|photo credit|image credit|courtesy|source photo|사진|그래픽|图片来源|图片|圖片|图|圖|摄影|ảnh|đồ họa|фото|写真|撮影|bild|foto|クレジット)\s?(?:by\b|courtesy(?: of)?\b|credit\s?[:：]?|provided by\b|from\b|[:：=/©|])\s*/giu;
const creditWord =
  /^(?:(?:\p{Lu}|\d|@|©)[\p{L}\p{M}\d.'’&@_-]*|[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]{1,12}|and|of|via|the|for|in|\P{L}{1,3})$/u;
const maxCreditWords = 12;
const longestCredit = 90;

const opening =
  /^[\s*•]*(?:\[사진[^\]]{0,20}\]|\(사진[^)]{0,20}\)|사진[=:：]|【?(?:图|圖)(?:为|片)?[:：】]|图为|資料圖|资料图|▲|△|▼|◀|(?:file|undated|combination|handout|pool|archive|stock|representative|representational|illustrative) (?:photo|image|picture)\b|file\s?[-–—:]\s|(?:photo|image|picture|photograph|caption|ảnh|foto|bild|фото)\s?[:：]|(?:in )?(?:this|a) (?:[\p{L}-]+ ){0,3}(?:photo|image|picture|photograph)(?: \p{L}+){0,2} (?:taken|provided|released|made|from|shows)\b|(?:this|the) (?:combination |file |undated |composite |handout |screen ?grab )?(?:photo|image|picture|screenshot|graphic) (?:taken|provided|released|captured|shows|from)\b|\(from (?:left|right)|\((?:left|right|front)\b)/iu;
const slashedCredit = new RegExp(
  `[(\\[（/|]\\s?${agency}\\s?(?:Photo|Images)?(?:\\s?[/-]\\s?[^()\\[\\]]{1,50})[)\\]）]?\\s*$|(?:/|via |ⓒ\\s?|© ?)${agency}[)\\]）]?\\s*$`,
  'u',
);
const fileMark =
  /(?:[([（]\s?(?:file|archive) (?:photo|image|picture)s?\s?[)\]）]|\bfile (?:photo|image|picture)|[/=]\s?사진[^.]{0,20}|자료사진[)\]]?)\s*\.?$/iu;
const trailingAgency = new RegExp(
  `[.。!?”"]\\s*(?:\\p{Lu}[\\p{L}.'’]*[\\s/-]+){0,3}[(\\[（]?${agency}(?:[-/\\s]${agency})?[)\\]）]?$`,
  'u',
);
const bracketedAgency = new RegExp(
  `(?<=[.。!?！？”"])\\s*[(\\[（【]\\s?${agency}(?:[-/,\\s]{1,2}${agency})?\\s?[)\\]）】]$`,
  'u',
);

/** True for a line that describes or credits a picture. */
export function isCaption(line: string): boolean {
  if (line.length > longestCaption) return false;
  return opening.test(line) || fileMark.test(line) || slashedCredit.test(line) || endsInCredit(line);
}

/** True for a line closed by an agency's name. Above other text that is a caption; at an article's end, only its mark. */
export function endsInAgency(line: string): boolean {
  return line.length <= longestCaption && (bracketedAgency.test(line) || trailingAgency.test(line));
}

/** A closing agency mark taken off: `… he said. (Yonhap)` becomes `… he said.` */
export function withoutClosingAgency(line: string): string {
  const cut = line.replace(bracketedAgency, '');
  return cut !== line && endsSentence(cut) ? cut : line;
}

function endsInCredit(line: string): boolean {
  for (const match of line.matchAll(creditMark)) {
    const credit = line.slice(match.index + match[0].length);
    const isClause = /(?:by|from)\s*$/i.test(match[0]) && endsSentence(line);
    if (credit.length > longestCredit || isClause) continue;
    const names = credit.split(/[\s/,|+()[\]（）】]+/).filter((word) => word !== '');
    if (names.length <= maxCreditWords && names.every((word) => creditWord.test(word))) return true;
  }
  return false;
}
