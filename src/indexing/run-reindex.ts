import { IndexBusyError, messageOf } from '../domain/errors.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress } from '../domain/reindex.js';
import { type ReindexDependencies, reindex } from './reindex.js';

/**
 * Re-indexes; a fault is the outcome `failed` with its reason, an aborted signal the outcome `cancelled`, another process that
 * writes `already-running`.
 */
export async function runReindex(
  dependencies: ReindexDependencies,
  options: ReindexOptions,
  onProgress: (progress: ReindexProgress) => void,
  signal?: AbortSignal,
): Promise<ReindexOutcome> {
  try {
    return await reindex(dependencies, options, onProgress, signal);
  } catch (error) {
    if (signal?.aborted) return { kind: 'cancelled' };
    if (error instanceof IndexBusyError) return { kind: 'already-running', process: error.process };
    return { kind: 'failed', reason: messageOf(error) };
  }
}
