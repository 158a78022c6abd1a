import type { Span } from '../../domain/passage.js';
import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ReadableArticle } from '../article-names.js';
import { namedAsOne } from './brackets.js';
import { capitalCandidates } from './capital-lines.js';
import { nounDoubt, withoutNouns, writesNounsWithCapitals } from './capital-nouns.js';
import { contextClues } from './context-clues.js';
import { enumerations } from './enumerations.js';
import { createGivenTitles, type IsGivenTitle } from './given-titles.js';
import { formOf } from './name-form.js';
import { easternSurnames, functionWords } from './name-words.js';
import { outletCandidates, outletsOf } from './outlets.js';
import { type Piece, piecesOf } from './pieces.js';
import { type ArticleReading, addVotes, type Candidate, sumVotes, type Votes } from './reading.js';
import { roleAfter, roleAhead } from './roles.js';
import { type Run, runsOf } from './runs.js';
import { scriptCandidates } from './script-names.js';
import { isSportsReport, teamClue } from './sports-clues.js';
import { type Token, tokensOf } from './tokens.js';
import { withTranscriptions } from './transcriptions.js';

interface Context {
  readonly body: string;
  readonly knows: NameKnowledge;
  readonly teams: (tokens: readonly Token[], run: Run) => Partial<Votes>;
  readonly isGiven: IsGivenTitle;
  /** Every noun has a capital, so that one says little. */
  readonly capitalNouns: boolean;
}

