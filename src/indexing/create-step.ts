import type { ReindexProgress } from '../domain/reindex.js';

/** Of a phase with so many units: what to await after each, which tells how far it is, hears a request to stop and lets others run. */
export function createStep(onProgress: (progress: ReindexProgress) => void, signal: AbortSignal | undefined) {
  return (phase: ReindexProgress['phase'], total: number) =>
    async (done: number): Promise<void> => {
      onProgress({ phase, done, total });
      signal?.throwIfAborted();
      await breathe();
    };
}

/** Lets messages in: a request to stop must be heard while this works. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
