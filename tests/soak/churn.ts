import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openCoverageWorker } from '../../src/adapters/node/open-coverage-worker.js';
import { composeReindex, systemClock } from '../../src/compose.js';
import { loadConfig } from '../../src/config.js';
import { NoSnapshotError } from '../../src/domain/errors.js';
import { createLiveDateline } from '../../src/indexing/live-dateline.js';
import { runReindex } from '../../src/indexing/run-reindex.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { generatedArticles } from '../support/generated-corpus.js';
import { writeCorpus } from './corpora.js';
import { barred, type Figure, told } from './report.js';
import { growthPerThousand, megabytesInUse, type Resources, resourcesNow, spanOf } from './resources.js';

const articles = 40;
// Caches fill, code is compiled, and the collector finds its heap's size.
const warmUpShare = 0.2;
// The current one and the two before it (kept-generations.ts).
const generationsKept = 3;
// The texts of one turn alone are some 10 kB: were they held, it would be 10 MB.
const mostMegabytes = 5;

interface Turn extends Resources {
  readonly inUse: number;
  readonly published: boolean;
  readonly answered: boolean;
  readonly folders: string;
  readonly bytes: number;
}

/** Re-indexes by the thousand in one process, an article changed and a question asked each time; nothing may pile up. */
export async function soakChurn(work: string, runs: number): Promise<Figure[]> {
  const { dateline, corpus, index } = openHere(work);
  writeCorpus(corpus, generatedArticles(articles, 1));
  const turns: Turn[] = [];
  const started = performance.now();
  for (let turn = 1; turn <= runs; turn++) {
    // Prices of one length, so that the size on the disk can be compared.
    const price = 100_000 + turn;
    writeArticle(corpus, price);
    const outcome = await dateline.reindex({}, () => {});
    const answer = await dateline.ask({ text: 'How many crowns does a season ticket of the harbour museum cost?' });
    turns.push({
      inUse: megabytesInUse(),
      ...resourcesNow(),
      published: outcome.kind === 'published',
      answered: answer.status === 'answered' && JSON.stringify(answer.statements).includes(String(price)),
      folders: readdirSync(index).toSorted().join(),
      bytes: bytesBelow(index),
    });
    if (turn % 100 === 0) process.stderr.write(`${turn} re-indexes, ${turns.at(-1)?.megabytes.toFixed(0)} MB\n`);
  }
  const seconds = (performance.now() - started) / 1_000;
  await dateline.close();
  return [told('re-indexes in one process', `${runs} in ${seconds.toFixed(0)} s`), ...figures(turns, runs)];
}

/** As `main` composes it, but for the build, which runs here: it is this process that must not grow. */
function openHere(work: string) {
  const [corpus, data] = [path.join(work, 'corpus'), path.join(work, 'data')];
  Object.assign(process.env, { CORPUS_DIR: corpus, DATA_DIR: data, EMBEDDINGS: 'builtin' });
  const config = loadConfig(process.env);
  const dateline = createLiveDateline({
    open: () =>
      openCoverageWorker(new URL('../../src/coverage-worker.js', import.meta.url)).catch((error: unknown) => {
        if (error instanceof NoSnapshotError) return null;
        throw error;
      }),
    build: async (...args) => runReindex(await composeReindex(config, createRecordingLogger()), ...args),
    logger: createRecordingLogger(),
    clock: systemClock,
  });
  mkdirSync(corpus, { recursive: true });
  return { dateline, corpus, index: path.join(data, 'index') };
}

function writeArticle(corpus: string, price: number): void {
  const matter =
    '---\ntitle: The harbour museum sells season tickets\npublisher: Coast Courier\npublished: 2026-02-03\n---';
  const text = `A season ticket of the harbour museum costs ${price} crowns. It is sold at the quay from nine in the morning.`;
  writeFileSync(path.join(corpus, 'season-ticket.md'), `${matter}\n\n${text}\n`);
}

function bytesBelow(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
}

function figures(turns: readonly Turn[], runs: number): Figure[] {
  const warm = turns.slice(Math.floor(runs * warmUpShare));
  const count = (holds: (turn: Turn) => boolean) => turns.filter(holds).length;
  const everyTurn = (what: string, number: number) => barred(what, String(number), String(runs), number === runs);
  const memory = growthPerThousand(warm, 'inUse');
  const sizes = warm.map(({ bytes }) => bytes);
  // Dates and counts in the files differ by some digits.
  const disk = Math.max(...sizes) / Math.min(...sizes) - 1;
  return [
    everyTurn(
      'published',
      count(({ published }) => published),
    ),
    everyTurn(
      'answered from what had just been published',
      count(({ answered }) => answered),
    ),
    everyTurn(
      'with exactly the generations to be kept on the disk',
      turns.filter(({ folders }, i) => folders === foldersAfter(i + 1)).length,
    ),
    barred('disk, most over least', `${(disk * 100).toFixed(2)} %`, '< 1 %', disk < 0.01),
    told('memory of the process after the warm-up', `${spanOf(warm, 'megabytes')} MB`),
    told(
      '… its least, in the first and in the last fifth of that',
      `${leastIn(warm, 0, 0.2)} and ${leastIn(warm, 0.8, 1)} MB`,
    ),
    barred(
      'memory in use, slope per 1,000',
      `${memory.toFixed(1)} MB (${spanOf(warm, 'inUse')})`,
      `< ${mostMegabytes} MB`,
      memory < mostMegabytes,
    ),
    flat('open files', warm, 'descriptors'),
    flat('timers, threads and other handles', warm, 'active'),
  ];
}

/** Between two collections memory goes up and down by a hundred megabytes: what is never given back shows in the least. */
function leastIn(warm: readonly Resources[], from: number, to: number): string {
  const some = warm.slice(Math.floor(warm.length * from), Math.ceil(warm.length * to));
  return Math.min(...some.map(({ megabytes }) => megabytes)).toFixed(0);
}

/** The names there after so many publications. */
function foldersAfter(publications: number): string {
  const first = Math.max(1, publications - generationsKept + 1);
  const numbers = Array.from({ length: publications - first + 1 }, (_, i) => first + i);
  return ['CURRENT', ...numbers.map((number) => `gen-${String(number).padStart(6, '0')}`)].join();
}

function flat(what: string, warm: readonly Resources[], of: keyof Resources): Figure {
  const growth = growthPerThousand(warm, of);
  // A thread that is just ending counts in some turns and not in others; one leaked a turn would be a slope of 1,000.
  return barred(`${what}, slope per 1,000`, `${growth.toFixed(1)} (${spanOf(warm, of)})`, '< 2', growth < 2);
}
