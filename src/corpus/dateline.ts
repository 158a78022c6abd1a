/** What stood in front of an article's first words, and the rest of the line. */
export interface Dateline {
  readonly rest: string;
  /** The agency or outlet it names. */
  readonly agency: string | undefined;
  readonly byline: string | undefined;
}

const hangulNames = '[\\p{Script=Hangul}]{2,4}(?:[·,\\s]{1,2}[\\p{Script=Hangul}]{2,4}){0,3}';
const hanNames = '[\\p{Script=Han}]{2,4}(?:[、,，\\s]{1,2}[\\p{Script=Han}]{2,4}){0,4}';

const patterns: readonly RegExp[] = [
  // BEIJING, Jan. 5 (Xinhua) -- …   SEOUL (Reuters) - …   (Yonhap) -- …
  /^(?:[\p{Lu}][\p{L}\p{M}.'’/ -]{1,40}(?:, [\p{Lu}\p{L}.' ]{1,25})?(?:,? (?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2}\.? \p{Lu}\p{Ll}{2,8}\.?)(?:,? \d{4})?)?[,:]? ?)?[([](?<agency>[\p{L}][\p{L}\p{M}\d .&'’/-]{1,40})[)\]] ?(?:--+|[–—-]|[:：])+ ?/u,
  // SEOUL, Jan. 5 -- …   BEIJING — …
  /^[\p{Lu}]{3}[\p{Lu}.'’ /-]{0,30}(?:, [\p{Lu}\p{L}.' ]{1,25})?(?:,? (?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2}\.? \p{Lu}\p{Ll}{2,8}\.?)(?:,? \d{4})?)? ?(?:--+|[–—]) ?/u,
  // (서울=연합뉴스) 김 기자 = …   [서울=뉴시스] 김 기자 = …   [파이낸셜뉴스] …
  new RegExp(
    `^[(\\[【](?:[^()\\[\\]=】]{1,20}=)?\\s?(?<agency>[\\p{L}\\d ]{2,20})[)\\]】]\\s?(?:(?<byline>${hangulNames})\\s?(?:선임|인턴|전문)?\\s?(?:기자|특파원)\\s?=?\\s?|=\\s?)?`,
    'u',
  ),
  // 新华社北京1月5日电（记者 张三）…   中新网1月5日电 …   【环球网报道 记者 李四】…
  new RegExp(
    `^[(（【]?(?<agency>[\\p{Script=Han}]{2,6}?(?:社|网|網|报|報))[\\p{Script=Han}]{0,8}?\\s?(?:\\d{1,2}月)?\\d{1,2}日(?:电|電|讯|訊)[)）】]?\\s?(?:[（(【]?(?:记者|記者)\\s?(?<byline>${hanNames})[^）)】]{0,12}[）)】]?)?\\s?`,
    'u',
  ),
  new RegExp(
    `^[【(（](?<agency>[\\p{Script=Han}]{2,8}?(?:社|网|網|报|報|时报|時報))(?:综合)?(?:报道|報道|讯|訊)?(?:\\s?(?:记者|記者)\\s?(?<byline>${hanNames}))?[】)）]\\s?`,
    'u',
  ),
];

// A dateline opens the article; below the second paragraph the same marks are text.
export const paragraphsWithDateline = 2;
// Ends with a dash, or says that it is a dispatch: a bracket alone (`(Part 2)`) may be text.
const datedLine = /\d.*(?:[–—-]|日(?:电|電|讯|訊).{0,30}?)\s*$/u;
// A dateline is short; only the beginning of a line is searched.
const longestDateline = 120;

/** Takes a dateline off a paragraph's beginning; `undefined` when there is none. */
export function readDateline(paragraph: string): Dateline | undefined {
  const head = paragraph.slice(0, longestDateline);
  for (const pattern of patterns) {
    const match = pattern.exec(head);
    if (match === null || match[0].trim().length < 3) continue;
    const rest = paragraph.slice(match[0].length);
    return { rest, agency: match.groups?.agency?.trim(), byline: match.groups?.byline?.trim() };
  }
  return undefined;
}

/**
 * An article's paragraphs without a dateline that has a day in it: that is the day of the report, and as a part of the first
 * sentence it would pass for the day of what the sentence tells. A place alone stays; with it, on 181 news pages, F1 of the
 * extracted text is .9695, without it .9689.
 */
export function withoutDatedDateline(paragraphs: readonly string[]): string[] {
  return paragraphs.map((paragraph, at) => {
    const rest = at < paragraphsWithDateline ? readDateline(paragraph)?.rest : undefined;
    return rest !== undefined && datedLine.test(paragraph.slice(0, paragraph.length - rest.length)) ? rest : paragraph;
  });
}
