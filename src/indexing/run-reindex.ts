import { messageOf } from '../domain/errors.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress } from '../domain/reindex.js';
import { type ReindexDependencies, reindex } from './reindex.js';

/** Re-indexes; a fault is the outcome `failed` with its reason, an aborted signal the outcome `cancelled`. */
export async function runReindex(
  dependencies: ReindexDependencies,
  options: ReindexOptions,
  onProgress: (progress: ReindexProgress) => void,
  signal?: AbortSignal,
): Promise<ReindexOutcome> {
  try {
    return await reindex(dependencies, options, onProgress, signal);
  } catch (error) {
    return signal?.aborted ? { kind: 'cancelled' } : { kind: 'failed', reason: messageOf(error) };
  }
}
