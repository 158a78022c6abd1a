import { publishedDay } from '../domain/article.js';
import type { Span } from '../domain/passage.js';
import { createPassageReader, type PassageReader } from '../retrieval/passage-reader.js';
import type { QuestionWord } from '../retrieval/question-words.js';
import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { type Token, tokenize } from '../retrieval/tokenize.js';
import { isAnothers } from './anothers.js';
import { heardShare, holdsType, namesNobodyElse, tellsCount, tellsIdentity } from './asked-kind.js';
import { recency, speaksOfFormer } from './present-state.js';
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
  /** Whether it tells of another than the question names (see `isAnothers`): no number, day or person of it is an answer. */
  readonly anothers: boolean;
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
  // "How many companies": 161 companies, not 416 people. One more of 208 plain questions is right, one more at once; .1 to .3 alike.
  counted: 0.15,
  // "Who": somebody else than those named; a company or a title may be the answer, but a person is it rather.
  nobody: 0.15,
  // A question in an article answers none. At .3 one still led an answer ("How many people died?"); no set fares otherwise by it.
  asks: 0.6,
  // "Who is the manager?": whoever newer articles name, and rather not the one they say was sacked. Over nine sets of 693 questions
  // two more are right at once, and none is lost; .1 to .3 alike.
  recent: 0.2,
  former: 0.2,
  // Of four questions in 121 that were answered with somebody else's fact two are refused, the others answered without it and not
  // as `direct`; no right answer of nine sets is lost.
  anothers: 0.6,
  // Words of whoever is asked for come first, by what they are about.
  heard: 0.5,
} as const;
// Somebody's question within quotation marks is what they said.
const ASKS = /^[^"“”«»「」„]*[?？]\s*$/u;
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
  const around: Surroundings = { snapshot, focus, ranked, article: articleNumber, sentences, titled, anywhere };
  return sentences.map((sentence, index) => ({
    passage: ranked.position,
    index,
    titled,
    ...sentence,
    ...weighSentence(around, sentence, index),
  }));
}

type ReadSentence = Pick<SentenceEvidence, 'span' | 'text' | 'terms' | 'found'>;

/** A passage as its sentences are weighed in: what each of them, its title, and any of them has of the question's words. */
interface Surroundings {
  readonly snapshot: Snapshot;
  readonly focus: QuestionFocus;
  readonly ranked: RankedPassage;
  /** Its article's number. */
  readonly article: number;
  readonly sentences: readonly ReadSentence[];
  readonly titled: readonly number[];
  readonly anywhere: readonly number[];
}

function weighSentence(
  { snapshot, focus, ranked, article, sentences, titled, anywhere }: Surroundings,
  sentence: ReadSentence,
  index: number,
): Pick<SentenceEvidence, 'inSentence' | 'covered' | 'hasType' | 'anothers' | 'speakers' | 'heard' | 'score'> {
  const beside = (word: number) =>
    Math.max(sentences[index - 1]?.found[word] ?? 0, sentences[index + 1]?.found[word] ?? 0);
  const found = (word: number) => sentence.found[word] ?? 0;
  const nearby = (word: number) =>
    Math.max(
      CREDIT.neighbour * beside(word),
      CREDIT.title * (titled[word] ?? 0),
      CREDIT.passage * (anywhere[word] ?? 0),
    );
  const inSentence = share(focus, found);
  const covered = share(focus, (word) => Math.max(found(word), nearby(word)));
  const anothers = isAnothers(snapshot, focus, article, sentences, index);
  const hasType = !anothers && holdsType(snapshot, focus, article, sentence);
  const speakers = snapshot.mentions.speakersOf(article, sentence.span.start);
  const heard = heardShare(focus, speakers, (word) => Math.max(found(word), beside(word), titled[word] ?? 0));
  const own = sentenceScore({ inSentence, covered, hasType }, sentence.terms.size, ranked.score);
  const kind = kindWorth(snapshot, focus, article, sentence, { hasType, anothers });
  return { inSentence, covered, hasType, anothers, speakers, heard, score: own + kind + WEIGHT.heard * heard };
}

/** What a sentence is worth, or costs, for the kind of thing it says. */
function kindWorth(
  snapshot: Snapshot,
  focus: QuestionFocus,
  article: number,
  sentence: ReadSentence,
  { hasType, anothers }: Pick<SentenceEvidence, 'hasType' | 'anothers'>,
): number {
  const identity = tellsIdentity(snapshot, focus, article, sentence) ? WEIGHT.identity : 0;
  const nobody = hasType && namesNobodyElse(snapshot, focus, article, sentence) ? WEIGHT.nobody : 0;
  const counted = hasType && tellsCount(focus, sentence) ? WEIGHT.counted : 0;
  const asks = ASKS.test(sentence.text) ? WEIGHT.asks : 0;
  const standing = focus.present ? standingOf(snapshot, article, sentence.text) : 0;
  return identity + counted + standing - nobody - asks - (anothers ? WEIGHT.anothers : 0);
}

/** What a sentence is worth for telling how things stand. */
function standingOf({ articles, coverage }: Snapshot, article: number, text: string): number {
  const published = articles[article];
  const day = published === undefined ? undefined : publishedDay(published);
  return WEIGHT.recent * recency(day, coverage.dates) - (speaksOfFormer(text) ? WEIGHT.former : 0);
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
