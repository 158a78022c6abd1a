import type { ArticleId, ArticleMeta } from './article.js';

/** What is offered to the corpus: a file someone attached, or the address of a page. */
export type IntakeSource =
  | {
      readonly kind: 'file';
      /** As the sender named it: of any form, never used as a path. */
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'address'; readonly address: string };

/** How a source is taken in. */
export interface IntakeOptions {
  /** Take the place of the file whose name it would have; otherwise only of an article with the same title or address. */
  readonly replace?: boolean;
}

/** The file that a draft would take the place of. */
export interface ReplacedFile {
  /** Path below the corpus folder, with control characters escaped. */
  readonly file: string;
  /** Of the article the index has from it; `undefined` where it has none. */
  readonly title: string | undefined;
}

/** An article read and found good, but not written yet. */
export interface IntakeDraft extends Omit<ArticleMeta, 'id'> {
  /** Names the draft; good for one `confirm` until `expires`. At most 32 characters, letters and digits. */
  readonly draft: string;
  /** ISO 8601, UTC. */
  readonly expires: string;
  /** The file that would be written, below the corpus folder; safe on every file system. */
  readonly file: string;
  /** The id the article would have. */
  readonly article: ArticleId;
  /** The first paragraphs of the text, cut to 600 characters. */
  readonly opening: string;
  /** Letters and digits of the text, counted. */
  readonly letters: number;
  /** What a person should know before confirming, one plain sentence each. */
  readonly warnings: readonly string[];
  readonly replaces: ReplacedFile | undefined;
}

/** A draft to confirm, or one plain sentence why there is none. */
export type IntakePreview =
  | { readonly kind: 'ready'; readonly draft: IntakeDraft }
  | { readonly kind: 'refused'; readonly reason: string };

/** What became of a draft. */
export type ConfirmOutcome =
  | {
      readonly kind: 'written';
      readonly file: string;
      readonly article: ArticleId;
      /** Where the file it replaced is kept, below the data folder. */
      readonly formerKeptAs: string | undefined;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** What became of an article that was to be removed. */
export type RemoveOutcome =
  | {
      readonly kind: 'removed';
      readonly file: string;
      /** Where it is kept, below the data folder. */
      readonly keptAs: string;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** The file a removal would take out, or one plain sentence why none is meant. */
export type RemovalTarget =
  | {
      readonly kind: 'found';
      readonly file: string;
      /** The id of the article it is, or would be. */
      readonly article: ArticleId | undefined;
      /** SHA-256 of its content, hex; `undefined` where it can't be read. */
      readonly digest: string | undefined;
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** A file of the corpus folder. */
export interface CorpusListing {
  /** Path below the corpus folder, with control characters escaped. */
  readonly file: string;
  /** The id of the article it is, or would be; `undefined` where its name is none for an article. */
  readonly article: ArticleId | undefined;
  readonly bytes: number | undefined;
  /** Of the last change; ISO 8601, UTC. */
  readonly modified: string | undefined;
  /** Why it is not read, where its kind or its name tells already. */
  readonly refused: string | undefined;
}

/** Some of the files of the corpus, in the order of their names. */
export interface CorpusPage {
  readonly files: readonly CorpusListing[];
  /** How many fit the filter. */
  readonly total: number;
  /** From 0; the last one where a later one was asked for. */
  readonly page: number;
  /** At least 1. */
  readonly pages: number;
}
