import { messageOf, NoSnapshotError, UnavailableError } from '../domain/errors.js';
import type { ReindexOutcome, ReindexProgress, RunningReindex } from '../domain/reindex.js';
import type { Clock } from '../ports/clock.js';
import type { Coverage, Dateline, OpenCoverage } from '../ports/dateline.js';
import type { Logger } from '../ports/logger.js';
import { createSharedReindex, type SharedReindex } from './shared-reindex.js';

/** What a live Dateline is made of. */
export interface LiveDatelineDependencies {
  /** Opens the current snapshot, or gives `null` where there is none. */
  readonly open: () => Promise<OpenCoverage | null>;
  /** Builds and publishes; never rejects. */
  readonly build: Dateline['reindex'];
  /** Removes a snapshot that was published before its catalogue of names, once the one with it is open; never rejects. */
  readonly discard?: ((snapshot: string) => Promise<void>) | undefined;
  readonly logger: Logger;
  readonly clock: Clock;
}

/** A Dateline that goes on answering from one snapshot while the next is built, then changes over in one step. */
export interface LiveDateline extends Dateline {
  /** Whether a re-index of its own is under way, its opening included. */
  readonly reindexing: boolean;
  /** The one under way. */
  readonly running: RunningReindex | undefined;
  /** Stops it, in somebody's name, and tells how it ended; `undefined` where none is under way. */
  stopReindex(by: string): Promise<ReindexOutcome> | undefined;
  /** Opens the current snapshot if there is one; says whether one serves. Where none is stored any more, that in memory goes on. */
  open(): Promise<boolean>;
  /** Stops a running re-index, lets calls that have begun finish, and opens nothing any more. */
  close(): Promise<void>;
}

/** Nothing is opened yet: `open` or a re-index does. */
export function createLiveDateline(dependencies: LiveDatelineDependencies): LiveDateline {
  return new SwitchingDateline(dependencies);
}

class SwitchingDateline implements LiveDateline {
  readonly #dependencies: LiveDatelineDependencies;
  readonly #closed = new AbortController();
  #current: OpenCoverage | undefined;
  #opening: Promise<boolean> | undefined;
  readonly #shared: SharedReindex;

  constructor(dependencies: LiveDatelineDependencies) {
    this.#dependencies = dependencies;
    this.#shared = createSharedReindex((...args) => this.#buildAndOpen(...args), dependencies.clock);
  }

  ask: Dateline['ask'] = (question, signal) => this.#onCurrent((coverage) => coverage.ask(question, signal));
  sources: Dateline['sources'] = (publisher) => this.#onCurrent((coverage) => coverage.sources(publisher));
  status: Dateline['status'] = () => this.#onCurrent((coverage) => coverage.status());
  suggestPublishers: Dateline['suggestPublishers'] = (typed) =>
    this.#onCurrent((coverage) => coverage.suggestPublishers(typed));
  lookUpEntity: Dateline['lookUpEntity'] = (name) => this.#onCurrent((coverage) => coverage.lookUpEntity(name));
  entityDetail: Dateline['entityDetail'] = (id, section) =>
    this.#onCurrent((coverage) => coverage.entityDetail(id, section));
  suggestEntities: Dateline['suggestEntities'] = (typed) =>
    this.#onCurrent((coverage) => coverage.suggestEntities(typed));
  quotes: Dateline['quotes'] = (who, about) => this.#onCurrent((coverage) => coverage.quotes(who, about));

  get reindexing(): boolean {
    return this.running !== undefined;
  }

  get running(): RunningReindex | undefined {
    return this.#shared.running;
  }

  stopReindex(by: string): Promise<ReindexOutcome> | undefined {
    return this.#shared.stop(by);
  }

  open(): Promise<boolean> {
    this.#opening ??= this.#openCurrent().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  reindex: Dateline['reindex'] = (...args) => this.#shared.reindex(...args);

  async close(): Promise<void> {
    this.#closed.abort();
    await Promise.allSettled([this.#opening, this.#shared.settled()]);
    await this.#current?.close();
  }

  async #onCurrent<T>(call: (coverage: Coverage) => Promise<T>): Promise<T> {
    if (this.#current === undefined || this.#current.dead) await this.open();
    if (this.#current === undefined)
      throw new NoSnapshotError('Nothing is indexed yet. Run /reindex, or: npm run index');
    // In the same step as the look at it: a snapshot that has been replaced in between refuses new calls.
    return call(this.#current);
  }

  async #openCurrent(): Promise<boolean> {
    const { open, logger } = this.#dependencies;
    if (this.#closed.signal.aborted) throw new UnavailableError('The index', 'it has been closed');
    const opened = await open();
    const former = this.#current;
    if (opened === null && former !== undefined && !former.dead) return true;
    this.#current = opened ?? undefined;
    // Calls that began on the former snapshot end on it; a failure to free it hurts no answer.
    former
      ?.close()
      .catch((error: unknown) => logger.warn('the former index did not close', { reason: messageOf(error) }));
    return this.#current !== undefined;
  }

  async #buildAndOpen(...[options, onProgress, signal]: Parameters<Dateline['reindex']>): Promise<ReindexOutcome> {
    const signals = signal === undefined ? [this.#closed.signal] : [signal, this.#closed.signal];
    const first: { snapshot?: string; opened?: Promise<boolean> } = {};
    const openFirst = (progress: ReindexProgress) => {
      if (progress.snapshot !== undefined && !this.#closed.signal.aborted) {
        first.snapshot = progress.snapshot;
        first.opened = this.#openOrWarn();
      }
      onProgress(progress);
    };
    const outcome = await this.#dependencies.build(options, openFirst, AbortSignal.any(signals));
    const isOpen = await first.opened;
    const hasEnded = outcome.kind === 'cancelled' || outcome.kind === 'failed';
    if (hasEnded && isOpen && first.snapshot !== undefined) return { ...outcome, serving: first.snapshot };
    if (outcome.kind !== 'published' || this.#closed.signal.aborted) return outcome;
    if (isOpen && first.snapshot === outcome.snapshot) return outcome;
    try {
      await this.#openNewer();
    } catch (error) {
      return { kind: 'failed', reason: `The new index could not be opened: ${messageOf(error)}` };
    }
    // Only now: until here it may have been read.
    if (first.snapshot !== undefined) await this.#dependencies.discard?.(first.snapshot);
    return outcome;
  }

  /** Opens what has just been published. */
  async #openNewer(): Promise<boolean> {
    // An opening that was under way may have read the former snapshot.
    await this.#opening?.catch(() => undefined);
    return this.open();
  }

  async #openOrWarn(): Promise<boolean> {
    try {
      return await this.#openNewer();
    } catch (error) {
      this.#dependencies.logger.warn('the new index could not be opened', { reason: messageOf(error) });
      return false;
    }
  }
}
