import type { EntityKind } from '../domain/entity.js';
import type { Span } from '../domain/passage.js';
import { createPassageReader, type PassageReader } from '../retrieval/passage-reader.js';
import type { QuestionWord } from '../retrieval/question-words.js';
import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { type Token, tokenize } from '../retrieval/tokenize.js';
import { holdsAnswerOf, identifies } from './answer-type.js';
import type { QuestionFocus } from './question-focus.js';

/** A sentence and how far it answers. Shares are of the question's weight, 0..1. */
export interface SentenceEvidence {
  /** Position of its passage, and its own number in there. */
  readonly passage: number;
  readonly index: number;
  /** Into the article's body. */
  readonly span: Span;
  readonly text: string;
  /** Its terms, for comparing sentences. */
  readonly terms: ReadonlySet<string>;
  /** For each word of the focus, how surely the sentence has it. */
  readonly found: readonly number[];
  /** The same for the title of its article. */
  readonly titled: readonly number[];
  readonly inSentence: number;
  /** The same, words of its surroundings counting in part. */
  readonly covered: number;
  readonly hasType: boolean;
  /** Who says it, by number in the catalogue: nobody where that is not known, several where parts are said by several. */
  readonly speakers: readonly number[];
  /** The share of what is asked for that it tells in the words of whoever is asked for; 0 where others say it. */
  readonly heard: number;
  readonly score: number;
}

// What a question's word counts when it stands not in the sentence but near it, and what makes up a sentence's score.
// Found by hill climbing on the 208 plain questions over corpus/ and news-dev's 112 together (right answers among the
// statements: 186 → 188, 80 → 84), then rounded; other values around give one or two fewer.
const CREDIT = { neighbour: 0.4, title: 0.65, passage: 0.07 } as const;
const WEIGHT = {
  inSentence: 0.5,
  covered: 0.27,
  type: 0.3,
  rank: 0.4,
  overlong: 0.2,
  identity: 0.3,
  // Words of whoever is asked for come first, by what they are about.
  heard: 0.5,
} as const;
// Terms; a longer sentence matches more words by its length alone.
const LONG_SENTENCE = 40;

/** Every sentence of the passages with its evidence, best first. */
export function weighSentences(
  snapshot: Snapshot,
  focus: QuestionFocus,
  passages: readonly RankedPassage[],
  readPassage: PassageReader = createPassageReader(snapshot),
): SentenceEvidence[] {
  return passages
    .flatMap((ranked) => weighPassage(snapshot, focus, ranked, readPassage(ranked.position)))
    .sort((a, b) => b.score - a.score || a.passage - b.passage || a.index - b.index);
}

function weighPassage(
  snapshot: Snapshot,
  focus: QuestionFocus,
  ranked: RankedPassage,
  tokens: readonly Token[],
): SentenceEvidence[] {
  const passage = snapshot.passages[ranked.position];
  const articleNumber = snapshot.articleOf[ranked.position] ?? 0;
  const article = snapshot.articles[articleNumber];
  if (passage === undefined || article === undefined) return [];
  const sentences = passage.sentences.map((span) => {
    const text = article.body.slice(span.start, span.end);
    const terms = termsBetween(tokens, span.start - passage.start, span.end - passage.start);
    return { span, text, terms, found: focus.words.map((word) => surenessIn(terms, word)) };
  });
  const titleTerms = new Set(tokenize(article.title).map(({ term }) => term));
  const titled = focus.words.map((word) => surenessIn(titleTerms, word));
  const anywhere = focus.words.map((_, word) => Math.max(...sentences.map(({ found }) => found[word] ?? 0)));
  return sentences.map((sentence, index) => {
    const before = sentences[index - 1]?.found ?? [];
    const after = sentences[index + 1]?.found ?? [];
    const nearby = (word: number) =>
      Math.max(
        CREDIT.neighbour * Math.max(before[word] ?? 0, after[word] ?? 0),
        CREDIT.title * (titled[word] ?? 0),
        CREDIT.passage * (anywhere[word] ?? 0),
      );
    const inSentence = share(focus, (word) => sentence.found[word] ?? 0);
    const covered = share(focus, (word) => Math.max(sentence.found[word] ?? 0, nearby(word)));
    const hasType = holdsType(snapshot, focus, articleNumber, sentence);
    const speakers = snapshot.mentions.speakersOf(articleNumber, sentence.span.start);
    const foundThere = (word: number) =>
      Math.max(sentence.found[word] ?? 0, before[word] ?? 0, after[word] ?? 0, titled[word] ?? 0);
    const heard = heardShare(focus, speakers, foundThere);
    const identity = tellsIdentity(snapshot, focus, articleNumber, sentence) ? WEIGHT.identity : 0;
    const own = sentenceScore({ inSentence, covered, hasType }, sentence.terms.size, ranked.score);
    const score = own + identity + WEIGHT.heard * heard;
    return {
      passage: ranked.position,
      index,
      ...sentence,
      titled,
      inSentence,
      covered,
      hasType,
      speakers,
      heard,
      score,
    };
  });
}

