import { type ArticleMeta, publishedDay } from '../domain/article.js';
import type { ExaminedArticle } from '../ports/file-examiner.js';

/** What the warnings on an article are drawn from. */
export interface DraftCircumstances {
  readonly article: ExaminedArticle;
  /** Where the page was fetched from; `undefined` for a file. */
  readonly fetchedFrom: string | undefined;
  /** The articles that are indexed, without the one that would be replaced. */
  readonly others: readonly ArticleMeta[];
  /** Today, and the day after: somewhere that is today already. ISO 8601. */
  readonly latestDay: string;
}

// Two or three sentences: less is mostly a teaser, a consent page or a login.
const fewLetters = 200;

/** What a person should know before taking an article in: one plain sentence each, none for a faultless one. */
export function warningsOn({ article, fetchedFrom, others, latestDay }: DraftCircumstances): readonly string[] {
  const warnings: string[] = [];
  const day = publishedDay(article);
  if (article.publisher === undefined) warnings.push('No outlet is named in it.');
  if (day === undefined) warnings.push('No date of publication is given, or none that can be read.');
  else if (day > latestDay) warnings.push(`Its date of publication, ${day}, is in the future.`);
  if (article.url === undefined) warnings.push('It has no address to link to.');
  if (article.letters < fewLetters) warnings.push(`It is short: ${article.letters} letters and digits.`);
  if (article.hiddenCharacters > 0) {
    const [are, them] =
      article.hiddenCharacters === 1 ? ['character that does', 'it is'] : ['characters that do', 'they are'];
    warnings.push(`It has ${article.hiddenCharacters} ${are} not show; ${them} left out.`);
  }
  if (fetchedFrom !== undefined && namesAnotherHost(article.url, fetchedFrom)) {
    warnings.push(`The page gives as its own address one on another host: ${new URL(article.url ?? '').host}.`);
  }
  return [...warnings, ...likeOthers(article, others)];
}

function likeOthers(article: ExaminedArticle, others: readonly ArticleMeta[]): string[] {
  const sameAddress = others.find(({ url }) => url !== undefined && url === article.url);
  if (sameAddress !== undefined) return [`The article "${sameAddress.id}" has the same address.`];
  const sameTitle = others.find(({ title, publisher }) => title === article.title && publisher === article.publisher);
  return sameTitle === undefined ? [] : [`The article "${sameTitle.id}" has the same title.`];
}

function namesAnotherHost(url: string | undefined, fetchedFrom: string): boolean {
  return url !== undefined && new URL(url).host !== new URL(fetchedFrom).host;
}
