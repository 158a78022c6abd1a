/** What a dictionary takes a capitalised name for, or `word` where it is an ordinary one. */
export type WordSense = 'person' | 'place' | 'group' | 'people' | 'other';

/** General knowledge about words and names, of no corpus in particular. English unless said otherwise. */
export interface NameKnowledge {
  /** Whether a word in lower case, in any form of it, is an ordinary word ("chairs", "sun"). */
  isWord(word: string): boolean;
  /** Whether an ordinary noun means a person by what they are or do ("striker", "chairman"). */
  isPersonNoun(word: string): boolean;
  /** What a name is in the dictionary, as written there ("Danube" a place, "Korean" a people); `undefined` if it is not in it. */
  sense(name: string): WordSense | undefined;
  /** Inhabitants of the largest town of that name; 0 where there is none. Apostrophes and accents may be left out. */
  population(town: string): number;
  /** Whether it is a person's given name in western languages. */
  isGivenName(word: string): boolean;
}

/** Knows nothing: names are then told by the text alone. */
export const noNameKnowledge: NameKnowledge = {
  isWord: () => false,
  isPersonNoun: () => false,
  sense: () => undefined,
  population: () => 0,
  isGivenName: () => false,
};
