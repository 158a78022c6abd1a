import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CoverageReply, CoverageRequest } from '../../../src/adapters/node/coverage-protocol.js';
import { serveCoverage } from '../../../src/adapters/node/serve-coverage.js';
import { NoSnapshotError } from '../../../src/domain/errors.js';
import type { Coverage } from '../../../src/ports/dateline.js';
import { forumArticles } from '../../fakes/fake-coverage.js';
import { FakeDateline } from '../../fakes/fake-dateline.js';
import { fakePeople, maraQuill } from '../../fakes/fake-people.js';

/** A served coverage, seen from the other end of its port. */
class Caller {
  readonly replies: CoverageReply[] = [];
  readonly closed: Promise<unknown>;
  readonly #port: MessagePort;

  constructor(open: () => Promise<Coverage>) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.closed = once(port1, 'close');
    port1.on('message', (reply: CoverageReply) => this.replies.push(reply));
    onTestFinished(() => port1.close());
    void serveCoverage(port2, open);
  }

  send(request: CoverageRequest): void {
    this.#port.postMessage(request);
  }

  ask(id: number, text: string): void {
    this.send({ kind: 'call', id, method: 'ask', args: [{ text }] });
  }

  /** The next reply to come. */
  async next(): Promise<CoverageReply | undefined> {
    await once(this.#port, 'message');
    return this.replies.at(-1);
  }
}

// What no thread can be handed, though the types say a text: to see a message that can't be sent.
const nobody = (() => 'Nobody') as unknown as string;
const fake = () => new FakeDateline(forumArticles, fakePeople());

/** A coverage whose `ask` waits for its key, or for the wish to stop. */
function waiting() {
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const coverage = fake();
  for (const text of ['first', 'second']) {
    coverage.on(text, async (_question, signal) => {
      const stopped = new Promise<never>((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
      await Promise.race([gate, stopped]);
      return coverage.ask({ text: 'Did presidents discuss tourism?' });
    });
  }
  return { coverage, release };
}

describe('serveCoverage', () => {
  it('says when it is ready, and answers every call under its number', async () => {
    const coverage = fake();
    const caller = new Caller(async () => coverage);
    expect(await caller.next()).toEqual({ kind: 'ready' });
    const text = 'Did presidents discuss tourism?';
    caller.ask(7, text);
    expect(await caller.next()).toEqual({ kind: 'value', id: 7, value: await coverage.ask({ text }) });
    caller.send({ kind: 'call', id: 8, method: 'status', args: [] });
    expect(await caller.next()).toEqual({ kind: 'value', id: 8, value: await coverage.status() });
    caller.send({ kind: 'call', id: 9, method: 'sources', args: ['xinhua'] });
    expect(await caller.next()).toEqual({ kind: 'value', id: 9, value: await coverage.sources('xinhua') });
    caller.send({ kind: 'call', id: 10, method: 'suggestPublishers', args: ['xin'] });
    expect(await caller.next()).toEqual({ kind: 'value', id: 10, value: ['Xinhua'] });
  });

  it('hands both arguments of a call on', async () => {
    const caller = new Caller(async () => fake());
    await caller.next();
    const { card, said } = maraQuill;
    caller.send({ kind: 'call', id: 1, method: 'entityDetail', args: [card.id, 'said'] });
    expect(await caller.next()).toEqual({ kind: 'value', id: 1, value: { section: 'said', sayings: said } });
    caller.send({ kind: 'call', id: 2, method: 'quotes', args: ['Mara Quill', 'bridge had'] });
    expect(await caller.next()).toMatchObject({ value: { status: 'found', sayings: [said[1]] } });
  });

  it('says why it can’t be opened, and ends', async () => {
    const caller = new Caller(() => Promise.reject(new NoSnapshotError('Nothing is indexed yet.')));
    await caller.closed;
    expect(caller.replies).toMatchObject([
      { kind: 'refused', error: { name: 'NoSnapshotError', message: 'Nothing is indexed yet.' } },
    ]);
  });

  it('answers a call that fails with its error, and the next one with its value', async () => {
    const caller = new Caller(async () => fake());
    await caller.next();
    caller.ask(1, ' ');
    expect(await caller.next()).toMatchObject({ kind: 'error', id: 1, error: { name: 'UsageError' } });
    caller.ask(2, 'Did presidents discuss tourism?');
    expect(await caller.next()).toMatchObject({ kind: 'value', id: 2 });
  });

  it('answers with an error where the value can’t cross the thread', async () => {
    const caller = new Caller(async () => Object.assign(fake(), { suggestPublishers: async () => [nobody] }));
    await caller.next();
    caller.send({ kind: 'call', id: 1, method: 'suggestPublishers', args: [''] });
    expect(await caller.next()).toMatchObject({ kind: 'error', id: 1, error: { name: 'DataCloneError' } });
  });

  it('stops the call that is to stop, and no other', async () => {
    const { coverage, release } = waiting();
    const caller = new Caller(async () => coverage);
    await caller.next();
    caller.ask(1, 'first');
    caller.ask(2, 'second');
    caller.send({ kind: 'abort', id: 1 });
    caller.send({ kind: 'abort', id: 99 });
    expect(await caller.next()).toMatchObject({ kind: 'error', id: 1, error: { name: 'AbortError' } });
    release();
    expect(await caller.next()).toMatchObject({ kind: 'value', id: 2 });
  });

  it('ends after the calls that have begun', async () => {
    const { coverage, release } = waiting();
    const caller = new Caller(async () => coverage);
    await caller.next();
    caller.ask(1, 'first');
    caller.ask(2, 'second');
    caller.send({ kind: 'close' });
    caller.send({ kind: 'call', id: 3, method: 'suggestPublishers', args: ['xin'] });
    await caller.next();
    release();
    await caller.closed;
    expect(caller.replies.flatMap((reply) => ('id' in reply ? [reply.id] : [])).toSorted()).toEqual([1, 2, 3]);
  });

  it('ends at once where nothing runs', async () => {
    const caller = new Caller(async () => fake());
    await caller.next();
    caller.send({ kind: 'close' });
    await caller.closed;
    expect(caller.replies).toEqual([{ kind: 'ready' }]);
  });
});
