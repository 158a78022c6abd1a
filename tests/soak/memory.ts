import { generatedArticles, generatedQuestions } from '../support/generated-corpus.js';
import { writeCorpus } from './corpora.js';
import { openLive } from './live.js';
import { barred, type Figure, slopeOf, told } from './report.js';

const asked = 100_000;
const every = 2_500;
// Caches fill and the collector finds its heap's size.
const warmUp = 30_000;

/** The memory of the whole process, its thread included, over many questions. */
export async function soakMemory(work: string): Promise<Figure[]> {
  const { dateline, corpus } = await openLive(work);
  writeCorpus(corpus, generatedArticles(300, 1));
  await dateline.reindex({}, () => {});
  const questions = generatedQuestions(144).flatMap((text, i) => [text, `${text} Was it in ${1_000 + i}?`]);
  const points: [number, number][] = [];
  const started = performance.now();
  for (let i = 1; i <= asked; i++) {
    await dateline.ask({ text: `${questions[i % questions.length]}${i % 7 === 0 ? ` And number ${i}?` : ''}` });
    if (i % every !== 0) continue;
    const megabytes = process.memoryUsage().rss / 1e6;
    if (i > warmUp) points.push([i / 10_000, megabytes]);
    if (i % 10_000 === 0) process.stderr.write(`${i} questions, ${megabytes.toFixed(0)} MB\n`);
  }
  const seconds = (performance.now() - started) / 1_000;
  await dateline.close();
  const slope = slopeOf(points);
  return [
    told('questions in one process', `${asked} in ${seconds.toFixed(0)} s`),
    told(
      'memory, first and last after the warm-up',
      `${points[0]?.[1].toFixed(0)} and ${points.at(-1)?.[1].toFixed(0)} MB`,
    ),
    barred('memory, slope per 10,000 questions', `${slope.toFixed(2)} MB`, '< 1 MB', slope < 1),
  ];
}
