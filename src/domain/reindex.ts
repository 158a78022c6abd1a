import type { SetAsideFile } from './article.js';

/** How a re-index is asked for. */
export interface ReindexOptions {
  /** Embed everything anew, reusing no vector. */
  readonly full?: boolean;
  /** Say what would change; write nothing. */
  readonly dryRun?: boolean;
}

/** Where a running re-index is. `done` of `total` counts units of the phase: files, passages or vectors. */
export interface ReindexProgress {
  readonly phase: 'reading' | 'splitting' | 'embedding' | 'indexing' | 'cataloguing' | 'publishing';
  readonly done: number;
  /** `undefined` while it is not known yet. */
  readonly total: number | undefined;
}

/** What a re-index did, or with `dryRun` would do. Ids of articles, sorted. */
export interface ReindexReport {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  readonly setAside: readonly SetAsideFile[];
  readonly passages: number;
  readonly entities: number;
  readonly vectorsReused: number;
  readonly vectorsMade: number;
  readonly milliseconds: number;
}

/** How a re-index ended. In every case but `published` the index that was serving still is. */
export type ReindexOutcome =
  | { readonly kind: 'published'; readonly snapshot: string; readonly report: ReindexReport }
  | { readonly kind: 'unchanged'; readonly snapshot: string; readonly report: ReindexReport }
  | { readonly kind: 'dry-run'; readonly report: ReindexReport }
  | { readonly kind: 'already-running'; readonly since: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };
