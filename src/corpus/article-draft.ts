/**
 * What a format's reader found: raw strings, unchecked and uncut. `readArticle` cleans and judges them the same way for
 * every format, so that a reader only has to find things.
 */
export interface ArticleDraft {
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly byline: string | undefined;
  /** As written; `parsePublished` decides whether it is a date. */
  readonly published: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  /** The body's paragraphs in order, headings, captions and furniture of the page already left out. */
  readonly paragraphs: readonly string[];
}
