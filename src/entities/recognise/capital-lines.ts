import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { countryNames } from './countries.js';
import { formClues, inSmallLetters } from './form-clues.js';
import { addVotes, type Candidate, noVotes, type Votes } from './reading.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';

// Words of a name looked up in a headline of capitals.
const MAX_WORDS = 4;
// A town less known than this is a word as often, where everything is in capitals.
const MIN_POPULATION = 300_000;

/** What a line of capitals may hold: places everyone knows, and names the article writes in ordinary letters elsewhere. */
export function capitalCandidates(
  body: string,
  tokens: readonly Token[],
  named: ReadonlyMap<string, string>,
  knows: NameKnowledge,
  extra: (run: Run) => Partial<Votes>,
): Candidate[] {
  const found: Candidate[] = [];
  for (let from = 0; from < tokens.length; from++) {
    for (let to = Math.min(tokens.length, from + MAX_WORDS); to > from; to--) {
      const candidate = candidateAt(body, tokens, { from, to }, named, knows);
      if (candidate === undefined) continue;
      found.push({ ...candidate, votes: addVotes(candidate.votes, extra({ from, to })) });
      from = to - 1;
      break;
    }
  }
  return found;
}

function candidateAt(
  body: string,
  tokens: readonly Token[],
  { from, to }: Run,
  named: ReadonlyMap<string, string>,
  knows: NameKnowledge,
): Candidate | undefined {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (first?.kind !== 'name' || last?.kind !== 'name') return undefined;
  const text = body.slice(first.start, last.end);
  const small = inSmallLetters(text);
  const isDateline = from === 0 && /^\d{4}-\d\d-\d\d$/u.test(tokens[to]?.text ?? '');
  const isPlace = countryNames().has(small) || knows.population(small) >= MIN_POPULATION || isDateline;
  const key =
    named.get(text.toUpperCase()) ??
    ((isPlace && !knows.isWord(small.toLowerCase())) || isDateline ? small : undefined);
  if (key === undefined) return undefined;
  const words = key.split(/\s+/u);
  const votes = isDateline
    ? { ...noVotes, place: 5 }
    : named.has(text.toUpperCase())
      ? noVotes
      : formClues(key, words, knows);
  return {
    start: first.start,
    end: last.end,
    text,
    key,
    words,
    votes,
    isWeak: true,
    otherStart: undefined,
    theStart: undefined,
    role: undefined,
  };
}
