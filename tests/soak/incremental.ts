import { appendFileSync, cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createCorpusFolder } from '../../src/adapters/filesystem/corpus-folder.js';
import { readArticle } from '../../src/corpus/read-article.js';
import { heard, reindexOver } from '../faults/index-under-test.js';
import { type Material, writeCorpus } from './corpora.js';
import { barred, type Figure } from './report.js';

/** One file changed among all: how long until that is published, and whether it answers as an index built anew does. */
export async function soakIncremental(work: string, { articles, questions }: Material): Promise<Figure[]> {
  const [patched, whole, folder] = [path.join(work, 'patched'), path.join(work, 'whole'), path.join(work, 'corpus')];
  writeCorpus(folder, articles);
  const corpus = createCorpusFolder(folder, readArticle);
  process.stderr.write(`building ${articles.length} articles\n`);
  await reindexOver(patched, corpus);
  cpSync(patched, whole, { recursive: true });
  const changed = readdirSync(folder).sort()[articles.length >> 1] ?? '';
  appendFileSync(path.join(folder, changed), 'The harbour master counted 44 gulls.\n');
  const { outcome, seconds, cpu } = await timed(() => reindexOver(patched, corpus));
  process.stderr.write(`published after ${seconds.toFixed(1)} s; building it anew to compare\n`);
  await reindexOver(whole, corpus, { full: true });
  const asked = [...questions, 'How many gulls did the harbour master count?'];
  const [one, other] = [await heard(patched, asked), await heard(whole, asked)];
  const differing = asked.filter((_, i) => one?.answers[i] !== other?.answers[i]);
  const report = outcome.kind === 'published' ? outcome.report : undefined;
  return [
    barred(
      'one file changed: published after',
      `${seconds.toFixed(1)} s (CPU ${cpu.toFixed(1)} s)`,
      '<= 8 s',
      seconds <= 8,
    ),
    barred(
      '… vectors made',
      `${report?.vectorsMade} of ${report?.passages}`,
      '< 100',
      (report?.vectorsMade ?? 100) < 100,
    ),
    barred(
      '… answers other than of an index built anew',
      `${differing.length} of ${asked.length}`,
      '0',
      differing.length === 0,
    ),
  ];
}

async function timed<T>(work: () => Promise<T>): Promise<{ outcome: T; seconds: number; cpu: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const outcome = await work();
  const { user, system } = process.cpuUsage(before);
  return { outcome, seconds: (performance.now() - started) / 1_000, cpu: (user + system) / 1e6 };
}
