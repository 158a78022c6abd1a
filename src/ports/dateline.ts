import type { Answer, Question } from '../domain/answer.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress } from '../domain/reindex.js';
import type { IndexStatus, PublisherListing } from '../domain/status.js';

/** Answers from one snapshot. */
export interface Coverage {
  /** Answers a question. Rejects with `UsageError` for an unreadable date, an unknown outlet or an empty question. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** All outlets, by number of articles and then by name; with `publisher`, only those matching that name. */
  sources(publisher?: string): Promise<readonly PublisherListing[]>;
  status(): Promise<IndexStatus>;
  /** At most 25 outlets' names that fit what has been typed, best first; all outlets' first 25 for an empty prefix. */
  suggestPublishers(typed: string): Promise<readonly string[]>;
}

/** A coverage that holds memory or a thread until it is closed. */
export interface OpenCoverage extends Coverage {
  /** Whether it has died by itself; every call is refused then. */
  readonly dead: boolean;
  /** Lets calls that have begun finish, then frees what it holds. */
  close(): Promise<void>;
}

/**
 * What the program offers to whoever talks to people: Discord, the terminal, the scripts.
 * Every call is answered from exactly one snapshot. All reject with `NoSnapshotError` while nothing is indexed,
 * except `reindex`.
 */
export interface Dateline extends Coverage {
  /** Never rejects for a failure of the run itself: that is the outcome `failed`. An aborted signal gives `cancelled`. */
  reindex(
    options: ReindexOptions,
    onProgress: (progress: ReindexProgress) => void,
    signal?: AbortSignal,
  ): Promise<ReindexOutcome>;
}
