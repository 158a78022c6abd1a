import type { ArticleMeta } from '../domain/article.js';

/** What reading a file as an article showed. */
export interface ExaminedArticle extends ArticleMeta {
  readonly kind: 'article';
  /** The first paragraphs, cut to 600 characters. */
  readonly opening: string;
  /** Letters and digits of the text, counted. */
  readonly letters: number;
  /** Characters of the file that do not show (direction marks, zero-width, tags, NUL), counted; they are left out. */
  readonly hiddenCharacters: number;
}

/** An article, or one plain sentence why it is none. */
export type Examination = ExaminedArticle | { readonly kind: 'refused'; readonly reason: string };

/** Reads files of unknown origin where they can do no harm. */
export interface FileExaminer {
  /** Rejects only with the signal's reason; whatever a file does to its reader is an outcome. */
  examine(file: { readonly name: string; readonly bytes: Uint8Array }, signal?: AbortSignal): Promise<Examination>;
}
