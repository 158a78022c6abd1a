import type { Logger } from '../../ports/logger.js';
import type { SnapshotStore } from '../../ports/snapshot-store.js';
import { readPointer } from './current-pointer.js';
import { keptGenerations, makeKeptCurrent } from './kept-generations.js';
import { loadCurrent } from './load-current.js';
import { discardGeneration, publishGeneration, removeLeftovers } from './publish-generation.js';
import { nodeFs, type SnapshotFs } from './snapshot-fs.js';
import { explainingFailure } from './write-failure.js';

/**
 * Snapshots as numbered folders (`gen-000001`, …) and a file `CURRENT` that names the one in use.
 *
 * Publications and goings back through one store run one after another; a failed one rejects with `UnavailableError` where the disk was
 * the cause, and with the writer's own error otherwise. Loading writes nothing, so a read-only folder serves.
 */
export function createDirectorySnapshotStore(options: {
  /** The folder of the generations; made when the first is published. */
  readonly folder: string;
  readonly logger: Logger;
  readonly fs?: SnapshotFs;
}): SnapshotStore {
  const place = { folder: options.folder, logger: options.logger, fs: options.fs ?? nodeFs };
  let earlier: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const turn = earlier.then(step);
    // The next one waits for this to end; how it ended is the business of whoever asked for it.
    earlier = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  };
  return {
    loadCurrent: () => loadCurrent(place),
    currentId: () => explainingFailure(() => readPointer(place)),
    publish: (write, after) => inTurn(() => publishGeneration(place, write, after)),
    list: () => keptGenerations(place),
    makeCurrent: (id) => inTurn(() => makeKeptCurrent(place, id)),
    discard: (id) => inTurn(() => discardGeneration(place, id)),
    removeLeftovers: () => inTurn(() => removeLeftovers(place)),
  };
}
