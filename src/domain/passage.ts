import type { ArticleId } from './article.js';

declare const passageIdBrand: unique symbol;

/** `article#ordinal`, the ordinal counted from 0 within the article. */
export type PassageId = string & { readonly [passageIdBrand]: true };

/** The id of an article's n-th passage. */
export function passageId(article: ArticleId, ordinal: number): PassageId {
  return `${article}#${ordinal}` as PassageId;
}

/** A half-open range of UTF-16 offsets: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of whole sentences of one article: `article.body.slice(start, end)` is its text. */
export interface Passage extends Span {
  readonly id: PassageId;
  readonly article: ArticleId;
  /** The sentences, in order, as offsets into the article's body; never empty. */
  readonly sentences: readonly Span[];
}
