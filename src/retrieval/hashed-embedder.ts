import type { Embedder } from '../ports/embedder.js';
import { remembering } from './remembering.js';
import { tokenize } from './tokenize.js';

// Measured on news-dev as part of the fusion (nDCG@10 / Hits@10; without vectors .669 / .854): 256 dimensions
// .667 / .854, 384 .679 / .862, 512 .678 / .862. 512 keeps collisions of rare names rarer in larger corpora.
const DIMENSIONS = 512;
// Weight of a word's letters against the word itself: .3, .6 and 1 gave .670, .672 and .678 in the same measurement.
const LETTERS_WEIGHT = 1;
const SHORTEST_LETTERS = 3;
const LONGEST_LETTERS = 5;

/**
 * The built-in embedder: every word and its runs of 3 to 5 letters are hashed to a place and a sign (feature hashing,
 * Weinberger et al. 2009), counts damped by their logarithm, the whole brought to norm 1. It needs no download and no
 * fitting, so a passage's vector never depends on other passages. It is lexical: it sees spellings, not meanings.
 */
export function createHashedEmbedder(dimensions: number = DIMENSIONS): Embedder {
  const embed = (text: string, hashes: Hashing, termWeight: (term: string) => number): Float32Array =>
    normalise(addTerms(new Float32Array(dimensions), countTerms(text), hashes, termWeight));
  return {
    id: `hashed-words-letters/4/${dimensions}`,
    sees: 'spellings',
    dimensions,
    embedPassages: async (texts, signal) => {
      signal?.throwIfAborted();
      return texts.map((text) => embed(text, rememberedHashes, () => 1));
    },
    embedQuestion: async (text, context) => {
      context?.signal?.throwIfAborted();
      // Not remembered: questions bring ever new words, and have few.
      return embed(text, hashesOf, context?.termWeight ?? (() => 1));
    },
  };
}

function countTerms(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term, primary, stop } of tokenize(text)) {
    if (primary && !stop) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function addTerms(
  vector: Float32Array,
  counts: ReadonlyMap<string, number>,
  hashes: Hashing,
  termWeight: (term: string) => number,
) {
  for (const [term, count] of counts) {
    const weight = (1 + Math.log(count)) * termWeight(term);
    const { word, runs } = hashes(term);
    addFeature(vector, word, weight);
    for (const run of runs) addFeature(vector, run, (LETTERS_WEIGHT * weight) / Math.sqrt(runs.length));
  }
  return vector;
}

/** The hashes of a term and of its runs of letters. */
type Hashing = (term: string) => { readonly word: number; readonly runs: Uint32Array };

const hashesOf: Hashing = (term) => {
  const word = murmurFinalised(`w${term}`);
  // Two characters are a pair of Chinese, Japanese or Korean letters already, three hardly more than the word.
  const runs = term.length <= SHORTEST_LETTERS ? [] : letterRuns(`<${term}>`);
  return { word, runs: Uint32Array.from(runs, murmurFinalised) };
};

const rememberedHashes = remembering(hashesOf);

function letterRuns(word: string): string[] {
  const runs: string[] = [];
  for (let length = SHORTEST_LETTERS; length <= LONGEST_LETTERS; length++) {
    for (let start = 0; start + length <= word.length; start++) runs.push(word.slice(start, start + length));
  }
  return runs;
}

function addFeature(vector: Float32Array, hash: number, weight: number): void {
  const place = hash % vector.length;
  vector[place] = (vector[place] as number) + (hash >= 0x80000000 ? weight : -weight);
}

/** FNV-1a over UTF-16 units with MurmurHash3's finaliser: 32 well-mixed bits. */
function murmurFinalised(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Brings a vector to norm 1 in place; the zero vector stays. */
function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares > 0) {
    const norm = Math.sqrt(squares);
    for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / norm;
  }
  return vector;
}
