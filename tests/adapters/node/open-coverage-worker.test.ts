import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openCoverageWorker } from '../../../src/adapters/node/open-coverage-worker.js';
import { ConfigError, NoSnapshotError, UnavailableError, UsageError } from '../../../src/domain/errors.js';
import { runProgram } from '../../support/program.js';
import { type SmallPlace, smallPlace } from '../../support/small-corpus.js';

// Threads run JavaScript: `npm test` builds it first.
const realScript = pathToFileURL('dist/src/coverage-worker.js');

/** A thread's script that begins as ready and does so with every message. */
const readyAnd = (onMessage: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (message) => { ${onMessage} });
      parentPort.postMessage({ kind: 'ready' });
    `)}`,
  );

const question = { text: 'Who repaired the lamp of the lighthouse?' };

function use({ settings }: SmallPlace, more: Record<string, string> = {}): void {
  for (const [name, value] of Object.entries({ ...settings, ...more })) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

describe('the coverage in a thread of its own', () => {
  it('answers as a coverage, keeps the class of errors, and ends when it is closed', async () => {
    const place = smallPlace();
    use(place);
    expect((await runProgram('scripts/build-index.js', { cwd: place.cwd, settings: place.settings })).code).toBe(0);
    const coverage = await openCoverageWorker(realScript);
    const answers = await Promise.all([coverage.ask(question), coverage.ask(question), coverage.status()]);
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[2]).toMatchObject({ snapshot: 'gen-000001', coverage: { articles: 4 } });
    expect((await coverage.sources()).map(({ publisher }) => publisher)).toEqual([
      'Harbour Gazette',
      'Norrvik Courier',
    ]);
    expect(await coverage.suggestPublishers('norr')).toEqual(['Norrvik Courier']);
    await expect(coverage.ask({ text: '?' })).rejects.toThrow(UsageError);
    await expect(coverage.lookUpEntity(' ')).rejects.toThrow(UsageError);
    await expect(coverage.ask(question, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    const begun = coverage.ask(question);
    await coverage.close();
    expect(await begun).toEqual(answers[0]);
    await expect(coverage.status()).rejects.toThrow('it has been closed');
    await coverage.close();
  });

  it('says that nothing is indexed', async () => {
    use(smallPlace());
    await expect(openCoverageWorker(realScript)).rejects.toThrow(NoSnapshotError);
  });

  it('says which setting is wrong', async () => {
    use(smallPlace(), { EMBEDDINGS: 'magic' });
    await expect(openCoverageWorker(realScript)).rejects.toThrow(ConfigError);
  });

  it('says that its script is missing', async () => {
    await expect(openCoverageWorker(pathToFileURL('dist/nowhere.js'))).rejects.toThrow(UnavailableError);
  });
});

describe('a thread that dies', () => {
  it.each([
    ['ends', 'process.exit(1)'],
    ['throws', "throw new Error('a mistake')"],
  ])('and %s refuses the calls it owes and all that come later', async (_case, onMessage) => {
    const coverage = await openCoverageWorker(readyAnd(onMessage));
    expect(coverage.dead).toBe(false);
    const owed = await Promise.allSettled([coverage.ask(question), coverage.status()]);
    for (const call of owed) expect(call).toMatchObject({ status: 'rejected', reason: { service: 'The index' } });
    expect(coverage.dead).toBe(true);
    await expect(coverage.status()).rejects.toThrow(UnavailableError);
    await coverage.close();
  });

  it('before it is ready was never opened', async () => {
    const script = new URL('data:text/javascript,process.exit(0)');
    await expect(openCoverageWorker(script)).rejects.toThrow('its thread has ended');
  });
});

describe('a call that is to stop', () => {
  it('is rejected with the reason at once, and the thread is told', async () => {
    // Ends when it is told to stop; never answers.
    const coverage = await openCoverageWorker(readyAnd("if (message.kind === 'abort') process.exit(0)"));
    const stop = new AbortController();
    const asked = coverage.ask(question, stop.signal);
    const other = coverage.status();
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(asked).rejects.toBe(reason);
    await expect(other).rejects.toThrow('its thread has ended');
  });

  it('may be answered all the same without harm', async () => {
    const late =
      "if (message.kind === 'abort') parentPort.postMessage({ kind: 'value', id: message.id, value: 'late' });";
    const call =
      "if (message.method === 'status') parentPort.postMessage({ kind: 'value', id: message.id, value: 'up' });";
    const close = "if (message.kind === 'close') parentPort.close();";
    const coverage = await openCoverageWorker(readyAnd(late + call + close));
    const stop = new AbortController();
    const asked = coverage.ask(question, stop.signal);
    stop.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(await coverage.status()).toBe('up');
    await coverage.close();
  });
});
