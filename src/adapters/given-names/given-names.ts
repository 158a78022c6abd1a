import names from 'human-names';
import type { NameKnowledge } from '../../ports/name-knowledge.js';

/** Given names of six western languages (human-names, MIT). */
export function createGivenNames(): NameKnowledge['isGivenName'] {
  const known = new Set([names.allEn, names.allFr, names.allDe, names.allEs, names.allIt, names.allNl].flat());
  return (word) => known.has(word);
}
