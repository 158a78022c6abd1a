import { Bm25Builder } from '../../src/retrieval/bm25-builder.js';
import type { Bm25Parameters, Bm25Tables } from '../../src/retrieval/bm25-index.js';
import { Vocabulary } from '../../src/retrieval/vocabulary.js';

/** Tables of documents, each given as the terms of its fields; a field counts as long as it has terms. */
export function tablesOfTerms(
  parameters: Bm25Parameters,
  documents: readonly (readonly (readonly string[])[])[],
): Bm25Tables {
  const vocabulary = new Vocabulary();
  const builder = new Bm25Builder(parameters, vocabulary);
  for (const fields of documents) builder.add(fields.map((terms) => vocabulary.count(terms, terms.length)));
  return builder.build();
}
