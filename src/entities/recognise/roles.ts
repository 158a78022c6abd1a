import type { Span } from '../../domain/passage.js';
import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { titleWords } from './name-words.js';
import { isPersonPhrase } from './person-phrase.js';
import { personPhraseOf, phrasesAhead } from './phrase-ahead.js';
import type { Piece } from './pieces.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';

// "Minister of Trade, Fisheries and Ports of New Zealand" has nine words.
const MAX_ROLE_TOKENS = 16;
const MAX_IN_BRACKETS = 8;
const opening = new Set('a an the once now former currently also'.split(' '));

// "a 49-year-old lawyer": how old somebody is says not what they are.
const age = /^[\p{Ll}\p{Nd}-]+-year-old$/u;

/** The apposition behind a name, without its article: "chairman of Lark Group" of "X, the chairman of Lark Group, said". */
export function roleAfter(tokens: readonly Token[], { to }: Run, knows: NameKnowledge): Span | undefined {
  const mark = tokens[to]?.text;
  if (mark === '(') return insideBrackets(tokens, to + 1);
  if (mark !== ',') return undefined;
  let from = to + 1;
  while (opening.has(tokens[from]?.lower ?? '') || age.test(tokens[from]?.lower ?? '')) from++;
  const end = endOfRole(tokens, from);
  if (end === undefined) return undefined;
  return isPersonPhrase(tokens.slice(from, end), knows) ? spanOf(tokens, from, end) : undefined;
}

// Say whose somebody is rather than what they are.
const kin = new Set(
  `father mother dad mom mum parent son daughter brother sister sibling twin wife husband spouse partner boyfriend girlfriend
   fiance fiancee uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter stepfather stepmother
   stepson stepdaughter ex-husband ex-wife child baby friend widow widower`.split(/\s+/u),
);

// "the next president" was none when it was said.
const notYet = new Set(['next', 'future']);

/** The apposition ahead of a name, without its article: "energy minister" of "the energy minister, X, said". */
export function roleAhead(tokens: readonly Token[], piece: Piece, knows: NameKnowledge): Span | undefined {
  const phrase = personPhraseOf(tokens, phrasesAhead(tokens, piece), knows);
  if (phrase === undefined) return undefined;
  const inside = tokens.slice(phrase.from, phrase.to);
  // "President Berg's adviser", "the captain's doctor": the owner's title is not the bearer's.
  const owner = inside.findLastIndex(
    ({ kind, lower, isPossessive }) => isPossessive && (kind === 'name' || isPerson(lower, knows)),
  );
  const own = inside.slice(owner + 1);
  if (own.some(({ lower }) => kin.has(lower) || notYet.has(lower)) || !isPersonPhrase(own, knows)) return undefined;
  const from = phrase.from + owner + 1;
  return spanOf(tokens, age.test(tokens[from]?.lower ?? '') ? from + 1 : from, phrase.to);
}

function isPerson(noun: string, knows: NameKnowledge): boolean {
  return titleWords.has(noun) || knows.isPersonNoun(noun);
}

/** Up to the comma that closes it, or the sentence's end; `undefined` where a verb shows that it is no apposition. */
function endOfRole(tokens: readonly Token[], from: number): number | undefined {
  let end = from;
  while (end < tokens.length && end - from < MAX_ROLE_TOKENS) {
    const { text, lower, kind } = tokens[end] ?? { text: '', lower: '', kind: 'mark' };
    if (/^[.;:!?)—–"”]$/u.test(text)) break;
    if (text === ',' && !continuesList(tokens, end)) break;
    if (
      kind === 'word' &&
      /^(?:who|which|whose|said|says|told|is|was|are|were|has|had|will|would|he|she|it|they|but|when|while|where)$/u.test(
        lower,
      )
    ) {
      return tokens[end - 1]?.text === ',' ? end - 1 : undefined;
    }
    end++;
  }
  return end > from ? end : undefined;
}

/** "Minister of Forests, Water and Environment": a capital behind the comma and an "and" soon after. */
function continuesList(tokens: readonly Token[], comma: number): boolean {
  return tokens[comma + 1]?.kind === 'name' && tokens[comma + 2]?.lower === 'and' && tokens[comma + 3]?.kind === 'name';
}

/** "Jonas Berg (Lark Motors)". */
function insideBrackets(tokens: readonly Token[], from: number): Span | undefined {
  const reach = tokens.slice(from, from + MAX_IN_BRACKETS + 1);
  const close = from + reach.findIndex(({ text }) => text === ')');
  const inside = tokens.slice(from, Math.max(from, close));
  const isName =
    close > from && inside.every(({ kind, lower }) => kind === 'name' || /^(?:of|and|for|the|&)$/u.test(lower));
  const isRole = isName && inside.some(({ text }) => /\p{Ll}/u.test(text));
  return isRole ? spanOf(tokens, from, close) : undefined;
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
