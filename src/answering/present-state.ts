import type { DateSpan } from '../domain/answer.js';

const PRESENT =
  /\bwho(?:['’]s|['’]re|\s+(?:is|are|leads?|runs?|heads?|chairs?|manages?|owns?|holds?))\b|\b(?:current|currently|latest|newest|most recent|at present)\b/iu;
const FORMER =
  /\b(?:former|formerly|ex-\p{L}+|predecessor|outgoing|sacked|dismissed|resigned|retired|ousted|(?:stood|stepped) down|then-\p{L}+)\b/iu;

/** Whether a question asks how things stand: who holds an office, what the latest figure is. English only. */
export function asksForPresent(question: string): boolean {
  return PRESENT.test(question);
}

/** Whether a sentence speaks of somebody who holds an office no more. English only. */
export function speaksOfFormer(sentence: string): boolean {
  return FORMER.test(sentence);
}

/** How new an article is among those of the coverage: 0 the oldest day, 1 the newest; 0 where its day is unknown. */
export function recency(day: string | undefined, coverage: DateSpan | undefined): number {
  if (day === undefined || coverage === undefined) return 0;
  const [at, from, to] = [Date.parse(day), Date.parse(coverage.from), Date.parse(coverage.to)];
  return to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : 0;
}
