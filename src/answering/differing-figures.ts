import type { Snapshot } from '../retrieval/snapshot.js';
import { tokenize } from '../retrieval/tokenize.js';
import { isMeasured } from './answer-type.js';
import type { ChosenStatement } from './choose-statements.js';
import type { QuestionFocus } from './question-focus.js';

// To say that outlets differ is a statement of our own: both sentences must speak of the same thing, and a question of a
// single word ("When was the summit?") does not tell what that is.
const SAME_SUBJECT = 0.6;
const LEAST_WORDS = 2;
const SCALES = new Set(['hundr', 'thousand', 'million', 'billion', 'trillion']);
const NUMBER = /^\p{Nd}/u;

/** A number and what it counts: `36.2` of `won`, `5` of `januari`; no unit where a function word or nothing follows. */
interface Figure {
  readonly amount: string;
  readonly unit: string;
}

/**
 * Whether outlets answer with different figures: two statements of different outlets, both about most of what the question
 * turns on, that count the same unit and have none of its amounts in common (those of the question left out).
 */
export function figuresDiffer(snapshot: Snapshot, focus: QuestionFocus, chosen: readonly ChosenStatement[]): boolean {
  if (!isMeasured(focus.type) || focus.words.length < LEAST_WORDS) return false;
  const asked = new Set(figuresIn(focus.topic).map(({ amount }) => amount));
  const told = chosen
    .filter(({ evidence }) => evidence.inSentence >= SAME_SUBJECT)
    .map(({ evidence }) => ({
      publisher: snapshot.articles[snapshot.articleOf[evidence.passage] ?? 0]?.publisher,
      figures: figuresIn(evidence.text).filter(({ amount }) => !asked.has(amount)),
    }));
  return told.some((one, i) =>
    told.slice(i + 1).some((other) => one.publisher !== other.publisher && contradict(one.figures, other.figures)),
  );
}

function contradict(one: readonly Figure[], other: readonly Figure[]): boolean {
  return one.some(({ unit }) => {
    const amounts = amountsOf(one, unit);
    const others = amountsOf(other, unit);
    return others.length > 0 && !amounts.some((amount) => others.includes(amount));
  });
}

function amountsOf(figures: readonly Figure[], unit: string): string[] {
  return figures.filter((figure) => figure.unit === unit).map(({ amount }) => amount);
}

function figuresIn(text: string): Figure[] {
  const tokens = tokenize(text).filter(({ primary }) => primary);
  return tokens.flatMap(({ term }, i) => {
    if (!NUMBER.test(term)) return [];
    const next = tokens.slice(i + 1).find((token) => !SCALES.has(token.term));
    const unit = next === undefined || next.stop || NUMBER.test(next.term) ? '' : next.term;
    return [{ amount: term, unit: unit === 'per' ? 'percent' : unit }];
  });
}
