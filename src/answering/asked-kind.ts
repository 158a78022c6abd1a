import type { EntityKind } from '../domain/entity.js';
import type { Span } from '../domain/passage.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { holdsAnswerOf, identifies } from './answer-type.js';
import { holdsUnit } from './asked-unit.js';
import { countsNouns } from './counted-noun.js';
import type { QuestionFocus } from './question-focus.js';

/** A sentence and where it stands in its article's body. */
export interface PlacedSentence {
  readonly span: Span;
  readonly text: string;
}

/** Whether a sentence says who or what is asked for: with a role that its article gives, where the bearer is known. */
export function tellsIdentity(
  { catalogue, mentions, articles }: Snapshot,
  { identity, bearer }: QuestionFocus,
  article: number,
  { span, text }: PlacedSentence,
): boolean {
  if (identity === undefined) return false;
  const roles = bearer === undefined ? [] : (catalogue.entities[bearer]?.roles ?? []);
  const id = articles[article]?.id;
  if (bearer === undefined || roles.length === 0) return identifies(identity, text);
  const isNamed = mentions.namedBetween(article, span.start, span.end).includes(bearer);
  return isNamed && roles.some((role) => id !== undefined && role.articles.includes(id) && text.includes(role.text));
}

/** Whether a question for a person finds none but those it names: an organisation or a capital may do, but less surely. */
export function namesNobodyElse(
  { mentions, catalogue }: Snapshot,
  { type, named }: QuestionFocus,
  article: number,
  { span }: PlacedSentence,
): boolean {
  if (type !== 'person') return false;
  const others = mentions.namedBetween(article, span.start, span.end).filter((entity) => !named.has(entity));
  return !others.some((entity) => catalogue.entities[entity]?.kind === 'person');
}

/** Whether a sentence counts the very thing that a question asks the number of. */
export function tellsCount({ counted, type }: QuestionFocus, { text }: PlacedSentence): boolean {
  return type === 'number' && counted !== undefined && countsNouns(counted, [text]);
}

/** Whether a sentence holds something of the kind asked for, in the unit asked for; people and places are known by the catalogue, where it names any. */
export function holdsType(
  { mentions, catalogue }: Snapshot,
  { type, brought, named, unit }: QuestionFocus,
  article: number,
  { span, text }: PlacedSentence,
): boolean {
  if (!holdsUnit(unit, [text])) return false;
  if (type === 'person' || type === 'place') {
    const kinds: readonly EntityKind[] = type === 'person' ? ['person', 'organisation'] : ['place'];
    const others = mentions.namedBetween(article, span.start, span.end).filter((entity) => !named.has(entity));
    if (others.some((entity) => kinds.includes(catalogue.entities[entity]?.kind ?? 'place'))) return true;
  }
  return holdsAnswerOf(type, text, brought);
}

/** How much of what is asked about stands where the asked speaker speaks; all of it where nothing in particular is asked. */
export function heardShare(
  { words, speaker }: QuestionFocus,
  speakers: readonly number[],
  found: (word: number) => number,
): number {
  if (speaker === undefined || !speakers.includes(speaker.entity)) return 0;
  const weightOf = (word: number) => words[word]?.weight ?? 0;
  const whole = speaker.about.reduce((sum, word) => sum + weightOf(word), 0);
  return whole === 0 ? 1 : speaker.about.reduce((sum, word) => sum + weightOf(word) * found(word), 0) / whole;
}
