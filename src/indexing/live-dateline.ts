import { messageOf, NoSnapshotError } from '../domain/errors.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress } from '../domain/reindex.js';
import type { Clock } from '../ports/clock.js';
import type { Coverage, Dateline, OpenCoverage } from '../ports/dateline.js';
import type { Logger } from '../ports/logger.js';

/** What a live Dateline is made of. */
export interface LiveDatelineDependencies {
  /** Opens the current snapshot, or gives `null` where there is none. */
  readonly open: () => Promise<OpenCoverage | null>;
  /** Builds and publishes; never rejects. */
  readonly build: Dateline['reindex'];
  readonly logger: Logger;
  readonly clock: Clock;
}

/** A Dateline that goes on answering from one snapshot while the next is built, then changes over in one step. */
export interface LiveDateline extends Dateline {
  /** Opens the current snapshot if there is one; says whether there is. */
  open(): Promise<boolean>;
  close(): Promise<void>;
}

/** Nothing is opened yet: `open` or a re-index does. */
export function createLiveDateline({ open, build, logger, clock }: LiveDatelineDependencies): LiveDateline {
  let current: OpenCoverage | undefined;
  let opening: Promise<boolean> | undefined;
  let runningSince: string | undefined;

  async function openCurrent(): Promise<boolean> {
    const opened = await open();
    const former = current;
    current = opened ?? undefined;
    // Calls that began on the former snapshot end on it; a failure to free it hurts no answer.
    former
      ?.close()
      .catch((error: unknown) => logger.warn('the former index did not close', { reason: messageOf(error) }));
    return current !== undefined;
  }
  const openOnce = () => {
    opening ??= openCurrent().finally(() => {
      opening = undefined;
    });
    return opening;
  };
  async function coverage(): Promise<Coverage> {
    if (current === undefined || current.dead) await openOnce();
    if (current === undefined) throw new NoSnapshotError('Nothing is indexed yet. Run /reindex, or: npm run index');
    return current;
  }
  async function reindex(
    options: ReindexOptions,
    onProgress: (progress: ReindexProgress) => void,
    signal?: AbortSignal,
  ): Promise<ReindexOutcome> {
    if (runningSince !== undefined) return { kind: 'already-running', since: runningSince };
    runningSince = new Date(clock.now()).toISOString();
    try {
      const outcome = await build(options, onProgress, signal);
      if (outcome.kind === 'published') await openOnce();
      return outcome;
    } catch (error) {
      return { kind: 'failed', reason: `The new index could not be opened: ${messageOf(error)}` };
    } finally {
      runningSince = undefined;
    }
  }
  return {
    open: openOnce,
    close: async () => current?.close(),
    ask: async (question, signal) => (await coverage()).ask(question, signal),
    sources: async (publisher) => (await coverage()).sources(publisher),
    status: async () => (await coverage()).status(),
    suggestPublishers: async (typed) => (await coverage()).suggestPublishers(typed),
    reindex,
  };
}
