import { appendFileSync, cpSync, readdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { createCorpusFolder } from '../../src/adapters/filesystem/corpus-folder.js';
import { createDirectorySnapshotStore } from '../../src/adapters/filesystem/directory-snapshot-store.js';
import { graphFileName } from '../../src/adapters/hnswlib/graph-header.js';
import { readArticle } from '../../src/corpus/read-article.js';
import type { ReindexOutcome, ReindexProgress } from '../../src/domain/reindex.js';
import type { FileDigest } from '../../src/domain/snapshot-manifest.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { heard, indexFolder, reindexOver } from '../faults/index-under-test.js';
import { type Material, writeCorpus } from './corpora.js';
import { barred, type Figure, told } from './report.js';

/**
 * One file changed among all: how long until its article can be searched, and until the names of all are catalogued too; whether
 * it answers as an index built anew does, and has the same files.
 */
export async function soakIncremental(work: string, { articles, questions }: Material): Promise<Figure[]> {
  const [patched, whole, folder] = [path.join(work, 'patched'), path.join(work, 'whole'), path.join(work, 'corpus')];
  writeCorpus(folder, articles);
  const corpus = createCorpusFolder(folder, readArticle);
  process.stderr.write(`building ${articles.length} articles\n`);
  await reindexOver(patched, corpus);
  cpSync(patched, whole, { recursive: true });
  const changed = readdirSync(folder).sort()[articles.length >> 1] ?? '';
  appendFileSync(path.join(folder, changed), 'The harbour master counted 44 gulls.\n');
  const load = loadavg()[0]?.toFixed(1);
  const { outcome, first, all } = await timed((onProgress) => reindexOver(patched, corpus, { onProgress }));
  process.stderr.write(`published after ${first}; building it anew to compare\n`);
  await reindexOver(whole, corpus, { full: true });
  const asked = [...questions, 'How many gulls did the harbour master count?'];
  const differing = await countDiffering(patched, whole, asked);
  const files = differingFiles(await filesOf(patched), await filesOf(whole));
  const report = outcome.kind === 'published' ? outcome.report : undefined;
  const seconds = (report?.searchableAfter ?? report?.milliseconds ?? Number.POSITIVE_INFINITY) / 1_000;
  return [
    barred('one file changed: searchable after', `${first}, load before ${load}`, '<= 8 s', seconds <= 8),
    told('… with the names of all articles after', all),
    barred(
      '… vectors made',
      `${report?.vectorsMade} of ${report?.passages}`,
      '< 100',
      (report?.vectorsMade ?? 100) < 100,
    ),
    await firstStage(work, patched, whole, asked),
    barred('… then, other than of an index built anew', `${differing} of ${asked.length}`, '0', differing === 0),
    barred(
      '… files other than of an index built anew',
      files.length === 0 ? 'none' : files.join(', '),
      `${graphFileName} at most`,
      files.every((file) => file === graphFileName),
    ),
  ];
}

/** How many questions the first of the two publications answers otherwise. */
async function firstStage(work: string, patched: string, whole: string, asked: readonly string[]): Promise<Figure> {
  const early = path.join(work, 'early');
  cpSync(patched, early, { recursive: true });
  const ids = (await createDirectorySnapshotStore(storeOf(early)).list()).map(({ id }) => id);
  writeFileSync(path.join(indexFolder(early), 'CURRENT'), `${ids[1]}\n`);
  const differing = await countDiffering(early, whole, asked);
  return told('… answers before, other than of an index built anew', `${differing} of ${asked.length}`);
}

async function countDiffering(one: string, other: string, asked: readonly string[]): Promise<number> {
  const [mine, theirs] = [await heard(one, asked), await heard(other, asked)];
  return asked.filter((_, i) => mine?.answers[i] !== theirs?.answers[i]).length;
}

const storeOf = (dataDir: string) => ({ folder: indexFolder(dataDir), logger: createRecordingLogger() });

async function filesOf(dataDir: string): Promise<Readonly<Record<string, FileDigest>>> {
  return (await createDirectorySnapshotStore(storeOf(dataDir)).loadCurrent())?.manifest.files ?? {};
}

function differingFiles(one: Readonly<Record<string, FileDigest>>, other: Readonly<Record<string, FileDigest>>) {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  return names.filter((name) => one[name]?.sha256 !== other[name]?.sha256);
}

/** Runs it, and tells seconds and CPU seconds until the first publication and until the end. */
async function timed(work: (onProgress: (progress: ReindexProgress) => void) => Promise<ReindexOutcome>) {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const soFar = () => {
    const { user, system } = process.cpuUsage(before);
    return `${((performance.now() - started) / 1_000).toFixed(1)} s (CPU ${((user + system) / 1e6).toFixed(1)} s)`;
  };
  let first: string | undefined;
  const outcome = await work(({ phase }) => {
    if (phase === 'published') first = soFar();
  });
  const all = soFar();
  return { outcome, first: first ?? all, all };
}
