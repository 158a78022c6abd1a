import type { Span } from '../../domain/passage.js';
import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ReadableArticle } from '../article-names.js';
import { contextClues } from './context-clues.js';
import { formClues } from './form-clues.js';
import { functionWords } from './name-words.js';
import { type Piece, piecesOf } from './pieces.js';
import { type ArticleReading, addVotes, type Candidate } from './reading.js';
import { runsOf } from './runs.js';
import { type Token, tokensOf } from './tokens.js';

/** Reads one article by itself: what may be a name in it, and what speaks for which kind. */
export function readNames(article: ReadableArticle, knows: NameKnowledge): ArticleReading {
  const smallWords = new Map<string, number>();
  const candidates = article.sentences.flatMap((sentence) => {
    const tokens = tokensOf(article.body, sentence);
    for (const { kind, lower } of tokens) if (kind === 'word') smallWords.set(lower, (smallWords.get(lower) ?? 0) + 1);
    return candidatesOf(article.body, tokens, knows);
  });
  return { article: article.id, body: article.body, candidates, asOne: [], smallWords };
}

function candidatesOf(body: string, tokens: readonly Token[], knows: NameKnowledge): Candidate[] {
  const style = styleOf(tokens);
  if (style === 'capitals') return datelineOf(body, tokens);
  const isWord = (word: string) => knows.isWord(word);
  return runsOf(body, tokens, isWord)
    .flatMap((run) => piecesOf(tokens, run, knows))
    .map((piece) => candidateOf(body, tokens, piece, style === 'title', knows));
}

/** All capitals, a headline ("Lee Meets Xi in Beijing"), or plain text. */
function styleOf(tokens: readonly Token[]): 'capitals' | 'title' | 'plain' {
  const written = tokens.filter((token) => token.kind === 'name' || token.kind === 'word');
  const capitals = written.filter((token) => token.isCapitals).length;
  if (
    written.length > 0 &&
    capitals > written.length * 0.6 &&
    (written.length > 2 || tokens.length === written.length + 1)
  )
    return 'capitals';
  const long = written.filter((token) => token.text.length > 3);
  const named = long.filter((token) => token.kind === 'name').length;
  const lists = tokens.filter((token) => token.text === ',' || token.text === '(').length;
  return long.length >= 4 && named > long.length * 0.8 && lists < named / 4 ? 'title' : 'plain';
}

/** "LONDON 1996-08-30": a place and a day on a line of their own. */
function datelineOf(body: string, tokens: readonly Token[]): Candidate[] {
  const last = tokens.at(-1);
  const names = tokens.slice(0, -1);
  const [first, end] = [names[0], names.at(-1)];
  if (
    last?.kind !== 'number' ||
    first === undefined ||
    end === undefined ||
    names.some((token) => token.kind !== 'name')
  )
    return [];
  const text = body.slice(first.start, end.end);
  const votes = { person: 0, organisation: 0, place: 5, other: 0 };
  return [
    {
      start: first.start,
      end: end.end,
      text,
      words: text.split(' '),
      votes,
      isWeak: false,
      otherStart: undefined,
      role: undefined,
    },
  ];
}

function candidateOf(
  body: string,
  tokens: readonly Token[],
  piece: Piece,
  isHeadline: boolean,
  knows: NameKnowledge,
): Candidate {
  const span = spanOf(tokens, piece);
  const text = body.slice(span.start, span.end);
  const words = text.split(/\s+/u);
  const isStart = beginsSentence(tokens, piece.from);
  const first = tokens[piece.from];
  const second = tokens[piece.from + 1];
  const isWordFirst = isStart && first !== undefined && knows.isWord(first.lower) && !first.isCapitals;
  return {
    ...span,
    text,
    words,
    votes: addVotes(formClues(text, words, knows), contextClues({ tokens, piece, knows })),
    isWeak: isHeadline || (isStart && words.length === 1) || isWordFirst,
    otherStart:
      isWordFirst && second !== undefined && words.length > 1 && second.kind === 'name' ? second.start : undefined,
    role: piece.title === undefined ? undefined : roleBefore(tokens, piece.title),
  };
}

function spanOf(tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** The title and the capitalised words before it: "South Korean President", "Datasembly CEO". */
function roleBefore(tokens: readonly Token[], title: { readonly from: number; readonly to: number }): Span {
  let { from } = title;
  while (tokens[from - 1]?.kind === 'name' && !functionWords.has(tokens[from - 1]?.lower ?? '')) from--;
  return spanOf(tokens, { from, to: title.to });
}

/** First of its sentence, or behind a mark after which a sentence may begin. */
function beginsSentence(tokens: readonly Token[], at: number): boolean {
  let index = at - 1;
  while (/^["“‘'«([*•]$/u.test(tokens[index]?.text ?? '')) index--;
  return index < 0 || /^[–—:.!?-]$/u.test(tokens[index]?.text ?? '');
}
