import type { PreparedQuery } from '../retrieval/prepare-query.js';
import type { QuestionWord } from '../retrieval/question-words.js';
import { tokenize } from '../retrieval/tokenize.js';
import { broughtBy, identityAsked } from './answer-type.js';
import { type AskedOffice, askedOffice } from './asked-office.js';
import { askedSpeaker } from './asked-speaker.js';
import { askedUnit } from './asked-unit.js';
import { countedNouns } from './counted-noun.js';
import { asksForPresent } from './present-state.js';
import type { AskedFor } from './question-form.js';

/** What a question turns on. */
export interface QuestionFocus extends AskedFor {
  /** Its words of content. */
  readonly words: readonly QuestionWord[];
  readonly totalWeight: number;
  /** What it brings itself, which answers nothing (see `broughtBy`). */
  readonly brought: string;
  /** What an answer must hold (see `askedUnit`). */
  readonly unit: RegExp | undefined;
  /** What it asks the number of (see `countedNouns`). */
  readonly counted: ReadonlySet<string> | undefined;
  /** The name whose bearer is asked for, where nothing else is. */
  readonly identity: string | undefined;
  /** Whose bearer that is, by number in the catalogue, where it is known. */
  readonly bearer: number | undefined;
  /** The words that are of names the catalogue has, by their index. */
  readonly nameWords: ReadonlySet<number>;
  /** Whom it names, by number in the catalogue. */
  readonly named: ReadonlySet<number>;
  /** A name in it is no name of the coverage, and was taken for one that is a slip away. */
  readonly corrected: boolean;
  readonly speaker: AskedSpeaker | undefined;
  readonly office: AskedOffice | undefined;
  /** It asks how things stand (see `asksForPresent`), not who somebody is whom it names. */
  readonly present: boolean;
  /** It asks for whatever an outlet or a day has to tell: nothing of a kind, nobody, no reason. */
  readonly scopeOnly: boolean;
}

/** Whose words a question asks for, and about what. */
export interface AskedSpeaker {
  readonly entity: number;
  /** The words of content beside the name, by their index; none where anything said will do. */
  readonly about: readonly number[];
}

/** The focus of a question: what it asks for and the words it turns on. */
export function questionFocus(
  asked: AskedFor,
  { words, names, surnames }: Pick<PreparedQuery, 'words' | 'names' | 'surnames'>,
): QuestionFocus {
  const content = words.filter((word) => word.content);
  const identity = identityAsked(asked.topic);
  return {
    ...asked,
    words: content,
    totalWeight: content.reduce((sum, { weight }) => sum + weight, 0),
    brought: broughtBy(asked.topic),
    unit: askedUnit(asked.topic),
    counted: countedNouns(asked.topic),
    identity,
    bearer: identity === undefined ? undefined : onlyOne(names.length === 0 ? surnames : names)?.entity,
    nameWords: new Set(names.flatMap(({ start, end }) => wordsOf(asked.topic.slice(start, end), content))),
    named: new Set(names.map(({ entity }) => entity)),
    corrected: names.some(({ slip }) => slip),
    scopeOnly:
      content.length === 0 && asked.type === 'open' && identity === undefined && !/\b(?:why|how)\b/i.test(asked.topic),
    office: askedOffice(asked.topic),
    present: asksForPresent(asked.topic) && (identity === undefined || names.every(({ kind }) => kind !== 'person')),
    speaker: speakerOf(asked.topic, [...names, ...surnames], content),
  };
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function speakerOf(
  topic: string,
  names: PreparedQuery['names'],
  words: readonly QuestionWord[],
): AskedSpeaker | undefined {
  const speaker = askedSpeaker(topic, names);
  if (speaker === undefined) return undefined;
  // The verb that asks for their words is no part of what they speak about.
  const asking = new Set(wordsOf(`${topic.slice(speaker.start, speaker.end)} ${speaker.verb ?? ''}`, words));
  return { entity: speaker.entity, about: words.flatMap((_, word) => (asking.has(word) ? [] : [word])) };
}

/** The words that stand in a part of the question, by their index. */
function wordsOf(part: string, words: readonly QuestionWord[]): number[] {
  const terms = new Set(tokenize(part).map(({ term }) => term));
  return words.flatMap(({ surface }, word) => (tokenize(surface).some(({ term }) => terms.has(term)) ? [word] : []));
}
