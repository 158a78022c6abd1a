import type { Config } from '../../src/config.js';
import type { BenchFigures } from '../../src/evaluation/bench-table.js';
import {
  type Judgements,
  meanMeasures,
  measureRanking,
  percentile,
  type RankingMeasures,
} from '../../src/evaluation/ranking-measures.js';
import { countDisplay } from '../support/count-display.js';
import type { Exam } from '../support/exams.js';
import type { Contender, IndexedArticles } from './contender.js';
import { type BenchTask, examOf, sourceOf } from './task.js';

// FlexSearch's own default, and deep enough that ten articles are among them. One search gives times and ranking, so that
// nobody is timed at one depth and judged at another. It raises HNSWLib's ef from 10 to 100, which is to its advantage.
const PASSAGES = 100;

/** Lets a contender index the articles of a task and asks it all questions; its memory is taken to be this process'. */
export async function measure(
  name: string,
  contender: Contender,
  task: BenchTask,
  config: Config,
): Promise<BenchFigures> {
  const exam = await examOf(task);
  process.stderr.write(`${name}: indexing\n`);
  const started = performance.now();
  const indexed = await contender.index(sourceOf(task, exam, config), config);
  const indexSeconds = (performance.now() - started) / 1_000;
  const { times, measures } = await askAll(name, indexed, exam, task.articles !== undefined);
  const { ndcg10, hits10 } = meanMeasures(measures);
  return {
    articles: indexed.articleIds.length,
    passages: indexed.passages,
    indexSeconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    peakMegabytes: process.resourceUsage().maxRSS / 1_000,
    judged: measures.length,
    ndcg10,
    hits10,
  };
}

async function askAll(name: string, indexed: IndexedArticles, { questions, judgements }: Exam, onlySome: boolean) {
  const known = judgements(indexed.articleIds);
  const judged = onlySome ? within(known, new Set(indexed.articleIds)) : known;
  const onAnswer = countDisplay(`${name}: asking`, questions.length);
  const times: number[] = [];
  const measures: RankingMeasures[] = [];
  for (const { id, text } of questions) {
    const started = performance.now();
    const found = await indexed.search(text, PASSAGES);
    times.push(performance.now() - started);
    const relevant = judged.get(id);
    if (relevant !== undefined) measures.push(measureRanking([...new Set(found)], relevant));
    await onAnswer(times.length);
  }
  return { times, measures };
}

/** The judgements that some of the articles can meet. */
function within(judgements: ReadonlyMap<string, Judgements>, articles: ReadonlySet<string>) {
  const kept = [...judgements].map(
    ([question, grades]) => [question, new Map([...grades].filter(([id]) => articles.has(id)))] as const,
  );
  return new Map(kept.filter(([, grades]) => grades.size > 0));
}
