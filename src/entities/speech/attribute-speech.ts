import type { Span } from '../../domain/passage.js';
import type { ArticleNames, NameMention, ReadableArticle } from '../article-names.js';
import { type Bearers, createBearers } from './bearers.js';
import { chooseAttributions } from './choose-attributions.js';
import { continueQuotations } from './continue-quotations.js';
import { pronounAntecedent, roleAntecedent, type SentenceRecord } from './discourse.js';
import { eastAsianReader } from './east-asian.js';
import { mayAttribute, readAttributions } from './english.js';
import { findQuotations, type Quotation } from './quotations.js';
import type { Attribution, SpeechAct } from './speech-act.js';
import { isVietnamese, readVietnamese } from './vietnamese.js';
import { readWords, type SentenceParts } from './words.js';

// Sentences are cut at 1,000 characters; whatever is longer came from elsewhere and is no sentence.
const maxSentenceChars = 2_000;
const minQuotedWords = 3;

/** A speech act and what decides whether it is kept. */
interface Tentative extends SpeechAct {
  readonly isView: boolean;
  readonly isIntroduced: boolean;
}

/**
 * Who says what in an article, in the order of its sentences. Where it is unclear who speaks nothing is given: a
 * statement missed is better than one put into another's mouth. What people want, think or expect counts as said only in
 * the present tense and of people who are also reported to speak, or who are introduced with name and calling in the
 * sentence, as news does with those it has asked. Linear in the article's length.
 */
export function attributeSpeech(article: ReadableArticle, names: ArticleNames): SpeechAct[] {
  const { mentions } = names;
  const bearers = createBearers(article, mentions);
  const quotations = findQuotations(article.body);
  const past: SentenceRecord[] = [];
  const tentative: Tentative[] = [];
  for (const parts of eachSentence(article, mentions, quotations)) {
    const { sentence, paragraph, outside: named } = parts;
    const { start, end } = sentence;
    const read = readSentence(parts, mentions);
    const current: SentenceRecord = { start, end, paragraph, named, speakers: [], hasUnknownSpeaker: false };
    const acts = read.flatMap((found) => resolved(found, { parts, current, past, bearers }) ?? []);
    const once = acts.filter((act, at) => acts.findIndex(({ speaker }) => same(bearers, speaker, act.speaker)) === at);
    tentative.push(...once);
    past.push({
      start,
      end,
      paragraph,
      named,
      speakers: once.map(({ speaker }) => speaker),
      hasUnknownSpeaker: acts.length < read.length,
    });
  }
  return continueQuotations(article, quotations, heard(tentative, bearers));
}

function same(bearers: Bearers, one: number, other: number): boolean {
  return bearers.keyOf(one) === bearers.keyOf(other);
}

/** The acts without views of people who do not speak. */
function heard(tentative: readonly Tentative[], bearers: Bearers): SpeechAct[] {
  const speaking = new Set(tentative.filter(({ isView }) => !isView).map(({ speaker }) => bearers.keyOf(speaker)));
  return tentative
    .filter(({ isView, isIntroduced, speaker }) => !isView || isIntroduced || speaking.has(bearers.keyOf(speaker)))
    .map(({ sentence, verb, form, speaker, cue }) => ({ sentence, verb, form, speaker, cue }));
}

interface PlacedParts extends SentenceParts {
  readonly paragraph: number;
  /** The mentions outside quotations. */
  readonly outside: readonly number[];
}

/** The sentences with the names and quotations that lie in them; all three are in order, so each is passed once. */
function* eachSentence(
  { body, sentences }: ReadableArticle,
  names: readonly NameMention[],
  quotations: readonly Quotation[],
): Generator<PlacedParts> {
  let name = 0;
  let quote = 0;
  let paragraph = 0;
  let end = 0;
  for (const sentence of sentences) {
    if (body.slice(end, sentence.start).includes('\n')) paragraph++;
    end = sentence.end;
    while ((names[name]?.start ?? body.length) < sentence.start) name++;
    const mentions: number[] = [];
    for (; (names[name]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end; name++) mentions.push(name);
    while ((quotations[quote]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) quote++;
    const near: Quotation[] = [];
    for (let at = quote; (quotations[at]?.start ?? body.length) < sentence.end; at++)
      near.push(...quotations.slice(at, at + 1));
    const outside = mentions.filter((mention) => !near.some((one) => contains(one, names[mention]?.start ?? 0)));
    yield { body, sentence, mentions, names, quotations: near, paragraph, outside };
  }
}

function contains({ start, end }: Span, place: number): boolean {
  return start < place && place < end;
}

function readSentence(parts: SentenceParts, mentions: readonly NameMention[]): readonly Attribution[] {
  const { start, end } = parts.sentence;
  if (end - start > maxSentenceChars) return [];
  const text = parts.body.slice(start, end);
  const found = readByLanguage(parts, text);
  return chooseAttributions(found.filter(({ isView, subject }) => !isView || isPersonal(subject, mentions)));
}

function readByLanguage(parts: SentenceParts, text: string): readonly Attribution[] {
  const eastAsian = eastAsianReader(text);
  if (eastAsian !== undefined) return eastAsian(parts);
  if (isVietnamese(text)) return readVietnamese(parts);
  if (!mayAttribute(text)) return [];
  return readAttributions(readWords(parts), (mention) => parts.names[mention]?.kind === 'person');
}

function isPersonal(subject: Attribution['subject'], mentions: readonly NameMention[]): boolean {
  if (subject.kind === 'mention') return mentions[subject.mention]?.kind === 'person';
  return subject.kind === 'pronoun' ? subject.text !== 'it' && subject.text !== 'they' : true;
}

interface Reading {
  readonly parts: SentenceParts;
  readonly current: SentenceRecord;
  readonly past: readonly SentenceRecord[];
  readonly bearers: Bearers;
}

function resolved({ subject, verb, isView }: Attribution, reading: Reading): Tentative | undefined {
  const { parts, current, past, bearers } = reading;
  const sentence = { start: parts.sentence.start, end: parts.sentence.end };
  const act = { sentence, verb, form: formOf(parts), isView };
  const discourse = { body: parts.body, mentions: parts.names, bearers, past };
  if (subject.kind === 'unknown') return undefined;
  if (subject.kind === 'mention') {
    const name = parts.names[subject.mention];
    const cue = name && { start: name.start, end: name.end };
    return { ...act, speaker: subject.mention, cue, isIntroduced: subject.introduced };
  }
  const speaker =
    subject.kind === 'pronoun'
      ? pronounAntecedent(discourse, current, subject)
      : roleAntecedent(discourse, current, subject);
  if (speaker === undefined) return undefined;
  return { ...act, speaker, cue: { start: subject.start, end: subject.end }, isIntroduced: false };
}

const word = /[\p{L}\p{N}]+/gu;

function formOf({ body, sentence, quotations }: SentenceParts): SpeechAct['form'] {
  const isDirect = quotations.some(({ start, end }) => {
    const quoted = body.slice(Math.max(start, sentence.start), Math.min(end, sentence.end));
    const words = quoted.match(word) ?? [];
    return words.length >= minQuotedWords || /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}]{6}/u.test(quoted);
  });
  return isDirect ? 'direct' : 'reported';
}
