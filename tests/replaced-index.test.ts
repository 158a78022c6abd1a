import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { composeReindex, loadCoverage } from '../src/compose.js';
import { loadConfig } from '../src/config.js';
import { runReindex } from '../src/indexing/run-reindex.js';
import type { Coverage } from '../src/ports/dateline.js';
import { createRecordingLogger } from './fakes/recording-logger.js';
import { smallPlace, writeArticle } from './support/small-corpus.js';

const logger = createRecordingLogger();
const whale = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };

/** All it has to say, the graph and the directory included. */
async function heard(coverage: Coverage) {
  return {
    answer: await coverage.ask({ text: 'Who repaired the lamp of the lighthouse?' }),
    sources: await coverage.sources(),
    person: await coverage.lookUpEntity('Ada Lindqvist'),
    quotes: await coverage.quotes('Ada Lindqvist'),
    status: await coverage.status(),
  };
}

it('an index that answers needs none of its files: it goes on when it is pruned, and when the whole folder is gone', async () => {
  const { settings, corpusDir, indexDir } = smallPlace();
  const config = loadConfig(settings);
  const reindex = async () => runReindex(await composeReindex(config, logger), {}, () => {});
  await reindex();
  const coverage = await loadCoverage(config, logger);
  if (coverage === null) throw new Error('nothing is indexed');
  const before = await heard(coverage);
  expect(before.answer.status).toBe('answered');

  for (const metres of [14, 15, 16]) {
    writeArticle(corpusDir, 'whale.md', { ...whale, text: `Curator Signe Dahl hung up a whale of ${metres} metres.` });
    expect((await reindex()).kind).toBe('published');
  }
  expect(existsSync(path.join(indexDir, 'gen-000001'))).toBe(false);
  expect(await heard(coverage)).toEqual(before);

  rmSync(indexDir, { recursive: true });
  expect(await heard(coverage)).toEqual(before);
  expect((await reindex()).kind).toBe('published');
}, 60_000);

it('an index made while the clock goes back takes the place of the one before, and the oldest by number is pruned', async () => {
  const { settings, corpusDir, indexDir } = smallPlace();
  const config = loadConfig(settings);
  let now = Date.parse('2026-03-29T02:00:00Z');
  // An hour back at every look.
  const clock = { now: () => (now -= 3_600_000) };
  for (const metres of [14, 15, 16, 17]) {
    writeArticle(corpusDir, 'whale.md', { ...whale, text: `Curator Signe Dahl hung up a whale of ${metres} metres.` });
    const outcome = await runReindex({ ...(await composeReindex(config, logger)), clock }, {}, () => {});
    expect(outcome.kind).toBe('published');
  }
  const coverage = await loadCoverage(config, logger);
  expect(await coverage?.status()).toMatchObject({ snapshot: 'gen-000004' });
  expect(JSON.stringify(await coverage?.ask({ text: 'Who hung up a whale?' }))).toContain('17 metres');
  expect(readdirSync(indexDir).toSorted()).toEqual(['CURRENT', 'gen-000002', 'gen-000003', 'gen-000004']);
}, 60_000);
