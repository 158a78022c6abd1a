import { cpSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../../src/domain/article.js';
import { heard, reindexOver } from '../faults/index-under-test.js';
import type { Material } from './corpora.js';
import { barred, type Figure, told } from './report.js';

/** One article changed among all: how long until that is published, and whether it answers as an index built anew does. */
export async function soakIncremental(work: string, { articles, questions }: Material): Promise<Figure[]> {
  const [patched, whole] = [path.join(work, 'patched'), path.join(work, 'whole')];
  process.stderr.write(`building ${articles.length} articles\n`);
  await reindexOver(patched, articles);
  cpSync(patched, whole, { recursive: true });
  const edited = articles.map((article, i) => (i === articles.length >> 1 ? changed(article) : article));
  const { outcome, seconds, cpu } = await timed(() => reindexOver(patched, edited));
  process.stderr.write(`published after ${seconds.toFixed(1)} s; building it anew to compare\n`);
  await reindexOver(whole, edited, { full: true });
  const asked = [...questions, 'How many gulls did the harbour master count?'];
  const [one, other] = [await heard(patched, asked), await heard(whole, asked)];
  const differing = asked.filter((_, i) => one?.answers[i] !== other?.answers[i]);
  const report = outcome.kind === 'published' ? outcome.report : undefined;
  return [
    barred(
      'one article changed: published after',
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
    told('… files written', 'all of the new generation'),
    barred(
      '… answers other than of an index built anew',
      `${differing.length} of ${asked.length}`,
      '0',
      differing.length === 0,
    ),
  ];
}

function changed(article: Article): Article {
  const body = `${article.body} The harbour master counted 44 gulls.`;
  return { ...article, body, contentHash: `${article.contentHash}-changed` };
}

async function timed<T>(work: () => Promise<T>): Promise<{ outcome: T; seconds: number; cpu: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const outcome = await work();
  const { user, system } = process.cpuUsage(before);
  return { outcome, seconds: (performance.now() - started) / 1_000, cpu: (user + system) / 1e6 };
}
