import type { Span } from '../../domain/passage.js';
import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ReadableArticle } from '../article-names.js';
import { namedAsOne } from './brackets.js';
import { capitalCandidates } from './capital-lines.js';
import { contextClues } from './context-clues.js';
import { formClues, inSmallLetters } from './form-clues.js';
import { functionWords } from './name-words.js';
import { outletCandidates, outletsOf } from './outlets.js';
import { type Piece, piecesOf } from './pieces.js';
import { type ArticleReading, addVotes, type Candidate, type Votes } from './reading.js';
import { roleAfter } from './roles.js';
import { type Run, runsOf } from './runs.js';
import { scriptCandidates } from './script-names.js';
import { isSportsReport, teamClue } from './sports-clues.js';
import { type Token, tokensOf } from './tokens.js';

interface Context {
  readonly body: string;
  readonly knows: NameKnowledge;
  readonly teams: (tokens: readonly Token[], run: Run) => Partial<Votes>;
}

/** Reads one article by itself: what may be a name in it, and what speaks for which kind. */
export function readNames(article: ReadableArticle, knows: NameKnowledge): ArticleReading {
  const { body } = article;
  const isWord = (word: string) => knows.isWord(word);
  const sentences = article.sentences.map((sentence) => tokensOf(body, sentence, isWord));
  const isSport = isSportsReport(sentences);
  const context: Context = { body, knows, teams: (tokens, run) => (isSport ? teamClue(tokens, run, knows) : {}) };
  const plain = sentences.filter((tokens) => styleOf(tokens) !== 'capitals');
  const ordinary = plain.flatMap((tokens) => candidatesOf(context, tokens));
  const named = namesInCapitals(ordinary);
  const capitals = sentences
    .filter((tokens) => styleOf(tokens) === 'capitals')
    .flatMap((tokens) => capitalCandidates(body, tokens, named, knows, (run) => context.teams(tokens, run)));
  const outlets = outletsOf(article.publisher);
  const first = withoutOverlap([
    ...outletCandidates(body, outlets),
    ...scriptCandidates(body),
    ...ordinary,
    ...capitals,
  ]);
  const { candidates, asOne } = namedAsOne(body, first);
  return { article: article.id, body, outlets, candidates, asOne, smallWords: smallWordsOf(sentences) };
}

function smallWordsOf(sentences: readonly (readonly Token[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tokens of sentences) {
    for (const { kind, lower } of tokens) if (kind === 'word') counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  return counts;
}

/** In order of place; of two that overlap the one given first stays. */
function withoutOverlap(candidates: readonly Candidate[]): Candidate[] {
  const ranked = candidates.map((candidate, rank) => ({ candidate, rank }));
  ranked.sort((a, b) => a.candidate.start - b.candidate.start || a.rank - b.rank);
  const kept: typeof ranked = [];
  for (const each of ranked) {
    const last = kept.at(-1);
    if (last === undefined || last.candidate.end <= each.candidate.start) kept.push(each);
    else if (each.rank < last.rank) kept[kept.length - 1] = each;
  }
  return kept.map(({ candidate }) => candidate);
}

/** The article's names, and the last words of the longer ones, by how capitals write them. */
function namesInCapitals(candidates: readonly Candidate[]): Map<string, string> {
  const named = new Map<string, string>();
  for (const { key, words, isWeak } of candidates) {
    if (isWeak) continue;
    named.set(key.toUpperCase(), key);
    const last = words.at(-1) ?? '';
    if (words.length === 2 && !named.has(last.toUpperCase())) named.set(last.toUpperCase(), last);
  }
  return named;
}

function candidatesOf(context: Context, tokens: readonly Token[]): Candidate[] {
  const isHeadline = styleOf(tokens) === 'title';
  return runsOf(context.body, tokens, (word) => context.knows.isWord(word))
    .flatMap((run) => piecesOf(tokens, run, context.knows))
    .map((piece) => candidateOf(context, tokens, piece, isHeadline));
}

/** All capitals, a headline ("Lee Meets Xi in Beijing"), or plain text. */
function styleOf(tokens: readonly Token[]): 'capitals' | 'title' | 'plain' {
  const written = tokens.filter((token) => token.kind === 'name' || token.kind === 'word');
  const capitals = written.filter((token) => token.isCapitals).length;
  const isShort = written.length < 3 && tokens.length !== written.length + 1;
  if (capitals > written.length * 0.6 && !isShort) return 'capitals';
  const long = written.filter((token) => token.text.length > 3);
  const named = long.filter((token) => token.kind === 'name').length;
  const lists = tokens.filter((token) => token.text === ',' || token.text === '(').length;
  return long.length >= 4 && named > long.length * 0.8 && lists < named / 4 ? 'title' : 'plain';
}

function candidateOf(
  { body, knows, teams }: Context,
  tokens: readonly Token[],
  piece: Piece,
  isHeadline: boolean,
): Candidate {
  const the = tokens[piece.from - 1];
  const isNamedThe = the?.text === 'The' && piece.title === undefined;
  const span = spanOf(tokens, isNamedThe && piece.from > 1 ? { from: piece.from - 1, to: piece.to } : piece);
  const text = body.slice(span.start, span.end);
  const key = inSmallLetters(text);
  const words = key.split(/\s+/u);
  const first = tokens[piece.from];
  const second = tokens[piece.from + 1];
  const isStart = beginsSentence(tokens, piece.from);
  const isWordFirst = isStart && first !== undefined && knows.isWord(first.lower) && !first.isCapitals;
  const title = piece.title === undefined ? undefined : roleBefore(tokens, piece.title);
  const votes = addVotes(formClues(key, words, knows), contextClues({ tokens, piece, knows }));
  return {
    ...span,
    text,
    key,
    words,
    votes: addVotes(votes, teams(tokens, piece)),
    isWeak: isHeadline || (isStart && words.length === 1) || isWordFirst,
    otherStart: isWordFirst && second?.kind === 'name' && words.length > 1 ? second.start : undefined,
    theStart: isNamedThe && piece.from === 1 ? the.start : undefined,
    role: title ?? roleAfter(tokens, piece, knows),
  };
}

function spanOf(tokens: readonly Token[], { from, to }: Run): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** The title and the capitalised words before it: "South Korean President", "Datasembly CEO". */
function roleBefore(tokens: readonly Token[], title: Run): Span | undefined {
  let { from } = title;
  while (tokens[from - 1]?.kind === 'name' && !functionWords.has(tokens[from - 1]?.lower ?? '')) from--;
  const span = spanOf(tokens, { from, to: title.to });
  // "Mr" and "Dr" say nothing about what somebody does.
  return span.end - span.start > 3 ? span : undefined;
}

/** First of its sentence, or behind a mark after which a sentence may begin. */
function beginsSentence(tokens: readonly Token[], at: number): boolean {
  let index = at - 1;
  while (/^["“‘'«([*•]$/u.test(tokens[index]?.text ?? '')) index--;
  return index < 0 || /^[–—:.!?-]$/u.test(tokens[index]?.text ?? '');
}
