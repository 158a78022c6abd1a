import { messageOf } from '../domain/errors.js';
import type { ReindexOutcome } from '../domain/reindex.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../ports/logger.js';
import type { Timers } from '../ports/timers.js';

/** What re-indexing after changes needs. */
export interface AfterChangesDependencies {
  /** Stands for the names, sizes and times of all files; `undefined` where the folder can't be listed now. */
  readonly signature: () => Promise<string | undefined>;
  /** Never rejects for a failure of the run. */
  readonly reindex: () => Promise<ReindexOutcome>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
}

/** Re-indexes when the corpus has changed and come to rest. */
export interface ReindexAfterChanges {
  /** Takes the corpus as it is now for indexed. Resolves when that has been looked at. */
  start(): Promise<void>;
  /** Takes nothing for indexed: the re-index of the start did not come about. */
  forget(): void;
  /** Says that something may have changed; says nothing for sure. */
  notice(): void;
  close(): void;
}

// Two looks that far apart that see the same: nobody is copying files just now.
const quietMs = 2_000;
// Somebody always is: what there is, is worth indexing.
const maxWaitMs = 30_000;
// Notices get lost (network disks, renamed folders): a look without one. Over 10,000 files it takes a quarter of a second, most of
// it waiting, in turns of some 20 ms.
const pollMs = 15_000;
// A full disk or a model that is away is not back in seconds.
const afterFailureMs = 300_000;

/** Nothing is looked at before `start`. */
export function createReindexAfterChanges(dependencies: AfterChangesDependencies): ReindexAfterChanges {
  return new ChangesWatcher(dependencies);
}

class ChangesWatcher implements ReindexAfterChanges {
  readonly #dependencies: AfterChangesDependencies;
  #indexed: string | undefined;
  /** As last seen, and since when it differs from what is indexed. */
  #seen: { readonly signature: string; readonly since: number } | undefined;
  #busy = false;
  #noticed = false;
  #closed = false;
  #cancel: () => void = () => {};

  constructor(dependencies: AfterChangesDependencies) {
    this.#dependencies = dependencies;
  }

  async start(): Promise<void> {
    this.#indexed = await this.#look();
    this.#wait(pollMs);
  }

  forget(): void {
    this.#indexed = undefined;
  }

  notice(): void {
    this.#noticed = true;
    // At rest until the next look of its own; anything else comes sooner than that by itself.
    if (!this.#busy && this.#seen === undefined) void this.#step();
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  #wait(ms: number): void {
    this.#cancel();
    if (!this.#closed) this.#cancel = this.#dependencies.timers.after(ms, () => void this.#step());
  }

  async #step(): Promise<void> {
    if (this.#closed) return;
    this.#cancel();
    this.#busy = true;
    this.#noticed = false;
    const wait = await this.#advance();
    this.#busy = false;
    // What was noticed during a look or a re-index may have come after what it saw.
    this.#wait(this.#noticed ? Math.min(wait, quietMs) : wait);
  }

  /** One look and what follows from it; gives the time to the next. */
  async #advance(): Promise<number> {
    const signature = await this.#look();
    if (this.#closed || signature === undefined || signature === this.#indexed) {
      this.#seen = undefined;
      return pollMs;
    }
    const now = this.#dependencies.clock.now();
    const { signature: before, since } = this.#seen ?? { signature: undefined, since: now };
    this.#seen = { signature, since };
    if (signature !== before && now - since < maxWaitMs) return quietMs;
    return this.#reindex(signature);
  }

  async #reindex(signature: string): Promise<number> {
    const { reindex, logger } = this.#dependencies;
    const outcome = await reindex();
    this.#seen = undefined;
    // What another process has read may be from before the change: once again when it has ended.
    if (outcome.kind === 'already-running') return pollMs;
    if (outcome.kind === 'failed') {
      logger.warn('re-indexing after changes failed and is tried again later', { reason: outcome.reason });
      return afterFailureMs;
    }
    if (outcome.kind === 'published' && outcome.report.catalogueBehind !== undefined) {
      const { snapshot, report } = outcome;
      logger.warn('re-indexed after changes, but for the catalogue of names, which is tried again later', {
        snapshot,
        reason: report.catalogueBehind,
      });
      return afterFailureMs;
    }
    // Whoever has stopped it would have to stop it again every few seconds: it waits for the next change.
    this.#indexed = signature;
    if (outcome.kind === 'drop-refused') {
      const { removed, changed, unchanged } = outcome.report;
      const counts = { removed: removed.length, of: removed.length + changed.length + unchanged };
      logger.warn(
        'not re-indexed, as it would drop too many articles; /reindex asks, or does it with --allow-drop',
        counts,
      );
    }
    if (outcome.kind === 'published') {
      const { added, changed, removed } = outcome.report;
      const counts = { added: added.length, changed: changed.length, removed: removed.length };
      logger.info('re-indexed after changes in the corpus folder', { snapshot: outcome.snapshot, ...counts });
    }
    return pollMs;
  }

  async #look(): Promise<string | undefined> {
    try {
      return await this.#dependencies.signature();
    } catch (error) {
      this.#dependencies.logger.warn('the corpus folder could not be looked at', { reason: messageOf(error) });
      return undefined;
    }
  }
}
