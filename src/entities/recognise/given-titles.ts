import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { titleWords } from './name-words.js';
import type { Token } from './tokens.js';

/** Whether the capitalised title at a place is a given name there: "Dean Quill", but not "Dean Ann Quill". */
export type IsGivenTitle = (tokens: readonly Token[], at: number) => boolean;

/**
 * Tells in one article titles that are given names as well. As a given name one stands before one surname only, and the article
 * never writes it small ("the dean") or before a full name. `smallWords`: the words the article writes small.
 */
export function createGivenTitles(
  sentences: readonly (readonly Token[])[],
  smallWords: ReadonlyMap<string, number>,
  knows: NameKnowledge,
): IsGivenTitle {
  const known = new Map<string, boolean>();
  return (tokens, at) => {
    const { text, lower } = tokens[at] as Token;
    if (!titleWords.has(lower) || !knows.isGivenName(text)) return false;
    const isGiven =
      known.get(lower) ??
      (!smallWords.has(lower) && !smallWords.has(`${lower}s`) && hasOneSurname(sentences, lower, knows));
    known.set(lower, isGiven);
    return isGiven && isSurnameAt(tokens, at + 1, knows);
  };
}

function hasOneSurname(sentences: readonly (readonly Token[])[], word: string, knows: NameKnowledge): boolean {
  const surnames = new Set<string>();
  for (const tokens of sentences) {
    for (const [at, { lower, kind }] of tokens.entries()) {
      if (lower !== word || kind !== 'name' || tokens[at + 1]?.kind !== 'name') continue;
      if (!isSurnameAt(tokens, at + 1, knows)) return false;
      surnames.add(tokens[at + 1]?.lower ?? '');
    }
  }
  return surnames.size === 1;
}

/** The last word with a capital, and no given name ("Prince Harry"). */
function isSurnameAt(tokens: readonly Token[], at: number, knows: NameKnowledge): boolean {
  const word = tokens[at];
  return word?.kind === 'name' && tokens[at + 1]?.kind !== 'name' && !knows.isGivenName(word.text);
}