/** Whether a sentence says who or what is asked for: with a role that its article gives, where the bearer is known. */
function tellsIdentity(
  { catalogue, mentions, articles }: Snapshot,
  { identity, bearer }: QuestionFocus,
  article: number,
  { span, text }: Pick<SentenceEvidence, 'span' | 'text'>,
): boolean {
  if (identity === undefined) return false;
  const roles = bearer === undefined ? [] : (catalogue.entities[bearer]?.roles ?? []);
  const id = articles[article]?.id;
  if (bearer === undefined || roles.length === 0) return identifies(identity, text);
  const isNamed = mentions.namedBetween(article, span.start, span.end).includes(bearer);
  return isNamed && roles.some((role) => id !== undefined && role.articles.includes(id) && text.includes(role.text));
}

/** How much of what is asked about stands where the asked speaker speaks; all of it where nothing in particular is asked. */
function heardShare(
  { words, speaker }: QuestionFocus,
  speakers: readonly number[],
  found: (word: number) => number,
): number {
  if (speaker === undefined || !speakers.includes(speaker.entity)) return 0;
  const weightOf = (word: number) => words[word]?.weight ?? 0;
  const whole = speaker.about.reduce((sum, word) => sum + weightOf(word), 0);
  return whole === 0 ? 1 : speaker.about.reduce((sum, word) => sum + weightOf(word) * found(word), 0) / whole;
}

/** Whether a sentence holds something of the kind asked for; people and places are known by the catalogue, where it names any. */
function holdsType(
  { mentions, catalogue }: Snapshot,
  { type, topic, named }: QuestionFocus,
  article: number,
  { span, text }: Pick<SentenceEvidence, 'span' | 'text'>,
): boolean {
  if (type === 'person' || type === 'place') {
    const kinds: readonly EntityKind[] = type === 'person' ? ['person', 'organisation'] : ['place'];
    const others = mentions.namedBetween(article, span.start, span.end).filter((entity) => !named.has(entity));
    if (others.some((entity) => kinds.includes(catalogue.entities[entity]?.kind ?? 'place'))) return true;
  }
  return holdsAnswerOf(type, text, topic);
}

/** The terms of one sentence out of its passage's tokens. */
function termsBetween(tokens: readonly Token[], start: number, end: number): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const token of tokens) if (token.start >= start && token.end <= end) terms.add(token.term);
  return terms;
}

/** How surely a text with these terms has the word, 0..1. */
function surenessIn(terms: ReadonlySet<string>, word: QuestionWord): number {
  let best = 0;
  for (const [term, sureness] of word.terms) if (sureness > best && terms.has(term)) best = sureness;
  return best;
}

function share({ words, totalWeight }: QuestionFocus, credit: (word: number) => number): number {
  const sum = words.reduce((total, { weight }, word) => total + weight * credit(word), 0);
  return totalWeight === 0 ? 0 : sum / totalWeight;
}

type Shares = Pick<SentenceEvidence, 'inSentence' | 'covered' | 'hasType'>;

function sentenceScore({ inSentence, covered, hasType }: Shares, terms: number, rank: number): number {
  const overlong = Math.max(0, terms - LONG_SENTENCE) / LONG_SENTENCE;
  return (
    WEIGHT.inSentence * inSentence +
    WEIGHT.covered * covered +
    (hasType ? WEIGHT.type : 0) +
    WEIGHT.rank * rank -
    WEIGHT.overlong * overlong
  );
}
