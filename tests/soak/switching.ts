import type { Answer } from '../../src/domain/answer.js';
import type { LiveDateline } from '../../src/indexing/live-dateline.js';
import { generatedArticles, generatedQuestions } from '../support/generated-corpus.js';
import { writeCorpus } from './corpora.js';
import { openLive } from './live.js';
import { barred, type Figure, told } from './report.js';

const articles = 300;
const reindexes = 20;
const questionsWanted = 5_000;
const atOnce = 4;

interface Count {
  asked: number;
  answered: number;
  failed: number;
  mixed: number;
}

/** Questions without a pause while the corpus is exchanged again and again. */
export async function soakSwitching(work: string): Promise<Figure[]> {
  const { dateline, corpus } = await openLive(work);
  writeCorpus(corpus, generatedArticles(articles, 0));
  await dateline.reindex({}, () => {});
  const count = { asked: 0, answered: 0, failed: 0, mixed: 0 };
  const snapshots = new Set<string>();
  for (let edition = 1; edition <= reindexes; edition++) {
    writeCorpus(corpus, generatedArticles(articles, edition));
    let done = false;
    const run = dateline
      .reindex({}, () => {})
      .finally(() => {
        done = true;
      });
    const least = (questionsWanted * edition) / reindexes;
    const goesOn = () => !done || count.asked < least;
    await Promise.all(Array.from({ length: atOnce }, (_, i) => askOn(dateline, count, i, goesOn)));
    const outcome = await run;
    if (outcome.kind === 'published') snapshots.add(outcome.snapshot);
    process.stderr.write(`re-index ${edition}: ${outcome.kind}, ${count.asked} questions\n`);
  }
  await dateline.close();
  return [
    barred(
      're-indexes published under questions',
      String(snapshots.size),
      String(reindexes),
      snapshots.size === reindexes,
    ),
    barred('questions asked meanwhile', String(count.asked), `>= ${questionsWanted}`, count.asked >= questionsWanted),
    told('of these answered with statements', String(count.answered)),
    barred('failed', String(count.failed), '0', count.failed === 0),
    barred('mixed from two snapshots', String(count.mixed), '0', count.mixed === 0 && count.answered > 0),
  ];
}

async function askOn(dateline: LiveDateline, count: Count, first: number, goesOn: () => boolean): Promise<void> {
  const questions = generatedQuestions(60);
  for (let i = first; goesOn(); i += atOnce) {
    count.asked += 1;
    try {
      const marks = marksOf(await dateline.ask({ text: questions[i % questions.length] ?? '' }));
      if (marks.size > 0) count.answered += 1;
      if (marks.size > 1) count.mixed += 1;
    } catch (error) {
      count.failed += 1;
      process.stderr.write(`a question failed: ${String(error)}\n`);
    }
  }
}

/** The marks of the editions that the shown text carries. */
function marksOf(answer: Answer): Set<string> {
  return new Set(JSON.stringify(answer).match(/Edition\d+mark/g) ?? []);
}
