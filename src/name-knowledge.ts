import { createTownPopulations } from './adapters/cities/town-populations.js';
import { createGivenNames } from './adapters/given-names/given-names.js';
import { createWordnetNames } from './adapters/wordnet/wordnet-names.js';
import type { NameKnowledge } from './ports/name-knowledge.js';

/** All general knowledge about names: half a second and some 60 MB, so only in the process that builds an index. */
export function createNameKnowledge(): NameKnowledge {
  const { isWord, isPersonNoun, sense } = createWordnetNames();
  return {
    isWord: remembering(isWord),
    isPersonNoun,
    sense,
    population: remembering(createTownPopulations()),
    isGivenName: createGivenNames(),
  };
}

/** The words of a corpus come again and again; their forms are looked up once. */
function remembering<Value>(look: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = look(word);
    // Hostile articles have no end of words: forget all rather than keep all.
    if (known.size >= 200_000) known.clear();
    known.set(word, value);
    return value;
  };
}
