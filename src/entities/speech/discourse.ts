import type { EntityKind } from '../../domain/entity.js';
import type { Span } from '../../domain/passage.js';
import type { NameMention } from '../article-names.js';
import type { Bearers } from './bearers.js';
import { organisationNouns } from './english-words.js';
import { fitsRole } from './fits-role.js';
import type { Subject } from './speech-act.js';

/** What is remembered of a sentence for the pronouns and role nouns of later ones. */
export interface SentenceRecord extends Span {
  /** Counted over the article: sentences of one line share a paragraph. */
  readonly paragraph: number;
  /** Names outside quotations, by index. */
  readonly named: readonly number[];
  /** Who was found to speak in it. */
  readonly speakers: readonly number[];
  /** Somebody speaks who could not be found. */
  readonly hasUnknownSpeaker: boolean;
}

/** An article's names and the sentences read so far, the last one last. */
export interface Discourse {
  readonly body: string;
  readonly mentions: readonly NameMention[];
  readonly bearers: Bearers;
  readonly past: readonly SentenceRecord[];
}

type Pronoun = Extract<Subject, { kind: 'pronoun' }>;
type Role = Extract<Subject, { kind: 'role' }>;

// A pronoun further than this from a name is somebody else's too often to be given.
const maxSentencesBack = 3;
// A quotation mark or a dash may stand before a sentence's first name.
const longestOpening = 3;

/** The mention a pronoun stands for: the last speaker or the only person of the sentences before; else `undefined`. */
export function pronounAntecedent(discourse: Discourse, current: SentenceRecord, pronoun: Pronoun): number | undefined {
  if (pronoun.text === 'they') return undefined;
  const found = lastSpokenOf(discourse, current, pronoun.text === 'it' ? ['organisation', 'place'] : ['person']);
  if (found === undefined || !agrees(discourse, found, pronoun)) return undefined;
  // "Lind will win, he said" is said by another: who speaks of himself is not named again.
  const { bearers } = discourse;
  const isNamed = current.named.some((mention) => bearers.keyOf(mention) === bearers.keyOf(found));
  return isNamed || beginsWithAnother(discourse, current, pronoun) ? undefined : found;
}

/** "Ann Holm, who follows the harbour, took the other view: it would sink, she argued". */
function beginsWithAnother(
  { body, mentions }: Discourse,
  { start, named }: SentenceRecord,
  { text }: Pronoun,
): boolean {
  if (text === 'it') return false;
  return named.some((number) => {
    const mention = mentions[number];
    return (
      mention?.kind === 'person' &&
      mention.start - start < longestOpening &&
      /^, who\b/.test(body.slice(mention.end, mention.end + 6))
    );
  });
}

function agrees({ bearers }: Discourse, mention: number, { text }: Pronoun): boolean {
  const gender = bearers.genderOf(mention);
  return text === 'it' || gender === undefined || gender === text;
}

function lastSpokenOf(discourse: Discourse, current: SentenceRecord, kinds: readonly EntityKind[]): number | undefined {
  for (const sentence of discourse.past.slice(-maxSentencesBack).reverse()) {
    const isFar = sentence.paragraph !== current.paragraph;
    if (sentence.paragraph < current.paragraph - 1) return undefined;
    const speakers = distinct(discourse, sentence.speakers);
    if (speakers.length > 0) return speakers.length === 1 ? ofKind(discourse, speakers[0], kinds) : undefined;
    if (sentence.hasUnknownSpeaker || !kinds.includes('person')) return undefined;
    const people = distinct(
      discourse,
      sentence.named.filter((mention) => isPerson(discourse, mention)),
    );
    if (people.length > 1) return subjectOf(discourse, sentence, people);
    // In an earlier paragraph a person who does nothing but be named is no antecedent.
    if (people.length === 1) return isFar ? subjectOf(discourse, sentence, people) : people[0];
  }
  return undefined;
}

function isPerson({ mentions }: Discourse, mention: number): boolean {
  return mentions[mention]?.kind === 'person';
}

function ofKind(discourse: Discourse, mention: number | undefined, kinds: readonly EntityKind[]): number | undefined {
  const kind = mention === undefined ? undefined : discourse.mentions[mention]?.kind;
  return kind !== undefined && kinds.includes(kind) ? mention : undefined;
}

/** One mention, the last, of each bearer. */
function distinct({ bearers }: Discourse, mentions: readonly number[]): number[] {
  return [...new Map(mentions.map((mention) => [bearers.keyOf(mention), mention] as const)).values()];
}

const subjectChars = 40;

/** The person with whose name and title a sentence begins; among several only one who has a verb right behind the name. */
function subjectOf(discourse: Discourse, sentence: SentenceRecord, people: readonly number[]): number | undefined {
  const { mentions, bearers } = discourse;
  const first = sentence.named.find((mention) => isPerson(discourse, mention));
  const name = first === undefined ? undefined : mentions[first];
  if (first === undefined || name === undefined || name.start - sentence.start > subjectChars) return undefined;
  const leads =
    name.start === sentence.start && /^\s(?!and\b|or\b)\p{Ll}/u.test(discourse.body.slice(name.end, name.end + 5));
  return people.length === 1 || leads
    ? people.find((mention) => bearers.keyOf(mention) === bearers.keyOf(first))
    : undefined;
}

