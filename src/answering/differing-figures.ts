import type { Snapshot } from '../retrieval/snapshot.js';
import { type Token, tokenize } from '../retrieval/tokenize.js';
import { isMeasured, withoutOffered } from './answer-type.js';
import type { ChosenStatement } from './choose-statements.js';
import { numberInDigits } from './number-words.js';
import type { QuestionFocus } from './question-focus.js';

// To say that outlets differ is a statement of our own: both sentences must speak of the same thing, and a question of a
// single word ("When was the summit?") does not tell what that is. With the title and the neighbours counted, as here, .7 finds
// five differences in the answers to 369 development questions and no false one; at .65 two of seven are false.
const SAME_SUBJECT = 0.7;
const LEAST_WORDS = 2;
const SCALES = new Set(['hundr', 'thousand', 'million', 'billion', 'trillion']);
const NUMBER = /^\p{Nd}/u;
// What stands before a number or right behind it.
const UNIT_BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:\$|\bUSD) ?$/u, 'dollar'],
  [/(?:₩|\bKRW) ?$/u, tokenize('won')[0]?.term ?? ''],
  [/€ ?$/u, 'euro'],
  [/£ ?$/u, 'pound'],
];
const PERCENT = /^ ?%/;

/** A number and what it counts: `36.2` of `won`, `5` of `januari`. */
interface Figure {
  readonly amount: string;
  readonly unit: string;
}

/**
 * Whether outlets answer with different figures: two outlets, both with statements about most of what the question turns on, that
 * count the same unit and have none of its amounts in common (those of the question left out).
 */
export function figuresDiffer(snapshot: Snapshot, focus: QuestionFocus, chosen: readonly ChosenStatement[]): boolean {
  if (!isMeasured(focus.type) || focus.words.length < LEAST_WORDS) return false;
  const asked = new Set(figuresIn(withoutOffered(focus.topic)).map(({ amount }) => amount));
  const told = new Map<string | undefined, Figure[]>();
  for (const { evidence } of chosen) {
    if (evidence.covered < SAME_SUBJECT) continue;
    const publisher = snapshot.articles[snapshot.articleOf[evidence.passage] ?? 0]?.publisher;
    const figures = figuresIn(evidence.text).filter(({ amount }) => !asked.has(amount));
    told.set(publisher, [...(told.get(publisher) ?? []), ...figures]);
  }
  const outlets = [...told.values()];
  return outlets.some((one, i) => outlets.slice(i + 1).some((other) => contradict(one, other)));
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

/** The figures of a text whose unit is told; a bare number may count anything. */
function figuresIn(text: string): Figure[] {
  const tokens = tokenize(text).filter(({ primary }) => primary);
  return tokens.flatMap(({ term, start, end }, i) => {
    const amount = numberInDigits(text.slice(start, end)) ?? term;
    if (!NUMBER.test(amount)) return [];
    const unit =
      unitBefore(text.slice(0, start)) ?? (PERCENT.test(text.slice(end)) ? 'percent' : unitBehind(text, tokens, i));
    return unit === undefined ? [] : [{ amount, unit }];
  });
}

function unitBefore(before: string): string | undefined {
  return UNIT_BEFORE.find(([sign]) => sign.test(before))?.[1];
}

function unitBehind(text: string, tokens: readonly Token[], number: number): string | undefined {
  const next = tokens.slice(number + 1).find((token) => !SCALES.has(token.term));
  if (next === undefined || NUMBER.test(next.term)) return undefined;
  if (next.term === 'per') return 'percent';
  // "5 May" is a day, "5 may" are not counted.
  return next.stop && !/^\p{Lu}/u.test(text.slice(next.start)) ? undefined : next.term;
}
