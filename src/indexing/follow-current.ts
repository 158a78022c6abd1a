import { messageOf, NoSnapshotError } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';
import type { Timers } from '../ports/timers.js';
import type { LiveDateline } from './live-dateline.js';

// Reading one line of a file; whoever has published in a shell does not look sooner.
const everyMs = 5_000;

/** What following needs. */
export interface FollowDependencies {
  /** The generation that is current in the store; `undefined` where there is none. */
  readonly readCurrent: () => Promise<string | undefined>;
  readonly dateline: Pick<LiveDateline, 'open' | 'status' | 'reindexing'>;
  readonly timers: Timers;
  readonly logger: Logger;
}

/**
 * Takes up a snapshot that another process has published, or gone back to, while this one runs: looks every five seconds, and not
 * while this one re-indexes. What can't be opened is tried once; the former snapshot goes on serving.
 * @returns what ends it.
 */
export function followCurrent(dependencies: FollowDependencies): () => void {
  const { timers } = dependencies;
  const look = createLook(dependencies);
  let stop: () => void = () => {};
  let stopped = false;
  const next = () => {
    if (!stopped) stop = timers.after(everyMs, () => void look().finally(next));
  };
  next();
  return () => {
    stopped = true;
    stop();
  };
}

function createLook({ readCurrent, dateline, logger }: FollowDependencies): () => Promise<void> {
  let settled: string | undefined;
  let complaint: string | undefined;
  return async () => {
    try {
      // A re-index of its own opens what it publishes; it may begin or end at any of these steps.
      const named = dateline.reindexing ? undefined : await readCurrent();
      if (named === undefined || named === settled) return;
      const serving = await snapshotOf(dateline);
      if (dateline.reindexing) return;
      settled = named;
      if (serving === named) return;
      await dateline.open();
      logger.info('took up the index another process made current', {
        named,
        serving: await snapshotOf(dateline),
        before: serving,
      });
      complaint = undefined;
    } catch (error) {
      const reason = messageOf(error);
      // The same failure every five seconds says nothing new.
      if (reason !== complaint) logger.warn('the current index could not be taken up', { reason });
      complaint = reason;
    }
  };
}

/** What answers now; `undefined` where nothing does. */
async function snapshotOf(dateline: FollowDependencies['dateline']): Promise<string | undefined> {
  try {
    return (await dateline.status()).snapshot;
  } catch (error) {
    if (error instanceof NoSnapshotError) return undefined;
    throw error;
  }
}
