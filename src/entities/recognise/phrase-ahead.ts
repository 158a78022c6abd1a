import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { isPersonPhrase, phrasePrepositions } from './person-phrase.js';
import type { Piece } from './pieces.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';

// "the deputy minister of trade, fisheries and ports of the region, X": longer ones are clauses.
const MAX_WORDS = 12;
const articles = new Set(['the', 'a', 'an', 'its']);
// A phrase that says what somebody or something is has no verb and no clause of its own, and is not of somebody unsaid ("her son").
const clause = new Set(
  'his her their my our your who which whose that said says told is was are were be been has had have will would he she it they but when while where if'.split(
    ' ',
  ),
);

/**
 * The noun phrases before the comma ahead of a name, the shortest first and without their articles: "council" and "leader of
 * the council" of "the leader of the council, X, said". None where the name goes on to be one of a list.
 */
export function phrasesAhead(tokens: readonly Token[], piece: Piece): Run[] {
  const comma = (piece.title?.from ?? piece.from) - 1;
  if (tokens[comma]?.text !== ',' || !isClosed(tokens, piece.to)) return [];
  const found: Run[] = [];
  for (let at = comma - 1; at >= 0 && comma - at <= MAX_WORDS; at--) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'mark' || clause.has(token.lower)) break;
    if (articles.has(token.lower) && at < comma - 1) found.push({ from: at + 1, to: comma });
    else if (token.isPossessive && token.kind === 'name') found.push({ from: nameStart(tokens, at), to: comma });
  }
  return found;
}

/** "Lark Bay's mayor, X": from the first word of the owner's name. */
function nameStart(tokens: readonly Token[], at: number): number {
  let from = at;
  while (tokens[from - 1]?.kind === 'name') from--;
  return from;
}

/** Whether a mark or the sentence's end follows at once, and behind a comma no further member of a list. */
function isClosed(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (tokens[to - 1]?.isPossessive === true) return false;
  if (next === undefined || /^[.;:!?()—–]$/u.test(next.text)) return true;
  const behind = tokens[to + 1];
  return next.text === ',' && behind?.kind !== 'name' && !/^(?:and|or|&)$/u.test(behind?.lower ?? '');
}

/** The shortest of the phrases that says what one person is. */
export function personPhraseOf(
  tokens: readonly Token[],
  phrases: readonly Run[],
  knows: NameKnowledge,
): Run | undefined {
  return phrases.find(({ from, to }) => isPersonPhrase(tokens.slice(from, to), knows));
}

/** The noun right before the comma, where it is of nothing but the name: not "party" of "leader of the party, X". */
export function nounAhead(tokens: readonly Token[], [phrase]: readonly Run[]): string | undefined {
  if (phrase === undefined || phrasePrepositions.has(tokens[phrase.from - 2]?.lower ?? '')) return undefined;
  const isLonger = tokens.slice(phrase.from, phrase.to).some(({ lower }) => phrasePrepositions.has(lower));
  return isLonger ? undefined : tokens[phrase.to - 1]?.lower;
}
