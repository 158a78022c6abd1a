import type { AppliedFilter } from '../domain/answer.js';
import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import type { QuestionFocus, SentenceEvidence } from './sentence-evidence.js';

/** Whether the evidence answers, is only near, or is nothing, and how well it supports an answer (0..1). */
export type Verdict = { readonly support: number } & (
  | { readonly status: 'answered'; readonly confidence: 'direct' | 'likely' }
  | { readonly status: 'related-only' }
  | { readonly status: 'not-covered' }
);

/** What was found for a question; sentences and passages best first. */
export interface Findings {
  readonly focus: QuestionFocus;
  readonly filters: readonly AppliedFilter[];
  readonly passages: readonly RankedPassage[];
  readonly sentences: readonly SentenceEvidence[];
}

// Measured on the development questions over corpus/: of the six about something else entirely, none has more than .27 of
// its weight around one sentence, less than a third of its words missing from the corpus, or passages that match more
// than 2.6 rare words; one of 124 others (the deliberately reworded ones left out) is as poor in all three.
const LITTLE_COVERED = 0.3;
const MANY_UNKNOWN = 0.3;
const FEW_RARE_WORDS = 2.75;
const DIRECT_FROM = 0.6;

/** Judges what was found. */
export function judgeEvidence(snapshot: Snapshot, findings: Findings): Verdict {
  const best = findings.sentences[0];
  if (best === undefined || isElsewhere(snapshot, findings)) return { status: 'not-covered', support: 0 };
  const support = supportOf(best);
  if (!best.hasType) return { status: 'related-only', support };
  return { status: 'answered', confidence: best.covered >= DIRECT_FROM ? 'direct' : 'likely', support };
}

function supportOf({ covered, inSentence, hasType }: SentenceEvidence): number {
  return Math.min(1, 0.7 * covered + 0.3 * inSentence) * (hasType ? 1 : 0.5);
}

/** Whether the question is about something the coverage does not speak of. */
function isElsewhere(snapshot: Snapshot, { focus, filters, passages, sentences }: Findings): boolean {
  const covered = sentences.reduce((most, sentence) => Math.max(most, sentence.covered), 0);
  if (covered === 0) return true;
  // Restricted to an outlet or to days the question has named what it is about by that.
  if (filters.length > 0) return false;
  const unknown = focus.words.reduce((sum, word) => sum + (word.known ? 0 : word.weight), 0) / (focus.totalWeight || 1);
  const rareWord = snapshot.passageIndex.inverseDocumentFrequency('');
  const matched = passages.reduce((most, passage) => Math.max(most, passage.lexical), 0) / rareWord;
  return covered < LITTLE_COVERED && unknown >= MANY_UNKNOWN && matched < FEW_RARE_WORDS;
}
