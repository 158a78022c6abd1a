import { messageOf, NoSnapshotError } from '../domain/errors.js';
import type { IndexStatus } from '../domain/status.js';
import type { Logger } from '../ports/logger.js';
import type { Timers } from '../ports/timers.js';
import type { LiveDateline } from './live-dateline.js';

// Reading one line of a file; whoever has published in a shell does not look sooner.
const everyMs = 5_000;

// Whoever published an index before its catalogue of names is making that: of 4,000 articles in half a minute, of 26,000 in three.
// After two minutes it is asked for; that is refused at the lock while it is made. Each further time comes twice as late.
const looksBeforeCompleting = 24;

/** What following needs. */
export interface FollowDependencies {
  /** The generation that is current in the store; `undefined` where there is none. */
  readonly readCurrent: () => Promise<string | undefined>;
  /** What tells a generation from another that had its name, where the index was deleted and made anew; none, and a name is enough. */
  readonly digestOf?: ((generation: string) => Promise<string | undefined>) | undefined;
  readonly dateline: Pick<LiveDateline, 'open' | 'status' | 'reindexing'>;
  /** Has the catalogue of names made for what serves, where it is behind and nobody is making it; none, and it is left. */
  readonly complete?: (() => Promise<unknown>) | undefined;
  readonly timers: Timers;
  readonly logger: Logger;
}

/**
 * Takes up a snapshot that another process has published, or gone back to, while this one runs: looks every five seconds, and not
 * while this one re-indexes. What can't be opened is tried once; the former snapshot goes on serving. One that stays without its
 * catalogue of names, as whoever published it has been stopped, is completed.
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

function createLook({ readCurrent, digestOf, dateline, logger, complete }: FollowDependencies): () => Promise<void> {
  const completeIfLeft = createCompletion(dateline, complete);
  let settled: { readonly named: string; readonly digest: string | undefined } | undefined;
  let complaint: string | undefined;
  return async () => {
    try {
      // A re-index of its own opens what it publishes; it may begin or end at any of these steps.
      const named = dateline.reindexing ? undefined : await readCurrent();
      if (named === undefined) return;
      const digest = await digestOf?.(named);
      const isSameName = named === settled?.named;
      if (isSameName && digest === settled?.digest) return await completeIfLeft(named);
      const serving = (await statusOf(dateline))?.snapshot;
      if (dateline.reindexing) return;
      settled = { named, digest };
      if (serving === named && !isSameName) return;
      await dateline.open();
      logger.info('took up the index another process made current', {
        named,
        serving: (await statusOf(dateline))?.snapshot,
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

/** To be called at each look at which nothing is new. */
function createCompletion(
  dateline: FollowDependencies['dateline'],
  complete: FollowDependencies['complete'],
): (named: string) => Promise<void> {
  let [looks, wanted] = [0, looksBeforeCompleting];
  // A snapshot that is whole stays so: its thread is not asked every five seconds.
  let whole: string | undefined;
  return async (named) => {
    if (complete === undefined || named === whole) return;
    const status = await statusOf(dateline);
    if (!status?.catalogueBehind) {
      [looks, wanted] = [0, looksBeforeCompleting];
      if (status?.snapshot === named) whole = named;
      return;
    }
    looks += 1;
    if (looks < wanted) return;
    [looks, wanted] = [0, 2 * wanted];
    await complete();
  };
}

/** What answers now; `undefined` where nothing does. */
async function statusOf(dateline: FollowDependencies['dateline']): Promise<IndexStatus | undefined> {
  try {
    return await dateline.status();
  } catch (error) {
    if (error instanceof NoSnapshotError) return undefined;
    throw error;
  }
}
