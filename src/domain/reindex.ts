import type { SetAsideFile } from './article.js';

/** How a re-index is asked for. */
export interface ReindexOptions {
  /** Embed everything anew, reusing no vector. */
  readonly full?: boolean;
  /** Say what would change; write nothing. */
  readonly dryRun?: boolean;
  /**
   * Articles whose removal somebody has confirmed, by their ids, or any at all. Without it a run that would drop more than a
   * set share of the articles ends with `drop-refused`.
   */
  readonly mayDrop?: 'any' | readonly string[];
  /** Not to join one that has begun before, as it may have read the corpus before a change: to wait for it first. */
  readonly afterRunning?: boolean;
  /** The name of whoever asks; told to those who join. */
  readonly by?: string;
}

/** A re-index under way. */
export interface RunningReindex {
  /** ISO 8601, UTC. */
  readonly since: string;
  /** The name of whoever began it, where it was somebody. */
  readonly by: string | undefined;
  readonly full: boolean;
}

/** What differs between the corpus and the index that serves. Ids of articles, sorted. */
export interface ReindexChanges {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly setAside: readonly SetAsideFile[];
}

/** Where a running re-index is. `done` of `total` counts units of the phase: files, passages or vectors. */
export interface ReindexProgress {
  readonly phase:
    | 'reading'
    | 'comparing'
    | 'splitting'
    | 'embedding'
    | 'indexing'
    | 'cataloguing'
    | 'publishing'
    /** The articles can be searched; the catalogue of their names is made next, and published after. */
    | 'published';
  readonly done: number;
  /** `undefined` while it is not known yet. */
  readonly total: number | undefined;
  /** What will change; with the phase `comparing` only. */
  readonly changes?: ReindexChanges;
  /** The id of what was published; with the phase `published` only. */
  readonly snapshot?: string;
}

/** What a re-index did, or with `dryRun` would do. */
export interface ReindexReport extends ReindexChanges {
  readonly passages: number;
  /** People, organisations and places of the catalogue. */
  readonly entities: number;
  readonly vectorsReused: number;
  readonly vectorsMade: number;
  readonly milliseconds: number;
  /** Milliseconds until the articles could be searched, where their names were catalogued after that. */
  readonly searchableAfter?: number;
  /** Why the catalogue of names is still behind the articles that serve; the next re-index makes it. */
  readonly catalogueBehind?: string;
  /** Of the files of the index that served before; `undefined` where there was none. */
  readonly bytesBefore?: number;
  /** Of the files of the index that serves now; `undefined` where nothing was written. */
  readonly bytesAfter?: number;
}

/**
 * How a re-index ended. `snapshot` is what serves. In every case but `published` the index that was serving still is, unless the run
 * has told `serving`: what it published before it was stopped or failed, with the names of before.
 */
export type ReindexOutcome =
  | { readonly kind: 'published'; readonly snapshot: string; readonly report: ReindexReport }
  | { readonly kind: 'unchanged'; readonly snapshot: string; readonly report: ReindexReport }
  | { readonly kind: 'dry-run'; readonly report: ReindexReport }
  /** It would drop more articles than may be dropped unasked; nothing was written. */
  | { readonly kind: 'drop-refused'; readonly report: ReindexReport }
  /** Another process writes to the index. */
  | { readonly kind: 'already-running'; readonly process: number | undefined }
  /** `by` is the name of whoever stopped it, where somebody did by name. */
  | { readonly kind: 'cancelled'; readonly by?: string; readonly serving?: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly serving?: string };
