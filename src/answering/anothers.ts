import type { EntityKind } from '../domain/entity.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import type { PlacedSentence } from './asked-kind.js';
import { isOfficeElsewhere } from './asked-office.js';
import type { QuestionFocus } from './question-focus.js';

const PRONOUN = /^(?:(?<person>He|She)|(?<thing>It))\b(?! \p{Lu})/u;
// Farther back a writer names again whom they mean.
const SENTENCES_BACK = 3;

/**
 * Whether a sentence tells of another than the question names: it begins with a pronoun that stands for somebody else, or names the
 * holder of such an office elsewhere only ("Who is the mayor of Malmö?" – "Lund's mayor …"). Pronouns and offices are English.
 */
export function isAnothers(
  snapshot: Snapshot,
  focus: QuestionFocus,
  article: number,
  sentences: readonly PlacedSentence[],
  index: number,
): boolean {
  const text = sentences[index]?.text ?? '';
  const isElsewhere = focus.office !== undefined && isOfficeElsewhere(focus.office, text);
  return isElsewhere || isOthersPronoun(snapshot, focus, article, sentences, index);
}

function isOthersPronoun(
  { mentions, catalogue }: Snapshot,
  { named }: QuestionFocus,
  article: number,
  sentences: readonly PlacedSentence[],
  index: number,
): boolean {
  const pronoun = PRONOUN.exec(sentences[index]?.text ?? '')?.groups;
  if (pronoun === undefined) return false;
  const kinds: readonly EntityKind[] = pronoun.person === undefined ? ['organisation', 'place'] : ['person'];
  const isOfKind = (entity: number) => kinds.includes(catalogue.entities[entity]?.kind ?? 'place');
  const asked = new Set([...named].filter(isOfKind));
  if (asked.size === 0) return false;
  const namedIn = ({ span }: PlacedSentence) => mentions.namedBetween(article, span.start, span.end).filter(isOfKind);
  const isAsked = (entity: number) => asked.has(entity);
  const [own, ...before] = sentences.slice(Math.max(0, index - SENTENCES_BACK), index + 1).reverse();
  if (own === undefined || namedIn(own).some(isAsked)) return false;
  const nearest = before.map(namedIn).find((there) => there.length > 0);
  return nearest !== undefined && !nearest.some(isAsked);
}
