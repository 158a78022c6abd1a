import { existsSync, rmSync } from 'node:fs';
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
});
