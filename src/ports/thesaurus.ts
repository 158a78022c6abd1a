/** Knows words that mean nearly the same, more, or less than another. */
export interface Thesaurus {
  /**
   * Single words related to a word as it stands in a text (`choppers`), lower case, each with how near it is, 0..1.
   * Empty for a word it does not know; never the word itself.
   */
  related(word: string): ReadonlyMap<string, number>;
}

/** Knows no word: for languages and places without a thesaurus. */
export const noThesaurus: Thesaurus = { related: () => new Map() };
