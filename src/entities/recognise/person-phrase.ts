import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { functionWords, titleWords } from './name-words.js';
import type { Token } from './tokens.js';

// "Lark County Economic Development Authority's executive director" has eight words.
const MAX_BEFORE_TITLE = 8;

const prepositions = 'of at for in on with from to by as within behind against during since between around about';
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
// Before its noun no phrase has these: what has is a clause ("judges set the course"), or speaks of others ("her aunt").
const noModifier = words(`${prepositions} a an the his her its their my our your like whom that`);
// Behind its noun a phrase goes on with these only; a name or a verb there shows another phrase ("drummer Ann Holm").
const goesOn = words(`${prepositions} under and & , ( – — known born taken held run led`);
/** Join a noun with what more is said of it. */
export const phrasePrepositions = words(prepositions);
const behindNoun = words('emeritus emerita elect designate');
const abbreviated = words('mrs ms pres');

/**
 * Whether the words say what one person is: the noun of it ("fellow") is for one person, and ends the phrase or is followed by
 * more about it.
 */
export function isPersonPhrase(tokens: readonly Token[], knows: NameKnowledge): boolean {
  for (const [at, token] of tokens.slice(0, MAX_BEFORE_TITLE).entries()) {
    if (noModifier.has(token.lower)) return false;
    if (isPersonNoun(tokens, at, knows) && endsPhrase(tokens, at + 1)) return true;
  }
  return false;
}

function isPersonNoun(tokens: readonly Token[], at: number, knows: NameKnowledge): boolean {
  const { lower, kind, isPossessive } = tokens[at] as Token;
  if (isPossessive || isPlural(lower) || functionWords.has(lower)) return false;
  // "co-director", "right-hander".
  if (titleWords.has(lower) || titleWords.has(lower.split('-').at(-1) ?? '')) return true;
  // "Postdoctoral Fellow at …", but not "Ann Baker". "accused of" is said of one, "an accused" seldom.
  const isTold = kind === 'word' ? !lower.endsWith('ed') : phrasePrepositions.has(tokens[at + 1]?.lower ?? '');
  return isTold && knows.isWord(lower) && knows.isPersonNoun(lower);
}

function isPlural(word: string): boolean {
  return /[^s]s$/u.test(word) && !abbreviated.has(word);
}

function endsPhrase(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  const isFollowed = goesOn.has(tokens[at + 1]?.lower ?? '');
  if (next === undefined || goesOn.has(next.lower)) return true;
  if (behindNoun.has(next.lower)) return endsPhrase(tokens, at + 1);
  // "lawyer representing the port", "based in"; against "visitor spending in", "attended a parade".
  return isFollowed ? /^\p{Ll}+ed$/u.test(next.text) : /^\p{Ll}+ing$/u.test(next.text);
}
