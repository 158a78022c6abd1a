declare const articleIdBrand: unique symbol;

/** An article's name: its file's name without the ending. Stable over runs, unique in a snapshot. */
export type ArticleId = string & { readonly [articleIdBrand]: true };

/** Brands a file's stem as an article id. */
export function articleId(stem: string): ArticleId {
  return stem as ArticleId;
}

/** Equal for ids that name one article: however their letters are cased or composed. */
export function articleKey(id: ArticleId): string {
  return id.normalize('NFKC').toLowerCase().normalize('NFKC');
}

/** What is known about an article besides its text. Whatever the file did not say is `undefined`, never guessed. */
export interface ArticleMeta {
  readonly id: ArticleId;
  readonly title: string;
  readonly publisher: string | undefined;
  readonly byline: string | undefined;
  /** ISO 8601: a day (`2026-01-05`) or a moment with its own offset (`2026-01-05T23:44+08:00`). */
  readonly published: string | undefined;
  /** http or https only. */
  readonly url: string | undefined;
  /** BCP 47 primary tag, lower case (`en`, `ko`). */
  readonly language: string | undefined;
}

/** One piece of coverage, cleaned: `body` is the text that is indexed and quoted, verbatim. */
export interface Article extends ArticleMeta {
  readonly body: string;
  /** SHA-256, hex, of everything above: two articles with one hash are the same article. */
  readonly contentHash: string;
}

/** The day an article came out where it was published (`2026-01-05`), or `undefined` where unknown. */
export function publishedDay(article: Pick<ArticleMeta, 'published'>): string | undefined {
  return article.published?.slice(0, 10);
}

/** A file of the corpus folder that could not become an article, and why. */
export interface SetAsideFile {
  /** Path below the corpus folder, with control characters escaped. */
  readonly file: string;
  /** One plain sentence: what is wrong and, where there is a remedy, what to do. */
  readonly reason: string;
}
