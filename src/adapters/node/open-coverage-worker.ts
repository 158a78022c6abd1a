import { Worker } from 'node:worker_threads';
import { UnavailableError } from '../../domain/errors.js';
import type { OpenCoverage } from '../../ports/dateline.js';
import { type CoverageMethod, type CoverageReply, type CoverageRequest, fromPlainError } from './coverage-protocol.js';

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A coverage that lives in a thread of its own, so that loading it and answering never hold up the main thread.
 * Resolves when it can answer. Rejects with the worker's own error when it can't load.
 */
export async function openCoverageWorker(script: URL): Promise<OpenCoverage> {
  const worker = new Worker(script);
  const client = new CoverageClient(worker);
  await client.ready;
  return client;
}

class CoverageClient implements OpenCoverage {
  readonly ready: Promise<void>;
  readonly #worker: Worker;
  readonly #exited: Promise<void>;
  readonly #pending = new Map<number, Pending>();
  #nextId = 1;
  #dead = false;
  #closing = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      this.#pending.set(0, { resolve, reject });
    });
    worker.on('message', (reply: CoverageReply) => this.#receive(reply));
    worker.on('error', (error) => this.#fail(error));
    this.#exited = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#fail(new Error('its thread has ended'));
        resolve();
      });
    });
  }

  get dead(): boolean {
    return this.#dead;
  }

  ask: OpenCoverage['ask'] = (question, signal) => this.#call('ask', [question], signal);
  sources: OpenCoverage['sources'] = (publisher) => this.#call('sources', [publisher]);
  status: OpenCoverage['status'] = () => this.#call('status', []);
  suggestPublishers: OpenCoverage['suggestPublishers'] = (typed) => this.#call('suggestPublishers', [typed]);
  lookUpEntity: OpenCoverage['lookUpEntity'] = (name) => this.#call('lookUpEntity', [name]);
  entityDetail: OpenCoverage['entityDetail'] = (id, section) => this.#call('entityDetail', [id, section]);
  suggestEntities: OpenCoverage['suggestEntities'] = (typed) => this.#call('suggestEntities', [typed]);
  quotes: OpenCoverage['quotes'] = (who, about) => this.#call('quotes', [who, about]);

  async close(): Promise<void> {
    // Never `terminate`: a thread stopped inside native code takes the process with it.
    if (!this.#closing && !this.#dead) this.#send({ kind: 'close' });
    this.#closing = true;
    await this.#exited;
  }

  #send(request: CoverageRequest): void {
    this.#worker.postMessage(request);
  }

  #call<T>(method: CoverageMethod, args: readonly unknown[], signal?: AbortSignal): Promise<T> {
    if (this.#dead || this.#closing) return Promise.reject(new UnavailableError('The index', 'it has been closed'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = this.#nextId++;
    const stop = () => {
      this.#send({ kind: 'abort', id });
      this.#settle(id)?.reject(signal?.reason);
    };
    signal?.addEventListener('abort', stop, { once: true });
    return new Promise<T>((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as (value: never) => void, reject });
      this.#send({ kind: 'call', id, method, args });
    }).finally(() => signal?.removeEventListener('abort', stop));
  }

  #receive(reply: CoverageReply): void {
    if (reply.kind === 'ready') this.#settle(0)?.resolve(undefined as never);
    else if (reply.kind === 'refused') this.#settle(0)?.reject(fromPlainError(reply.error));
    else if (reply.kind === 'value') this.#settle(reply.id)?.resolve(reply.value as never);
    else this.#settle(reply.id)?.reject(fromPlainError(reply.error));
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #fail(error: unknown): void {
    this.#dead = true;
    const reason = new UnavailableError('The index', 'its thread has ended', { cause: error });
    for (const { reject } of this.#pending.values()) reject(reason);
    this.#pending.clear();
  }
}
