import { createTownPopulations } from './adapters/cities/town-populations.js';
import { createGivenNames } from './adapters/given-names/given-names.js';
import { createWordnetNames } from './adapters/wordnet/wordnet-names.js';
import type { NameKnowledge } from './ports/name-knowledge.js';

/** All general knowledge about names: half a second and some 60 MB, so only in the process that builds an index. */
export function createNameKnowledge(): NameKnowledge {
  return { ...createWordnetNames(), population: createTownPopulations(), isGivenName: createGivenNames() };
}