/** Reads one article by itself: what may be a name in it, and what speaks for which kind. */
export function readNames(article: ReadableArticle, knows: NameKnowledge): ArticleReading {
  const { body } = article;
  const isWord = (word: string) => knows.isWord(word);
  const sentences = article.sentences.map((sentence) => tokensOf(body, sentence, isWord));
  const isSport = isSportsReport(sentences);
  const smallWords = smallWordsOf(sentences);
  const isGiven = createGivenTitles(sentences, smallWords, knows);
  const teams: Context['teams'] = (tokens, run) => (isSport ? teamClue(tokens, run, knows) : {});
  const capitalNouns = writesNounsWithCapitals(article.language, smallWords);
  const context: Context = { body, knows, teams, isGiven, capitalNouns };
  const styles = sentences.map((tokens) => ({ tokens, style: styleOf(tokens) }));
  const ordinary = styles.flatMap(({ tokens, style }) =>
    style === 'capitals' ? [] : candidatesOf(context, tokens, style === 'title'),
  );
  const inCapitals = styles.filter(({ style }) => style === 'capitals');
  const named = inCapitals.length > 0 ? namesInCapitals(ordinary) : new Map<string, string>();
  const capitals = inCapitals.flatMap(({ tokens }) =>
    capitalCandidates(body, tokens, named, knows, (run) => context.teams(tokens, run)),
  );
  const outlets = outletsOf(article.publisher);
  const first = withoutOverlap([
    ...outletCandidates(body, outlets),
    ...scriptCandidates(body),
    ...ordinary,
    ...capitals,
  ]);
  const { candidates, asOne } = withTranscriptions(body, namedAsOne(body, first));
  const lists = enumerations(body, candidates);
  return { article: article.id, body, outlets, candidates, asOne, lists, smallWords };
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

function candidatesOf(context: Context, tokens: readonly Token[], isHeadline: boolean): Candidate[] {
  return runsOf(context.body, tokens, (word) => context.knows.isWord(word))
    .flatMap((run) => namesOf(context, tokens, run))
    .map((piece) => candidateOf(context, tokens, piece, isHeadline));
}

function namesOf({ knows, isGiven, capitalNouns }: Context, tokens: readonly Token[], run: Run): Piece[] {
  const pieces = piecesOf(tokens, run, knows, isGiven);
  return capitalNouns ? pieces.flatMap((piece) => withoutNouns(tokens, piece, knows) ?? []) : pieces;
}

/** All capitals, a headline ("Berg Meets Holm in Oslo"), or plain text. */
function styleOf(tokens: readonly Token[]): 'capitals' | 'title' | 'plain' {
  const counts = { written: 0, capitals: 0, long: 0, named: 0, lists: 0 };
  for (const { kind, text, isCapitals } of tokens) {
    if (text === ',' || text === '(') counts.lists += 1;
    if (kind !== 'name' && kind !== 'word') continue;
    counts.written += 1;
    counts.capitals += Number(isCapitals);
    if (text.length < 4) continue;
    counts.long += 1;
    counts.named += Number(kind === 'name');
  }
  const { written, capitals, long, named, lists } = counts;
  const isShort = written < 3 && tokens.length !== written + 1;
  if (capitals > written * 0.6 && !isShort) return 'capitals';
  return long >= 5 && named > long * 0.8 && lists < named / 4 ? 'title' : 'plain';
}

function candidateOf(
  { body, knows, teams, capitalNouns }: Context,
  tokens: readonly Token[],
  piece: Piece,
  isHeadline: boolean,
): Candidate {
  const the = tokens[piece.from - 1];
  const isNamedThe = the?.text === 'The' && piece.title === undefined;
  const isInside = isNamedThe && !beginsSentence(tokens, piece.from - 1);
  const span = spanOf(tokens, isInside ? { from: piece.from - 1, to: piece.to } : piece);
  const text = body.slice(span.start, span.end);
  const { key, words, votes: own } = formOf(text, knows);
  const first = tokens[piece.from];
  const second = tokens[piece.from + 1];
  const isStart = beginsSentence(tokens, piece.from);
  const form = capitalNouns ? addVotes(own, nounDoubt(words, isStart, knows)) : own;
  const isWordFirst =
    isStart &&
    first !== undefined &&
    knows.isWord(first.lower) &&
    !first.isCapitals &&
    !isSurname(first, second, knows);
  // Written out: with a spread in it V8 makes each of half a million of these a slow object, which took half of all time.
  return {
    start: span.start,
    end: span.end,
    text,
    key,
    words,
    votes: sumVotes([form, contextClues({ tokens, piece, knows }), teams(tokens, piece)]),
    isWeak: isHeadline || (isStart && words.length === 1) || isWordFirst,
    otherStart: isWordFirst && second?.kind === 'name' && words.length > 1 ? second.start : undefined,
    theStart: isNamedThe && !isInside ? the.start : undefined,
    role: roleOf(tokens, piece, knows),
  };
}

/** "Yin Lanhe": a word of the dictionary, but a surname before what is none. */
function isSurname(first: Token, second: Token | undefined, knows: NameKnowledge): boolean {
  return second?.kind === 'name' && easternSurnames.has(first.text) && !knows.isWord(second.lower);
}

function spanOf(tokens: readonly Token[], { from, to }: Run): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

// Say how somebody is addressed rather than what they do.
const addresses = /^(?:cllr|prof|rev|hon|fr)\.?$|^(?:sir|dame|lord|lady|miss|father|brother|sister)$/u;

function roleOf(tokens: readonly Token[], piece: Piece, knows: NameKnowledge): Span | undefined {
  const { title } = piece;
  const before = title === undefined ? undefined : roleBefore(tokens, title);
  const isAddress = title?.to === (title?.from ?? 0) + 1 && addresses.test(tokens[title?.from ?? 0]?.lower ?? '');
  if (before !== undefined && !isAddress) return before;
  // "the leader of the council, X (Labour), said".
  const ahead = tokens[piece.to]?.text === '(' ? roleAhead(tokens, piece, knows) : undefined;
  return ahead ?? roleAfter(tokens, piece, knows) ?? roleAhead(tokens, piece, knows) ?? before;
}

/** The title and the capitalised words before it: "South Korean President", "Lundberg CEO". */
function roleBefore(tokens: readonly Token[], title: Run): Span | undefined {
  let { from } = title;
  while (tokens[from - 1]?.kind === 'name' && !functionWords.has(tokens[from - 1]?.lower ?? '')) from--;
  const span = spanOf(tokens, { from, to: title.to });
  // "Mr" and "Dr" say nothing about what somebody does.
  return span.end - span.start > 3 ? span : undefined;
}

const openers = new Set(`"“‘'«([*•`);
const closers = new Set('–—:.!?-');

/** First of its sentence, or behind a mark after which a sentence may begin. */
function beginsSentence(tokens: readonly Token[], at: number): boolean {
  let index = at - 1;
  while (openers.has(tokens[index]?.text ?? '')) index--;
  return index < 0 || closers.has(tokens[index]?.text ?? '');
}
