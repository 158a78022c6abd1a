import { passageText, type Snapshot } from './snapshot.js';
import { tokenize } from './tokenize.js';

// A word that is no name shows its small letter within a few passages.
const PASSAGES_READ = 5;

/** Whether the coverage writes a term with a capital wherever it stands, as far as its first passages show. */
export function isWrittenAsName(snapshot: Snapshot, term: string): boolean {
  return snapshot.passageIndex.firstDocuments(term, PASSAGES_READ).every((position) => {
    const text = passageText(snapshot, position);
    return tokenize(text).every((token) => token.term !== term || /^\p{Lu}/u.test(text.slice(token.start)));
  });
}
