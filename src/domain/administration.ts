import type { ConfirmOutcome, CorpusListing, CorpusPage, RemoveOutcome } from './intake.js';
import type { ReindexOutcome } from './reindex.js';

/** What an action came to, and whether the audit log has it. */
export interface Recorded<T> {
  readonly outcome: T;
  /** Why it is not in the audit log; `undefined` where it is. */
  readonly unrecorded: string | undefined;
}

/** One plain sentence why something was not done. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: string;
}

/** What became of an article that was to be added: written and indexed, as `reindex` tells, or neither. */
export type AddOutcome =
  | (Extract<ConfirmOutcome, { kind: 'written' }> & { readonly reindex: ReindexOutcome })
  | Refused;

/** What became of an article that was to be removed: out of the folder and of the index, as `reindex` tells, or neither. */
export type RemovalOutcome =
  | (Extract<RemoveOutcome, { kind: 'removed' }> & { readonly reindex: ReindexOutcome })
  | Refused;

/** What became of going back to an earlier index. */
export type GoBackOutcome =
  | { readonly kind: 'gone-back'; readonly snapshot: string; readonly from: string | undefined }
  | Refused;

/** A page of the corpus, and of each file that was set aside why. */
export interface CorpusContents extends CorpusPage {
  /** `refused` is also given for files that turned out to be no articles when they were read. */
  readonly files: readonly CorpusListing[];
}
