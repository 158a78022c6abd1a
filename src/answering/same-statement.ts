import { isStopWord } from '../retrieval/stop-words.js';
import type { SentenceEvidence } from './sentence-evidence.js';

// With this share of the shorter one's words in the other, a sentence adds nothing.
const REPETITION = 0.75;
// With this share of all their words in common and the same figures, two sentences are one statement told twice, and
// the second article may be cited for the first one's words. Higher than for a repetition: a wrong citation is worse.
const SAME_STATEMENT = 0.85;
const FIGURES = /\p{Nd}+(?:[.,:]\p{Nd}+)*/gu;

type Worded = Pick<SentenceEvidence, 'text' | 'terms'>;

/** Whether the one sentence says little that the other does not. */
export function isRepetition(one: Worded, other: Worded): boolean {
  const [a, b] = [contentTerms(one), contentTerms(other)];
  return common(a, b) / Math.max(1, Math.min(a.size, b.size)) >= REPETITION;
}

/** Whether both sentences say the same, so that either may be cited for the other. */
export function saysTheSame(one: Worded, other: Worded): boolean {
  const [a, b] = [contentTerms(one), contentTerms(other)];
  const shared = common(a, b);
  return shared / Math.max(1, a.size + b.size - shared) >= SAME_STATEMENT && figures(one) === figures(other);
}

function contentTerms({ terms }: Worded): ReadonlySet<string> {
  return new Set([...terms].filter((term) => !isStopWord(term) && !term.startsWith('+')));
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const term of a) if (b.has(term)) count++;
  return count;
}

function figures({ text }: Worded): string {
  return (text.match(FIGURES) ?? []).sort().join(' ');
}
