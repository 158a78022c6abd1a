import { isStopWord } from '../retrieval/stop-words.js';
import { numberInDigits } from './number-words.js';
import type { SentenceEvidence } from './sentence-evidence.js';

// With this share of the shorter one's words in the other, a sentence adds nothing.
const REPETITION = 0.75;
// With this share of all their words in common and the same figures, two sentences are one statement told twice, and
// the second article may be cited for the first one's words. Higher than for a repetition: a wrong citation is worse.
const SAME_STATEMENT = 0.85;
const FIGURES = /\p{Nd}+(?:[.,:]\p{Nd}+)*/gu;
const WORDS = /\p{L}+/gu;
// One of these more or less makes another statement, however many other words are the same.
const TURNING_WORDS =
  /\b(?:no|not|never|nor|neither|none|nobody|without|dozens?|hundreds?|thousands?|millions?|billions?|không|chưa|chẳng)\b|n['’]t\b|[一二三四五六七八九十百千万萬亿億两兩半不没沒未无無非]|않|못|없/giu;

type Worded = Pick<SentenceEvidence, 'text' | 'terms'>;

/** Whether the one sentence says little that the other does not; never where their figures differ. */
export function isRepetition(one: Worded, other: Worded): boolean {
  const [a, b] = [contentTerms(one), contentTerms(other)];
  return common(a, b) / Math.max(1, Math.min(a.size, b.size)) >= REPETITION && !figuresDiffer(one, other);
}

/** Whether both sentences say the same, so that either may be cited for the other. */
export function saysTheSame(one: Worded, other: Worded): boolean {
  const [a, b] = [contentTerms(one), contentTerms(other)];
  const shared = common(a, b);
  return shared / Math.max(1, a.size + b.size - shared) >= SAME_STATEMENT && turningWords(one) === turningWords(other);
}

function contentTerms({ terms }: Worded): ReadonlySet<string> {
  return new Set([...terms].filter((term) => !isStopWord(term) && !term.startsWith('+')));
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const term of a) if (b.has(term)) count++;
  return count;
}

/** Both give a figure that the other has not. */
function figuresDiffer(one: Worded, other: Worded): boolean {
  const [a, b] = [figures(one), figures(other)];
  return a.some((figure) => !b.includes(figure)) && b.some((figure) => !a.includes(figure));
}

function figures({ text }: Worded): readonly string[] {
  const inWords = (text.match(WORDS) ?? []).flatMap((word) => numberInDigits(word) ?? []);
  return [...(text.match(FIGURES) ?? []), ...inWords];
}

function turningWords(one: Worded): string {
  const words = one.text.toLowerCase().match(TURNING_WORDS) ?? [];
  return [...figures(one), ...words].sort().join(' ');
}
