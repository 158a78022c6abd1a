import type { Span } from '../domain/passage.js';
import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { isStopWord } from '../retrieval/stop-words.js';
import { tokenize } from '../retrieval/tokenize.js';
import { type AnswerType, answerType, holdsAnswerOf } from './answer-type.js';

/** What a question turns on: its words of content and how telling each is. */
export interface QuestionFocus {
  readonly text: string;
  readonly type: AnswerType;
  /** Groups of terms that mean one word of the question, with the word's inverse document frequency. */
  readonly words: readonly FocusWord[];
  readonly totalWeight: number;
}

/** One word of content of the question. */
export interface FocusWord {
  readonly terms: ReadonlySet<string>;
  readonly weight: number;
  /** Whether the corpus has it. */
  readonly known: boolean;
}

/** A sentence and how far it answers. */
export interface SentenceEvidence {
  readonly passage: number;
  /** Into the article's body. */
  readonly span: Span;
  readonly text: string;
  /** Share of the question's weight found in the sentence itself, 0..1. */
  readonly inSentence: number;
  /** The same, words of its surroundings counting in part, 0..1. */
  readonly covered: number;
  readonly hasType: boolean;
  readonly score: number;
}

/** The words a question turns on, each with all spellings it is indexed under. */
export function questionFocus(snapshot: Snapshot, topic: string): QuestionFocus {
  const byPlace = new Map<string, Set<string>>();
  for (const { term, start, end } of tokenize(topic, { question: true })) {
    if (isStopWord(term) || isStopWord(topic.slice(start, end).toLowerCase())) continue;
    const key = `${start}`;
    byPlace.set(key, (byPlace.get(key) ?? new Set()).add(term));
  }
  const words: FocusWord[] = [];
  const seen = new Set<string>();
  for (const terms of byPlace.values()) {
    const first = [...terms][0] ?? '';
    if (seen.has(first)) continue;
    seen.add(first);
    const frequency = Math.max(...[...terms].map((term) => snapshot.passageIndex.documentFrequency(term)));
    words.push({ terms, weight: idf(snapshot, frequency), known: frequency > 0 });
  }
  return {
    text: topic,
    type: answerType(topic),
    words,
    totalWeight: words.reduce((sum, { weight }) => sum + weight, 0),
  };
}

function idf(snapshot: Snapshot, frequency: number): number {
  const count = snapshot.passages.length;
  return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
}

// What a question's word counts when it stands not in the sentence but near it.
const CREDIT = { neighbour: 0.6, title: 0.6, passage: 0.35 } as const;

/** Every sentence of the passages with its evidence, best first. */
export function weighSentences(
  snapshot: Snapshot,
  focus: QuestionFocus,
  passages: readonly RankedPassage[],
): SentenceEvidence[] {
  return passages
    .flatMap((ranked) => weighPassage(snapshot, focus, ranked))
    .sort((a, b) => b.score - a.score || a.passage - b.passage || a.span.start - b.span.start);
}

function weighPassage(snapshot: Snapshot, focus: QuestionFocus, ranked: RankedPassage): SentenceEvidence[] {
  const passage = snapshot.passages[ranked.position];
  const article = snapshot.articles[snapshot.articleOf[ranked.position] ?? 0];
  if (passage === undefined || article === undefined) return [];
  const termsOf = (text: string) => new Set(tokenize(text).map(({ term }) => term));
  const sentences = passage.sentences.map((span) => {
    const text = article.body.slice(span.start, span.end);
    return { span, text, terms: termsOf(text) };
  });
  const title = termsOf(article.title);
  const holds = (terms: ReadonlySet<string> | undefined, word: FocusWord) =>
    terms !== undefined && [...word.terms].some((term) => terms.has(term));
  return sentences.map(({ span, text, terms }, index) => {
    let own = 0;
    let covered = 0;
    for (const word of focus.words) {
      const near = holds(sentences[index - 1]?.terms, word) || holds(sentences[index + 1]?.terms, word);
      const credit = holds(terms, word)
        ? 1
        : near
          ? CREDIT.neighbour
          : holds(title, word)
            ? CREDIT.title
            : sentences.some((other) => holds(other.terms, word))
              ? CREDIT.passage
              : 0;
      covered += credit * word.weight;
      if (credit === 1) own += word.weight;
    }
    const total = focus.totalWeight || 1;
    const hasType = holdsAnswerOf(focus.type, text, focus.text);
    const evidence = { inSentence: own / total, covered: covered / total, hasType };
    return { passage: ranked.position, span, text, ...evidence, score: sentenceScore(evidence, ranked) };
  });
}

function sentenceScore(
  { inSentence, covered, hasType }: { inSentence: number; covered: number; hasType: boolean },
  ranked: RankedPassage,
): number {
  return 0.5 * inSentence + 0.5 * covered + (hasType ? 0.25 : 0) + 0.3 * ranked.score;
}
