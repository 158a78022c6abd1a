import type { Snapshot } from '../retrieval/snapshot.js';
import type { QuestionFocus, SentenceEvidence } from './sentence-evidence.js';

/** `Jay Y. Lee`, `Kang Hoon-sik`: two capitalised words or more in a row. */
const FULL_NAME = /\p{Lu}[\p{L}\p{M}'’-]*\.?(?: \p{Lu}[\p{L}\p{M}'’.-]*)+/u;
const LIST_ITEMS = 2;

/**
 * The neighbours of the best sentence without which it does not answer: the one that has the number, date or place it
 * leaves out; the one before that names in full who is only called by surname or title; those that go on with the items
 * of a list it announces.
 */
export function completions(
  snapshot: Snapshot,
  focus: QuestionFocus,
  best: SentenceEvidence,
  weighed: readonly SentenceEvidence[],
): SentenceEvidence[] {
  const around = neighbourhood(snapshot, best, weighed);
  const at = (offset: number) =>
    around.find(({ index, passage }) => passage === best.passage && index === best.index + offset);
  if (focus.type === 'person' && !FULL_NAME.test(best.text)) return defined([lastNamed(around, best) ?? at(1)]);
  if (focus.type !== 'open' && !best.hasType) return defined([[at(1), at(-1)].find((near) => near?.hasType === true)]);
  if (focus.form === 'list') return defined(Array.from({ length: LIST_ITEMS }, (_, i) => at(i + 1)));
  return [];
}

function neighbourhood(snapshot: Snapshot, best: SentenceEvidence, weighed: readonly SentenceEvidence[]) {
  const article = snapshot.articleOf[best.passage];
  return weighed.filter(({ passage }) => snapshot.articleOf[passage] === article);
}

/** The last sentence before this one that names somebody in full. */
function lastNamed(around: readonly SentenceEvidence[], best: SentenceEvidence): SentenceEvidence | undefined {
  const earlier = around.filter(({ span, text }) => span.end <= best.span.start && FULL_NAME.test(text));
  return earlier.sort((a, b) => b.span.start - a.span.start)[0];
}

function defined(evidence: readonly (SentenceEvidence | undefined)[]): SentenceEvidence[] {
  return evidence.filter((one) => one !== undefined);
}
