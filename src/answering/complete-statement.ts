import type { Snapshot } from '../retrieval/snapshot.js';
import type { QuestionFocus } from './question-focus.js';
import type { SentenceEvidence } from './sentence-evidence.js';

/** `Mara J. Quill`, `Seo Min-ho`: two capitalised words or more in a row. */
const FULL_NAME = /\p{Lu}[\p{L}\p{M}'’-]*\.?(?: \p{Lu}[\p{L}\p{M}'’.-]*)+/u;
/** "A minister was waiting": who that is comes next. */
const SOMEBODY = /^(?:An?|One|Another|Some) \p{Ll}/u;
const LIST_ITEMS = 3;
/** What papers head their own corrections with, and how these tell what had been printed and what is right. English. */
const CORRECTION_TITLE = /\b(?:corrections?|corrected|clarifications?|errata|erratum)\b/iu;
const PRINTED =
  /\b(?:articles?|reports?|story|stories|headline|caption|version|column|editorial|graphic|table|we)\b.*\b(?:said|wrote|written|reported|stated|gave|given|put|described|named|called|misstated|misspelt|misspelled|wrongly|incorrectly|erroneously)\b/iu;
const CORRECTS =
  /^(?:in fact|in reality|actually|the (?:correct|right|actual|true) |(?:it|this|that) (?:should|ought to) |(?:this|that|both|it) (?:was|is|were|are) (?:wrong|incorrect|mistaken|an error|a mistake)\b)/iu;

/**
 * The neighbours of the best sentence without which it does not answer: the one that has the number, date or place it
 * leaves out; the one after that names somebody it speaks of; the one before that names in full who is only called by surname or title; those that go on with the items
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
  if (focus.type === 'person' && SOMEBODY.test(best.text)) return defined([at(1)]);
  if (focus.type === 'person' && !FULL_NAME.test(best.text)) return defined([whoIsMeant(around, best) ?? at(1)]);
  if (focus.type !== 'open' && !best.hasType) return defined([[at(1), at(-1)].find((near) => near?.hasType === true)]);
  if (focus.form === 'list') return defined(Array.from({ length: LIST_ITEMS }, (_, i) => at(i + 1)));
  return [];
}

/**
 * The sentence after one that tells what had been printed in error, where it puts that right: in an article that is headed as a
 * correction, or by its own beginning.
 */
export function correctionOf(
  snapshot: Snapshot,
  told: SentenceEvidence,
  weighed: readonly SentenceEvidence[],
): SentenceEvidence | undefined {
  if (!PRINTED.test(told.text)) return undefined;
  const next = weighed.find(({ passage, index }) => passage === told.passage && index === told.index + 1);
  const title = snapshot.articles[snapshot.articleOf[told.passage] ?? 0]?.title ?? '';
  return next !== undefined && (CORRECTION_TITLE.test(title) || CORRECTS.test(next.text)) ? next : undefined;
}

function neighbourhood(snapshot: Snapshot, best: SentenceEvidence, weighed: readonly SentenceEvidence[]) {
  const article = snapshot.articleOf[best.passage];
  return weighed.filter(({ passage }) => snapshot.articleOf[passage] === article);
}

/** Before this sentence, the last that gives its subject's name in full, or else the last that names anybody so. */
function whoIsMeant(around: readonly SentenceEvidence[], best: SentenceEvidence): SentenceEvidence | undefined {
  const subject = /^\p{Lu}[\p{L}\p{M}'’-]*/u.exec(best.text)?.[0];
  const earlier = around
    .filter(({ span, text }) => span.end <= best.span.start && FULL_NAME.test(text))
    .sort((a, b) => b.span.start - a.span.start);
  const namesSubject = ({ text }: SentenceEvidence) =>
    subject !== undefined && (FULL_NAME.exec(text)?.[0].split(' ').includes(subject) ?? false);
  return earlier.find(namesSubject) ?? earlier[0];
}

function defined(evidence: readonly (SentenceEvidence | undefined)[]): SentenceEvidence[] {
  return evidence.filter((one) => one !== undefined);
}
