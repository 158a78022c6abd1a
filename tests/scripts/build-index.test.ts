import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startEmbeddingServer } from '../support/embedding-server.js';
import { runProgram, startProgram } from '../support/program.js';
import { smallPlace } from '../support/small-corpus.js';

function buildIndex(args: string[], { cwd, settings } = smallPlace()) {
  return runProgram('scripts/build-index.js', { cwd, settings, args });
}

describe('npm run index', () => {
  it('builds once, and finds nothing to do the second time', async () => {
    const place = smallPlace();
    const first = await buildIndex([], place);
    expect(first.stdout).toMatch(
      /^Index gen-000001 is serving now\. 4 added, .* 4 vectors made, 0 reused; [\d.]+ s\.\n/,
    );
    const second = await buildIndex([], place);
    expect(second.stdout).toBe('Nothing has changed; index gen-000001 goes on serving 4 articles.\n');
    expect([first.code, second.code]).toEqual([0, 0]);
  });

  it('writes nothing with --dry-run, and tells the outcome as JSON with --json', async () => {
    const place = smallPlace();
    const { code, stdout } = await buildIndex(['--dry-run', '--json'], place);
    const outcome = z.object({ kind: z.string(), report: z.object({ added: z.array(z.string()) }) });
    expect(outcome.parse(JSON.parse(stdout))).toMatchObject({
      kind: 'dry-run',
      report: { added: ['bakery', 'ferry', 'lighthouse', 'school'] },
    });
    expect([code, existsSync(path.join(place.indexDir, 'CURRENT'))]).toEqual([0, false]);
  });

  it('names a file that is no article, and indexes the others', async () => {
    const place = smallPlace();
    writeFileSync(path.join(place.corpusDir, 'empty.md'), '');
    const { code, stdout } = await buildIndex([], place);
    expect(stdout).toMatch(/4 added, .* 1 file set aside\./);
    expect(stdout).toMatch(/^ {2}Set aside empty\.md: /m);
    expect(code).toBe(0);
  });

  it('ends with 1 and one line where the corpus is not there', async () => {
    const place = smallPlace();
    const settings = { ...place.settings, CORPUS_DIR: 'nowhere' };
    const { code, stdout, stderr } = await buildIndex([], { ...place, settings });
    expect(stderr).toMatch(/^The corpus folder "nowhere" can't be opened .*\n$/);
    expect([code, stdout]).toEqual([1, '']);
  });

  it('tells a wrong setting as JSON too', async () => {
    const place = smallPlace();
    for (const wrong of [{ EMBEDDINGS: 'openai:small' }, { CONFIRM_DROP_SHARE: '7' }]) {
      const { code, stdout, stderr } = await buildIndex(['--json'], {
        ...place,
        settings: { ...place.settings, ...wrong },
      });
      const { kind, reason } = z.object({ kind: z.string(), reason: z.string() }).parse(JSON.parse(stdout));
      expect([code, kind, `${reason}\n`]).toEqual([1, 'failed', stderr]);
    }
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('is stopped by %s, says so, and leaves nothing', async (signal) => {
    const place = smallPlace();
    const embeddings = await startEmbeddingServer({ kind: 'hang' });
    const settings = { ...place.settings, EMBEDDINGS: 'ollama:small', OLLAMA_BASE_URL: embeddings.url };
    const program = startProgram('scripts/build-index.js', { cwd: place.cwd, settings, args: ['--json'] });
    await expect.poll(() => embeddings.requests.length, { timeout: 20_000 }).toBe(1);
    program.kill(signal);
    const { code, stdout } = await program.ended;
    expect([code, stdout]).toEqual([1, '{"kind":"cancelled"}\n']);
    expect(readdirSync(place.indexDir)).toEqual([]);
    const log = readFileSync(path.join(place.settings.DATA_DIR ?? '', 'audit.jsonl'), 'utf8');
    expect(log).toContain('"action":"reindex","what":"","outcome":"stopped"');
  });

  it('ends with 3, writes nothing and says how, where it would drop more than a fifth of the articles', async () => {
    const place = smallPlace();
    await buildIndex([], place);
    for (const file of ['ferry.md', 'school.md']) rmSync(path.join(place.corpusDir, file));
    const refused = await buildIndex([], place);
    expect(refused.stderr).toMatch(
      /A re-index would drop 2 of 4 articles, .*\n {2}Removed: ferry and school\nIf that is meant, add --allow-drop\.\n$/,
    );
    expect([refused.code, refused.stdout]).toEqual([3, '']);
    const json = await buildIndex(['--json'], place);
    expect([json.code, JSON.parse(json.stdout).kind]).toEqual([3, 'drop-refused']);
    const allowed = await buildIndex(['--allow-drop'], place);
    expect(allowed.stdout).toMatch(/^Index gen-000002 is serving now\. 0 added, 0 changed, 2 removed, 2 unchanged\./);
    expect(allowed.code).toBe(0);
  });

  it('drops any share with CONFIRM_DROP_SHARE=1', async () => {
    const place = smallPlace();
    await buildIndex([], place);
    for (const file of ['ferry.md', 'school.md', 'bakery.md']) rmSync(path.join(place.corpusDir, file));
    const settings = { ...place.settings, CONFIRM_DROP_SHARE: '1' };
    expect((await buildIndex([], { ...place, settings })).code).toBe(0);
  });

  it('is in the audit log as done from the shell, also where it failed', async () => {
    const place = smallPlace();
    await buildIndex(['--full'], place);
    await buildIndex([], { ...place, settings: { ...place.settings, CORPUS_DIR: 'nowhere' } });
    const log = readFileSync(path.join(path.dirname(place.indexDir), 'audit.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(log.map((line) => JSON.parse(line))).toMatchObject([
      {
        who: { id: 'shell' },
        action: 'reindex',
        what: 'full',
        outcome: expect.stringMatching(/^published gen-000001: 4/),
      },
      {
        who: { id: 'shell' },
        action: 'reindex',
        what: '',
        outcome: expect.stringMatching(/^failed: The corpus folder/),
      },
    ]);
  });

  it('builds though the audit log can not be written, and says so', async () => {
    const place = smallPlace();
    mkdirSync(path.join(path.dirname(place.indexDir), 'audit.jsonl'), { recursive: true });
    const { code, stdout, stderr } = await buildIndex([], place);
    expect(stderr).toContain('This is not in the audit log: audit log:');
    expect([code, stdout.startsWith('Index gen-000001')]).toEqual([0, true]);
  });

  it('prints one line of JSON for a failure, too', async () => {
    const place = smallPlace();
    const settings = { ...place.settings, CORPUS_DIR: 'nowhere' };
    const { code, stdout } = await buildIndex(['--json'], { ...place, settings });
    expect([code, JSON.parse(stdout).kind]).toEqual([1, 'failed']);
  });

  it.each([['--fast'], ['corpus']])('ends with 2 and the usage after %s', async (word) => {
    const { code, stderr } = await buildIndex([word]);
    expect(stderr).toMatch(/\nUsage: npm run -s index -- \[--full\] \[--dry-run\] \[--json\] \[--allow-drop\]\n$/);
    expect(code).toBe(2);
  });
});
