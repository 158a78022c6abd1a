import type { Snapshot } from '../retrieval/snapshot.js';
import type { ChosenStatement } from './choose-statements.js';
import type { QuestionFocus } from './sentence-evidence.js';

const FIGURE = /\p{Nd}+(?:[.,:]\p{Nd}+)*/gu;
// Both sentences must speak of the same thing before their figures can be said to differ.
const SAME_SUBJECT = 0.5;

/**
 * Whether outlets answer with different figures: two statements of different outlets, both about at least half of what
 * the question turns on, whose figures (beyond those in the question) have none in common.
 */
export function figuresDiffer(snapshot: Snapshot, focus: QuestionFocus, chosen: readonly ChosenStatement[]): boolean {
  if (focus.type !== 'number' && focus.type !== 'date') return false;
  const asked = new Set(focus.topic.match(FIGURE) ?? []);
  const told = chosen
    .filter(({ evidence }) => evidence.inSentence >= SAME_SUBJECT)
    .map(({ evidence }) => ({
      publisher: snapshot.articles[snapshot.articleOf[evidence.passage] ?? 0]?.publisher,
      figures: (evidence.text.match(FIGURE) ?? []).filter((figure) => !asked.has(figure)),
    }))
    .filter(({ figures }) => figures.length > 0);
  return told.some((one, index) =>
    told
      .slice(index + 1)
      .some(
        (other) => one.publisher !== other.publisher && !one.figures.some((figure) => other.figures.includes(figure)),
      ),
  );
}