const maxRoleSentencesBack = 12;
// A title given further back than this is looked for no more: it bounds the work in a text of any length.
const maxTitleSentencesBack = 100;

/** The mention that "the president" or "the ministry" stands for: the only bearer of the role, or the only recent one. */
export function roleAntecedent(discourse: Discourse, current: SentenceRecord, role: Role): number | undefined {
  const noun = role.words.at(-1) ?? '';
  return organisationNouns.has(noun)
    ? organisationCalled(discourse, current, role.words)
    : personCalled(discourse, current, role.words);
}

function personCalled(discourse: Discourse, current: SentenceRecord, words: readonly string[]): number | undefined {
  const { bearers, mentions, past } = discourse;
  // "A spokesman said … the spokesman said": nobody who has a name.
  if (near(discourse, current).some(({ hasUnknownSpeaker }) => hasUnknownSpeaker)) return undefined;
  const latest = new Map<string, number>();
  const fitting = new Set<string>();
  for (const sentence of past.slice(-maxTitleSentencesBack)) {
    for (const mention of sentence.named) {
      if (mentions[mention]?.kind !== 'person') continue;
      latest.set(bearers.keyOf(mention), mention);
      if (bearers.rolesOf(mention).some((title) => fitsRole(title, words))) fitting.add(bearers.keyOf(mention));
    }
  }
  if (fitting.size === 0) return soleSubject(discourse, current, words);
  if (fitting.size === 1) return latestNear(discourse, current, latest.get([...fitting][0] ?? ''));
  for (const { speakers, named } of near(discourse, current).reverse()) {
    const fits = distinct(discourse, speakers.length > 0 ? speakers : named).filter((mention) =>
      fitting.has(bearers.keyOf(mention)),
    );
    if (fits.length > 0) return fits.length === 1 ? fits[0] : undefined;
  }
  return undefined;
}

// "the striker", "the outgoing governor": whoever is meant by more is somebody else than was last spoken of.
const maxPlainWords = 2;
// "the governor" alone is the one in office, whoever was spoken of; "the future president" is somebody of later.
const offices = /^(?:president|premier|minister|chancellor|governor|mayor|king|queen|pope|judge)$/;
const notYet = /^(?:future|next|new)$/;

/** "Quill scored twice. It was luck, the striker said.": the one person of the sentence before, its subject, whose calling is not told yet. */
function soleSubject(discourse: Discourse, current: SentenceRecord, words: readonly string[]): number | undefined {
  const last = discourse.past.at(-1);
  if (last === undefined || last.paragraph !== current.paragraph || words.length > maxPlainWords) return undefined;
  const [first = ''] = words;
  if (notYet.test(first) || (words.length === 1 && offices.test(first))) return undefined;
  const isNamed = (mention: number) => isPerson(discourse, mention);
  const people = distinct(discourse, last.named.filter(isNamed));
  if (people.length !== 1 || current.named.some(isNamed)) return undefined;
  const subject = subjectOf(discourse, last, people);
  return subject !== undefined && discourse.bearers.rolesOf(subject).length === 0 ? subject : undefined;
}

/** The last two sentences of the paragraph. */
function near({ past }: Discourse, { paragraph }: SentenceRecord): SentenceRecord[] {
  return past.slice(-2).filter((sentence) => sentence.paragraph === paragraph);
}

/** Nothing for somebody not named of late: in a sentence about another place "the mayor" is that place's. */
function latestNear(discourse: Discourse, current: SentenceRecord, mention: number | undefined): number | undefined {
  const { past, mentions } = discourse;
  const isElsewhere = current.named.some((named) => mentions[named]?.kind === 'place');
  const from = past.at(isElsewhere ? -maxSentencesBack : -maxRoleSentencesBack)?.start ?? 0;
  return mention !== undefined && (mentions[mention]?.start ?? -1) >= from ? mention : undefined;
}

function organisationCalled(
  discourse: Discourse,
  current: SentenceRecord,
  words: readonly string[],
): number | undefined {
  const { bearers, mentions, past } = discourse;
  const fits = new Map<string, number>();
  for (const mention of past.slice(-maxRoleSentencesBack).flatMap(({ named }) => named)) {
    const name = mentions[mention];
    if (name?.kind !== 'organisation') continue;
    const parts = name.text.toLowerCase().split(/[\s-]+/u);
    if (words.every((word) => parts.includes(word))) fits.set(bearers.keyOf(mention), mention);
  }
  if (fits.size > 0) return fits.size === 1 ? [...fits.values()][0] : undefined;
  // "the company": the one that spoke last, where no other is named; "the newspaper" is mostly another than that.
  const named = distinct(
    discourse,
    past.slice(-2).flatMap((sentence) => sentence.named),
  ).filter((mention) => mentions[mention]?.kind === 'organisation');
  const isPlain =
    words.length === 1 && !/^(?:newspaper|paper|magazine|broadcaster|network|court)$/.test(words[0] ?? '');
  return isPlain && named.length < 2 ? lastSpokenOf(discourse, current, ['organisation']) : undefined;
}
