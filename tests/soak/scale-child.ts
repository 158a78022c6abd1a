import { createWordnetThesaurus } from '../../src/adapters/wordnet/wordnet-thesaurus.js';
import { composeReindex } from '../../src/compose.js';
import { loadConfig } from '../../src/config.js';
import { createEntityDirectory } from '../../src/entities/lookup/create-entity-directory.js';
import { percentile } from '../../src/evaluation/ranking-measures.js';
import { loadSnapshot } from '../../src/indexing/load-snapshot.js';
import { runReindex } from '../../src/indexing/run-reindex.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import { retrieve } from '../../src/retrieval/retrieve.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { articleList } from '../fakes/article-list.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { readMaterial, scaled } from './corpora.js';
import type { ScaleFigures } from './scale.js';

const [dataDir = '', count = '', dataset = ''] = process.argv.slice(2);
const { articles, questions } = await readMaterial(dataset === '' ? undefined : dataset);
const config = loadConfig({ DATA_DIR: dataDir });
const corpus = articleList(scaled(articles, Number(count)));
const { store, embedder, vectorIndexes, ...rest } = await composeReindex(config, createRecordingLogger(), corpus);

const started = performance.now();
let [cataloguedFrom, cataloguedTo] = [0, 0];
const outcome = await runReindex({ store, embedder, vectorIndexes, ...rest }, {}, ({ phase }) => {
  if (phase === 'cataloguing' && cataloguedFrom === 0) cataloguedFrom = performance.now();
  if (phase === 'publishing') cataloguedTo = performance.now();
});
if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome));
const indexSeconds = (performance.now() - started) / 1_000;
const peakMegabytes = process.resourceUsage().maxRSS / 1_000;

const beforeLoad = performance.now();
const stored = await store.loadCurrent();
if (stored === null) throw new Error('nothing was published');
const snapshot = await loadSnapshot(stored, embedder, vectorIndexes);
const { catalogue } = snapshot;
const directory = createEntityDirectory(catalogue, snapshot.articles, snapshot.passages);
const loadSeconds = (performance.now() - beforeLoad) / 1_000;
const times = await searchTimes(snapshot);
const lookups = await lookupTimes();
const { report } = snapshot.vectorIndex;
const diskBytes = Object.values(stored.manifest.files).reduce((sum, { bytes }) => sum + bytes, 0);
const figures: ScaleFigures = {
  articles: snapshot.articles.length,
  passages: snapshot.passages.length,
  entities: catalogue.entities.length,
  indexSeconds,
  catalogueSeconds: (cataloguedTo - cataloguedFrom) / 1_000,
  peakMegabytes,
  diskMegabytes: diskBytes / 1e6,
  loadSeconds,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  search: report.kind === 'hnsw' ? `graph, ef ${report.ef}, recall ${report.recall}` : `exact: ${report.reason}`,
  lookupP50: percentile(lookups, 0.5),
  lookupP95: percentile(lookups, 0.95),
};
process.stdout.write(JSON.stringify(figures));

/** Milliseconds from a question's text to thirty ranked passages, after a first round that warms up. */
async function searchTimes(snapshot: Snapshot): Promise<number[]> {
  const tools = { embedder, thesaurus: createWordnetThesaurus() };
  const times: number[] = [];
  for (const text of [...questions, ...questions]) {
    const from = performance.now();
    retrieve(snapshot, await prepareQuery(snapshot, tools, text), 30);
    times.push(performance.now() - from);
  }
  return times.slice(questions.length);
}

/** Milliseconds to look up a name: every so many of the catalogue's aliases, in a second round. */
async function lookupTimes(): Promise<number[]> {
  const every = Math.ceil(catalogue.entities.length / 2_000);
  const asked = catalogue.entities.filter((_, number) => number % every === 0).flatMap(({ aliases }) => aliases);
  const times: number[] = [];
  for (const { text } of [...asked, ...asked]) {
    const from = performance.now();
    await directory.lookUpEntity(text);
    times.push(performance.now() - from);
  }
  return times.slice(asked.length);
}
