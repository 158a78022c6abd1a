import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createReindexProcess } from '../../../src/adapters/node/reindex-process.js';
import type { ReindexProgress } from '../../../src/domain/reindex.js';
import { smallPlace } from '../../support/small-corpus.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

// A process runs JavaScript: `npm test` builds it first.
const realScript = pathToFileURL('dist/src/reindex-process.js');
const library = pathToFileURL('dist/src/adapters/node/reindex-process.js');
const nothing = () => {};

/** A script for the child. */
function childScript(source: string): URL {
  const file = path.join(temporaryFolder(), 'child.mjs');
  writeFileSync(file, source);
  return pathToFileURL(file);
}

/** A child that re-indexes thus: the body of an async function of `options`, `onProgress` and `signal`. */
const serving = (body: string) =>
  childScript(`import { serveReindex } from '${library}';
    serveReindex(async (options, onProgress, signal) => { ${body} });`);

describe('a re-index in a process of its own', () => {
  it('publishes, tells its progress, and finds nothing to do the second time', async () => {
    const place = smallPlace();
    for (const [name, value] of Object.entries(place.settings)) vi.stubEnv(name, value);
    onTestFinished(() => void vi.unstubAllEnvs());
    const reindex = createReindexProcess(realScript);
    const heard: ReindexProgress[] = [];
    const outcome = await reindex({}, (progress) => void heard.push(progress));
    expect(outcome).toMatchObject({ kind: 'published', snapshot: 'gen-000001', report: { passages: 4 } });
    expect(heard.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['reading', 'embedding', 'publishing']));
    expect(await reindex({}, nothing)).toMatchObject({ kind: 'unchanged', snapshot: 'gen-000001' });
    expect(await reindex({ dryRun: true }, nothing)).toMatchObject({ kind: 'dry-run' });
    expect(await reindex({ full: true }, nothing)).toMatchObject({ kind: 'published', snapshot: 'gen-000002' });
  });

  it('says why nothing can be built', async () => {
    const place = smallPlace();
    vi.stubEnv('CORPUS_DIR', path.join(place.cwd, 'nowhere'));
    vi.stubEnv('DATA_DIR', place.cwd);
    onTestFinished(() => void vi.unstubAllEnvs());
    const outcome = await createReindexProcess(realScript)({}, nothing);
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('nowhere') });
  });

  it('hands its options on', async () => {
    const reindex = createReindexProcess(serving("return { kind: 'failed', reason: JSON.stringify(options) };"));
    const outcome = await reindex({ full: true }, nothing);
    expect(outcome).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('"full":true,"dryRun":false,"mayDrop":[]'),
    });
    for (const mayDrop of ['any', ['a', 'b']] as const) {
      expect(await reindex({ mayDrop }, nothing)).toMatchObject({
        reason: expect.stringContaining(`"mayDrop":${JSON.stringify(mayDrop)}`),
      });
    }
  });

  it('is cancelled by its signal: the child hears it', async () => {
    const reindex = createReindexProcess(
      serving(`onProgress({ phase: 'reading', done: 0, total: 1 });
        await new Promise((resolve) => { signal.addEventListener('abort', resolve); setInterval(() => {}, 1000).unref(); });
        return { kind: 'failed', reason: 'it heard the signal' };`),
    );
    const stop = new AbortController();
    const outcome = await reindex({}, () => stop.abort(), stop.signal);
    expect(outcome).toEqual({ kind: 'failed', reason: 'it heard the signal' });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('stops where its process gets %s, as all of a terminal do', async (name) => {
    const reindex = createReindexProcess(
      serving(`const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve));
        process.kill(process.pid, '${name}');
        await stopped;
        return { kind: 'cancelled' };`),
    );
    expect(await reindex({}, nothing)).toEqual({ kind: 'cancelled' });
  });

  it('is cancelled where the child ends at the signal without a word', async () => {
    const reindex = createReindexProcess(
      childScript(`process.on('message', ({ kind }) => {
        if (kind === 'start') process.send({ kind: 'progress', progress: { phase: 'reading', done: 0, total: 1 } });
        else process.exit(0);
      });`),
    );
    const stop = new AbortController();
    expect(await reindex({}, () => stop.abort(), stop.signal)).toEqual({ kind: 'cancelled' });
  });

  it('does not begin with a signal that is aborted already', async () => {
    const never = createReindexProcess(pathToFileURL('dist/nowhere.js'));
    expect(await never({}, nothing, AbortSignal.abort())).toEqual({ kind: 'cancelled' });
  });

  it.each([
    ['is killed', "process.on('message', () => process.kill(process.pid, 'SIGKILL'));", 'SIGKILL'],
    ['ends', "process.on('message', () => process.exit(3));", 'exit code 3'],
    ['ends at once', 'process.exit(4);', 'exit code 4'],
    [
      'ends without an error and without a word',
      "process.on('message', () => setTimeout(() => process.disconnect(), 1));",
      'exit code 0',
    ],
  ])('fails, with the reason, where the child %s', async (_case, source, why) => {
    const reason = `The process that builds the index ended early (${why}).`;
    expect(await createReindexProcess(childScript(source))({}, nothing)).toEqual({ kind: 'failed', reason });
  });

  it('fails with what the run threw, though it never should throw', async () => {
    const reindex = createReindexProcess(serving("throw new Error('OPENAI_API_KEY is not set');"));
    expect(await reindex({}, nothing)).toEqual({ kind: 'failed', reason: 'OPENAI_API_KEY is not set' });
  });

  it('brings a long report home whole', async () => {
    const reindex = createReindexProcess(
      serving(`const added = Array.from({ length: 50000 }, (_, i) => 'article with a rather long name ' + i);
        return { kind: 'published', snapshot: 'gen-000001', report: { added } };`),
    );
    const outcome = await reindex({}, nothing);
    expect(outcome.kind === 'published' && outcome.report.added).toHaveLength(50_000);
  });

  it('tells the last step of a phase, however fast they come', async () => {
    const reindex = createReindexProcess(
      serving(`for (let done = 0; done <= 5000; done++) onProgress({ phase: 'embedding', done, total: 5000 });
        return { kind: 'cancelled' };`),
    );
    const heard: number[] = [];
    await reindex({}, ({ done }) => void heard.push(done));
    expect(heard.at(-1)).toBe(5_000);
    expect(heard.length).toBeLessThan(2_500);
  });
});
