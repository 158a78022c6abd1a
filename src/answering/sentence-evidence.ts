import type { EntityKind } from '../domain/entity.js';
import type { Span } from '../domain/passage.js';
import { createPassageReader, type PassageReader } from '../retrieval/passage-reader.js';
import type { PreparedQuery } from '../retrieval/prepare-query.js';
import type { QuestionWord } from '../retrieval/question-words.js';
import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { type Token, tokenize } from '../retrieval/tokenize.js';
import { holdsAnswerOf, identifies, identityAsked } from './answer-type.js';
import { askedSpeaker } from './asked-speaker.js';
import type { AskedFor } from './question-form.js';

/** What a question turns on. */
export interface QuestionFocus extends AskedFor {
  /** Its words of content. */
  readonly words: readonly QuestionWord[];
  readonly totalWeight: number;
  /** The name whose bearer is asked for, where nothing else is. */
  readonly identity: string | undefined;
  /** Whom it names, by number in the catalogue. */
  readonly named: ReadonlySet<number>;
  /** Whose words it asks for. */
  readonly speaker: number | undefined;
}

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
  readonly inSentence: number;
  /** The same, words of its surroundings counting in part. */
  readonly covered: number;
  readonly hasType: boolean;
  /** Who says it, by number in the catalogue. */
  readonly speaker: number | undefined;
  readonly score: number;
}

/** The focus of a question: what it asks for and the words it turns on. */
export function questionFocus(
  asked: AskedFor,
  { words, names }: Pick<PreparedQuery, 'words' | 'names'>,
): QuestionFocus {
  const content = words.filter((word) => word.content);
  return {
    ...asked,
    words: content,
    totalWeight: content.reduce((sum, { weight }) => sum + weight, 0),
    identity: identityAsked(asked.topic),
    named: new Set(names.map(({ entity }) => entity)),
    speaker: askedSpeaker(asked.topic, names),
  };
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
  speaker: 0.05,
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
  const title = focus.words.map((word) => surenessIn(titleTerms, word));
  const anywhere = focus.words.map((_, word) => Math.max(...sentences.map(({ found }) => found[word] ?? 0)));
  return sentences.map((sentence, index) => {
    const before = sentences[index - 1]?.found ?? [];
    const after = sentences[index + 1]?.found ?? [];
    const nearby = (word: number) =>
      Math.max(
        CREDIT.neighbour * Math.max(before[word] ?? 0, after[word] ?? 0),
        CREDIT.title * (title[word] ?? 0),
        CREDIT.passage * (anywhere[word] ?? 0),
      );
    const inSentence = share(focus, (word) => sentence.found[word] ?? 0);
    const covered = share(focus, (word) => Math.max(sentence.found[word] ?? 0, nearby(word)));
    const hasType = holdsType(snapshot, focus, articleNumber, sentence);
    const speaker = snapshot.mentions.speakerOf(articleNumber, sentence.span.start);
    const heard = focus.speaker !== undefined && speaker === focus.speaker ? WEIGHT.speaker : 0;
    const identity = focus.identity !== undefined && identifies(focus.identity, sentence.text) ? WEIGHT.identity : 0;
    const score = identity + heard + sentenceScore({ inSentence, covered, hasType }, sentence.terms.size, ranked.score);
    return { passage: ranked.position, index, ...sentence, inSentence, covered, hasType, speaker, score };
  });
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
