import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runProgram } from './support/program.js';
import { smallPlace } from './support/small-corpus.js';

// As `npm test` has built it.
const built = (file: string) => pathToFileURL(path.join('dist/src', file));

/** Runs the body of an async function of `intake`, `audit` and `offered` (text to file) over a small corpus; gives what it returns. */
async function running(body: string): Promise<{ outcome: unknown; corpusDir: string; dataDir: string }> {
  const { cwd, corpusDir, indexDir, settings } = smallPlace();
  const script = path.join(cwd, 'script.mjs');
  writeFileSync(
    script,
    `import { composeAuditLog, composeIntake } from '${built('compose-intake.js')}';
     import { composeLogger } from '${built('compose.js')}';
     import { loadConfig } from '${built('config.js')}';
     import { NoSnapshotError } from '${built('domain/errors.js')}';
     const config = loadConfig(process.env);
     const sources = async () => { throw new NoSnapshotError('Nothing is indexed yet.'); };
     const intake = composeIntake(config, composeLogger(config), { sources });
     const audit = composeAuditLog(config);
     const offered = (name, text) => ({ kind: 'file', name, bytes: Buffer.from(text) });
     const run = async () => { ${body} };
     process.stdout.write(JSON.stringify(await run()));`,
  );
  const { stdout, stderr } = await runProgram(path.relative('dist', script), { cwd, settings });
  if (stdout === '') throw new Error(stderr);
  return { outcome: JSON.parse(stdout), corpusDir, dataDir: path.dirname(indexDir) };
}

describe('the intake of a real corpus folder', () => {
  it('takes an article in, replaces it, and takes it out again, without losing a version', async () => {
    const { outcome, corpusDir, dataDir } = await running(`
      const say = (text) => offered('Whale.md', '# Museum gets a whale\\n\\n' + text);
      const first = await intake.preview(say('Curator Signe Dahl hung up the whale.'));
      const written = await intake.confirm(first.draft.draft);
      const second = await intake.preview(say('The whale is fourteen metres long.'), { replace: true });
      const replaced = await intake.confirm(second.draft.draft);
      const listed = await intake.list({ text: 'whale' });
      const removed = await intake.remove('whale');
      return [written, second.draft.replaces, replaced, listed.total, removed];`);
    expect(outcome).toEqual([
      { kind: 'written', file: 'whale.md', article: 'whale' },
      { file: 'whale.md' },
      {
        kind: 'written',
        file: 'whale.md',
        article: 'whale',
        formerKeptAs: expect.stringMatching(/^removed.*whale\.md$/),
      },
      1,
      { kind: 'removed', file: 'whale.md', keptAs: expect.stringMatching(/^removed.*whale\.md$/) },
    ]);
    expect(readdirSync(corpusDir)).not.toContain('whale.md');
    const kept = readdirSync(path.join(dataDir, 'removed'), { recursive: true, encoding: 'utf8' });
    const texts = kept
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(path.join(dataDir, 'removed', name), 'utf8'));
    expect(texts.toSorted().map((text) => text.split('\n').at(-1))).toEqual([
      'Curator Signe Dahl hung up the whale.',
      'The whale is fourteen metres long.',
    ]);
  });

  it('fetches from no host unless one is set, and records what was done', async () => {
    const { outcome, dataDir } = await running(`
      const preview = await intake.preview({ kind: 'address', address: 'http://127.0.0.1/' });
      await audit.record({ who: { id: '1', name: 'Ada' }, action: 'add-article', what: '127.0.0.1', outcome: preview.reason });
      return [preview, (await audit.newest(5)).length];`);
    const reason = 'No page can be fetched: ALLOWED_HOSTS names no host.';
    expect(outcome).toEqual([{ kind: 'refused', reason }, 1]);
    expect(readFileSync(path.join(dataDir, 'audit.jsonl'), 'utf8')).toContain(reason);
  });
});
