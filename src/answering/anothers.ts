import type { EntityKind } from '../domain/entity.js';
import type { Span } from '../domain/passage.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import type { QuestionFocus } from './question-focus.js';

/** A sentence of a passage, and where it stands in its article's body. */
interface Placed {
  readonly span: Span;
  readonly text: string;
}

const PRONOUN = /^(?:(?<person>He|She)|(?<thing>It))\b(?! \p{Lu})/u;
// Farther back a writer names again whom they mean.
const SENTENCES_BACK = 3;
const OFFICE_ASKED =
  /^\s*who(?:['’]s|\s+(?:is|was|are|were))\s+(?:now |currently )?(?:the )?(?:new |current |present )?(?<role>[\p{Ll}-]+(?: [\p{Ll}-]+){0,3}) (?:of|at) (?:the )?(?<owner>\p{Lu}[\p{L}\p{M}'’-]*)/iu;

/**
 * Whether a sentence tells of another than the question names: it begins with a pronoun that stands for somebody else, or names the
 * holder of such an office elsewhere only ("Who is the mayor of Malmö?" – "Lund's mayor …"). Pronouns and offices are English.
 */
export function isAnothers(
  snapshot: Snapshot,
  focus: QuestionFocus,
  article: number,
  sentences: readonly Placed[],
  index: number,
): boolean {
  const text = sentences[index]?.text ?? '';
  return isOthersOffice(focus.topic, text) || isOthersPronoun(snapshot, focus, article, sentences, index);
}

function isOthersPronoun(
  { mentions, catalogue }: Snapshot,
  { named }: QuestionFocus,
  article: number,
  sentences: readonly Placed[],
  index: number,
): boolean {
  const pronoun = PRONOUN.exec(sentences[index]?.text ?? '')?.groups;
  if (pronoun === undefined) return false;
  const kinds: readonly EntityKind[] = pronoun.person === undefined ? ['organisation', 'place'] : ['person'];
  const isOfKind = (entity: number) => kinds.includes(catalogue.entities[entity]?.kind ?? 'place');
  const asked = new Set([...named].filter(isOfKind));
  if (asked.size === 0) return false;
  const namedIn = ({ span }: Placed) => mentions.namedBetween(article, span.start, span.end).filter(isOfKind);
  const isAsked = (entity: number) => asked.has(entity);
  const [own, ...before] = sentences.slice(Math.max(0, index - SENTENCES_BACK), index + 1).reverse();
  if (own === undefined || namedIn(own).some(isAsked)) return false;
  const nearest = before.map(namedIn).find((there) => there.length > 0);
  return nearest !== undefined && !nearest.some(isAsked);
}

function isOthersOffice(question: string, text: string): boolean {
  const { role, owner } = OFFICE_ASKED.exec(question)?.groups ?? {};
  if (role === undefined || owner === undefined) return false;
  const office = role.toLowerCase();
  const last = office.split(' ').at(-1) ?? '';
  const owners = [
    ...text.matchAll(new RegExp(String.raw`(?<owner>\p{Lu}[\p{L}\p{M}-]*)['’]s? (?:[\p{Ll}-]+ ){0,3}${last}\b`, 'gu')),
    ...text.matchAll(new RegExp(String.raw`${office} of (?:the )?(?<owner>\p{Lu}[\p{L}\p{M}-]*)`, 'giu')),
  ].map(({ groups }) => groups?.owner?.toLowerCase());
  return owners.length > 0 && !owners.includes(owner.toLowerCase());
}
