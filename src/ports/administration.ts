import type { AddOutcome, CorpusContents, GoBackOutcome, Recorded, RemovalOutcome } from '../domain/administration.js';
import type { ArticleMeta } from '../domain/article.js';
import type { Actor, RecordedEntry } from '../domain/audit-entry.js';
import type { KeptGeneration } from '../domain/generation.js';
import type { IntakeDraft, IntakeOptions, IntakePreview, RemovalTarget } from '../domain/intake.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress, RunningReindex } from '../domain/reindex.js';
import type { Attachment } from './attachment-source.js';
import type { CorpusFilter } from './corpus-intake.js';

/** What an admin offers to the corpus. */
export type Offer =
  | { readonly kind: 'attachment'; readonly attachment: Attachment }
  | { readonly kind: 'address'; readonly address: string };

type OnProgress = (progress: ReindexProgress) => void;

/**
 * What admins can do, each action in the audit log with who did it and how it ended. Whoever calls it has checked that the person
 * may. An action that can't be recorded is done all the same, and says so.
 */
export interface Administration {
  /** The re-index under way in this process. */
  readonly running: RunningReindex | undefined;
  /** As `Dateline.reindex`: joins the one under way. */
  reindex(
    who: Actor,
    options: ReindexOptions,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<Recorded<ReindexOutcome>>;
  /** Stops the re-index under way, whoever began it; `undefined` where none is. */
  stopReindex(who: Actor): Promise<Recorded<ReindexOutcome>> | undefined;
  /** Reads what is offered without writing anything. */
  preview(offer: Offer, options?: IntakeOptions, signal?: AbortSignal): Promise<IntakePreview>;
  /** Writes what a preview showed, and re-indexes. */
  add(who: Actor, draft: IntakeDraft, onProgress: OnProgress): Promise<Recorded<AddOutcome>>;
  /** Which file `remove` would take out. */
  findRemovable(name: string): Promise<RemovalTarget>;
  /** Takes a file out of the corpus, by its path or its article's id, and re-indexes; with the `digest` of what was shown only that. */
  remove(who: Actor, name: string, onProgress: OnProgress, digest?: string): Promise<Recorded<RemovalOutcome>>;
  list(filter?: CorpusFilter): Promise<CorpusContents>;
  /** At most 25 indexed articles whose id or title holds every word typed. */
  suggestArticles(typed: string): Promise<readonly ArticleMeta[]>;
  /** The indexes kept, newest first. */
  generations(): Promise<readonly KeptGeneration[]>;
  /** Lets an index that is kept answer again; checked whole before. */
  goBack(who: Actor, id: string): Promise<Recorded<GoBackOutcome>>;
  /** What admins did, the newest first, at most `limit`. */
  actions(limit: number): Promise<readonly RecordedEntry[]>;
  /** Records that somebody tried what they may not; not each time where they try again and again. */
  refuse(who: Actor, action: string): Promise<void>;
}
