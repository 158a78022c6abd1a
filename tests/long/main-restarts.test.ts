import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeReindex } from '../../src/compose.js';
import { loadConfig } from '../../src/config.js';
import type { ReindexProgress } from '../../src/domain/reindex.js';
import { runReindex } from '../../src/indexing/run-reindex.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { runProgram } from '../support/program.js';
import { currentOf, runPrompt } from '../support/prompt-program.js';
import { type SmallPlace, smallPlace, writeArticle } from '../support/small-corpus.js';

const manifestOf = (place: SmallPlace) =>
  JSON.parse(readFileSync(path.join(place.indexDir, currentOf(place), 'manifest.json'), 'utf8'));

/** Re-indexes as the program does, and stops when the articles can be searched. */
async function publishWithoutNames({ settings }: SmallPlace): Promise<void> {
  const stop = new AbortController();
  const dependencies = await composeReindex(loadConfig(settings), createRecordingLogger());
  const onProgress = ({ phase }: ReindexProgress) => phase === 'published' && stop.abort();
  await runReindex({ ...dependencies, twoStagesFrom: 1 }, {}, onProgress, stop.signal);
}

describe('the program, started again at a prompt', () => {
  it('catalogues the names that a stopped re-index left out, though nothing has changed since', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    const article = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };
    writeArticle(place.corpusDir, 'whale.md', { ...article, text: 'Curator Signe Dahl hung up the whale.' });
    await publishWithoutNames(place);
    expect(manifestOf(place).catalogue).toHaveProperty('behind', true);
    const { stdout, stderr } = await runPrompt(place, ['/entity Signe Dahl', '/status']);
    expect(stderr).toContain('Index gen-000003 is serving now. 0 added, 0 changed, 0 removed, 5 unchanged');
    expect(stdout).toContain('Signe Dahl');
    expect(stdout).not.toContain('not catalogued yet');
    expect(manifestOf(place).catalogue).not.toHaveProperty('behind');
  }, 120_000);

  it('goes back to an earlier index, and stays there over restarts until somebody re-indexes', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    const article = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };
    writeArticle(place.corpusDir, 'whale.md', { ...article, text: 'Curator Signe Dahl hung up the whale.' });
    const whale = 'Who hung up the whale?';
    const first = await runPrompt(place, ['/index history', '/index rollback gen-000001', whale, '/corpus list whale']);
    expect(first.stdout).toMatch(/gen-000002 \(current\): .* 5 articles.*\n {2}gen-000001: .* 4 articles/);
    expect(first.stdout).toContain('start-up: reindex: published gen-000002');
    expect(first.stdout).toContain('Index gen-000001 is serving again, in place of gen-000002.');
    expect(first.stdout).not.toContain('Signe Dahl hung');
    expect(first.stdout).toMatch(/The corpus folder: 1 file\.\n {2}whale\.md, \d+ bytes/);
    const second = await runPrompt(place, [whale, '/reindex', whale]);
    expect(second.stderr).toContain('an index before the newest is current');
    expect(second.stdout).toMatch(/Index gen-000003 is serving now\. 1 added[\s\S]*Signe Dahl hung up the whale/);
    expect(currentOf(place)).toBe('gen-000003');
  }, 120_000);

  it('is brought up to date at its start where a crash came before the newest index was named: nobody has gone back', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    const article = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };
    writeArticle(place.corpusDir, 'whale.md', { ...article, text: 'Curator Signe Dahl hung up the whale.' });
    await runProgram('scripts/build-index.js', place);
    writeFileSync(path.join(place.settings.DATA_DIR ?? '', 'index', 'CURRENT'), 'gen-000001\n');
    const { stdout } = await runPrompt(place, ['Who hung up the whale?']);
    expect(stdout).toContain('Signe Dahl hung up the whale');
    expect(currentOf(place)).toBe('gen-000003');
  }, 120_000);
});
