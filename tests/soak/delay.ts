import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile } from '../../src/evaluation/ranking-measures.js';
import type { LiveDateline } from '../../src/indexing/live-dateline.js';
import { type Material, writeCorpus } from './corpora.js';
import { openLive } from './live.js';
import { barred, type Figure, told } from './report.js';

const resolution = 10;

/** How long main thread and questions wait while the whole index is built anew. */
export async function soakDelay(work: string, { articles, questions }: Material): Promise<Figure[]> {
  const { dateline, corpus } = await openLive(work);
  writeCorpus(corpus, articles);
  process.stderr.write('building the first index\n');
  await dateline.reindex({}, () => {});
  await timesOf(dateline, questions, () => true);
  const quiet = await timesOf(dateline, questions, () => true);
  const delays = monitorEventLoopDelay({ resolution });
  delays.enable();
  let building = true;
  process.stderr.write('building it anew\n');
  const run = dateline
    .reindex({ full: true }, () => {})
    .finally(() => {
      building = false;
    });
  const busy: number[] = [];
  while (building) busy.push(...(await timesOf(dateline, questions, () => building)));
  const outcome = await run;
  delays.disable();
  await dateline.close();
  // The histogram counts from one tick of its timer to the next.
  const p99 = delays.percentile(99) / 1e6 - resolution;
  const [quiet95, busy95] = [percentile(quiet, 0.95), percentile(busy, 0.95)];
  return [
    told('rebuild', `${outcome.kind}, ${busy.length} questions meanwhile`),
    barred('event loop of the main thread, p99', `${p99.toFixed(1)} ms`, '<= 50 ms', p99 <= 50),
    told('… its longest', `${(delays.max / 1e6 - resolution).toFixed(1)} ms`),
    told('questions, p95, quiet', `${quiet95.toFixed(1)} ms`),
    barred('questions, p95, meanwhile', `${busy95.toFixed(1)} ms`, '<= 2x', busy95 <= 2 * quiet95),
  ];
}

async function timesOf(dateline: LiveDateline, questions: readonly string[], goesOn: () => boolean): Promise<number[]> {
  const times: number[] = [];
  for (const text of questions) {
    if (!goesOn()) break;
    const started = performance.now();
    await dateline.ask({ text });
    times.push(performance.now() - started);
  }
  return times;
}
