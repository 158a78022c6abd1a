import { publishedDay } from '../domain/article.js';
import type { PassageReader } from '../retrieval/passage-reader.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { type ChosenStatement, MOST_STATEMENTS } from './choose-statements.js';
import type { QuestionFocus } from './question-focus.js';
import { weighSentences } from './sentence-evidence.js';

/**
 * How articles begin, the newest first, five at most: what "What did the Harbour Post report on 5 January?" asks for, which names no
 * topic. The order is the same on every run.
 */
export function openings(
  snapshot: Snapshot,
  focus: QuestionFocus,
  articles: ReadonlySet<number>,
  readPassage: PassageReader,
): ChosenStatement[] {
  const day = (number: number) => {
    const article = snapshot.articles[number];
    return (article && publishedDay(article)) ?? '';
  };
  const newest = [...articles].sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : a - b));
  return newest
    .slice(0, MOST_STATEMENTS)
    .map((number) => snapshot.articleOf.indexOf(number))
    .filter((position) => position >= 0)
    .flatMap((position) => {
      const passage = { position, score: 0, lexical: 0, similarity: 0 };
      const first = weighSentences(snapshot, focus, [passage], readPassage).find(({ index }) => index === 0);
      return first === undefined ? [] : [{ evidence: first, echoes: [] }];
    });
}
