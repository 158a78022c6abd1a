import type { ReindexOptions, ReindexOutcome, ReindexProgress, RunningReindex } from '../domain/reindex.js';
import type { Clock } from '../ports/clock.js';
import type { Dateline } from '../ports/dateline.js';

type Reindex = Dateline['reindex'];
type OnProgress = (progress: ReindexProgress) => void;

/** One re-index at a time, in which whoever else asks for one takes part. */
export interface SharedReindex {
  readonly running: RunningReindex | undefined;
  /** See `Dateline.reindex`. */
  readonly reindex: Reindex;
  /** Stops the one that runs, in somebody's name, and tells how it ended for all; `undefined` where none runs. */
  stop(by: string): Promise<ReindexOutcome> | undefined;
  /** Resolves once nothing runs any more, dry runs included. */
  settled(): Promise<void>;
}

interface Run extends RunningReindex {
  readonly stop: AbortController;
  readonly heard: Heard;
  readonly outcome: Promise<ReindexOutcome>;
}

/** Who listens, and what those who join have missed: what will change, what can be searched already, and the newest progress. */
interface Heard {
  readonly listeners: Set<OnProgress>;
  changes: ReindexProgress | undefined;
  published: ReindexProgress | undefined;
  newest: ReindexProgress | undefined;
  stoppedBy: string | undefined;
}

/** Runs `build`, which never rejects. */
export function createSharedReindex(build: Reindex, clock: Clock): SharedReindex {
  return new JoinedRuns(build, clock);
}

class JoinedRuns implements SharedReindex {
  readonly #build: Reindex;
  readonly #clock: Clock;
  readonly #dryRuns = new Set<Promise<ReindexOutcome>>();
  #run: Run | undefined;

  constructor(build: Reindex, clock: Clock) {
    this.#build = build;
    this.#clock = clock;
  }

  get running(): RunningReindex | undefined {
    return this.#run;
  }

  reindex: Reindex = async (options, onProgress, signal) => {
    if (options.dryRun) return this.#dryRun(options, onProgress, signal);
    const before = this.#run;
    if (before !== undefined && asksForMore(options, before)) await unlessAborted(before.outcome, signal);
    const run = this.#run;
    if (run === undefined) return this.#begin(options, onProgress, signal);
    const outcome = await this.#join(run, onProgress, signal);
    // What was confirmed here was not there.
    const again = outcome.kind === 'drop-refused' && options.mayDrop !== undefined;
    return again ? this.reindex(options, onProgress, signal) : outcome;
  };

  stop(by: string): Promise<ReindexOutcome> | undefined {
    const run = this.#run;
    if (run === undefined) return undefined;
    run.heard.stoppedBy ??= by;
    run.stop.abort();
    return run.outcome;
  }

  async settled(): Promise<void> {
    await Promise.allSettled([this.#run?.outcome, ...this.#dryRuns]);
  }

  async #dryRun(...args: Parameters<Reindex>): Promise<ReindexOutcome> {
    const outcome = this.#build(...args);
    this.#dryRuns.add(outcome);
    return outcome.finally(() => this.#dryRuns.delete(outcome));
  }

  #begin(options: ReindexOptions, onProgress: OnProgress, signal: AbortSignal | undefined): Promise<ReindexOutcome> {
    const stop = new AbortController();
    const heard: Heard = {
      listeners: new Set([onProgress]),
      changes: undefined,
      published: undefined,
      newest: undefined,
      stoppedBy: undefined,
    };
    const tell = (progress: ReindexProgress) => {
      heard.newest = progress;
      if (progress.changes !== undefined) heard.changes = progress;
      if (progress.snapshot !== undefined) heard.published = progress;
      for (const listener of heard.listeners) listener(progress);
    };
    const ended = (outcome: ReindexOutcome): ReindexOutcome => {
      this.#run = undefined;
      const by = outcome.kind === 'cancelled' ? heard.stoppedBy : undefined;
      return by === undefined ? outcome : { kind: 'cancelled', by };
    };
    const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
    const outcome = this.#build(options, tell, either).then(ended);
    const since = new Date(this.#clock.now()).toISOString();
    this.#run = { since, by: options.by, full: options.full ?? false, stop, heard, outcome };
    return outcome;
  }

  /** Whoever began it decides with their signal over the run; whoever joined only over their own waiting. */
  async #join(run: Run, onProgress: OnProgress, signal: AbortSignal | undefined): Promise<ReindexOutcome> {
    const { listeners, changes, published, newest } = run.heard;
    listeners.add(onProgress);
    for (const missed of new Set([changes, published, newest])) if (missed !== undefined) onProgress(missed);
    try {
      return await unlessAborted(run.outcome, signal);
    } finally {
      listeners.delete(onProgress);
    }
  }
}

function asksForMore(options: ReindexOptions, running: RunningReindex): boolean {
  return options.afterRunning === true || (options.full === true && !running.full);
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
