import type { Article } from '../domain/article.js';
import { UnavailableError } from '../domain/errors.js';
import type { Passage } from '../domain/passage.js';
import type { Embedder } from '../ports/embedder.js';
import type { VectorTable } from '../ports/vector-index.js';
import { embeddedText } from '../retrieval/snapshot.js';

/** A vector made earlier, and its position in the table it is from. */
export interface EarlierVector {
  readonly vector: Float32Array;
  readonly position: number;
}

/** Looks up the vector of an article's passage made earlier from the same text, or `undefined`. */
export type EarlierVectors = (article: Article, passage: Passage) => EarlierVector | undefined;

/** The vectors of all passages, and how many of them were made now. */
export interface VectorRows {
  readonly table: VectorTable;
  /** Where each vector stood in the earlier table; -1 for those made now. */
  readonly formerPositions: Int32Array;
  readonly reused: number;
  readonly made: number;
}

// Progress and the abort signal are looked at once a batch.
const BATCH = 64;

/**
 * One vector a passage, in the passages' order, embedding only those that `earlier` does not have.
 * @throws UnavailableError when the embedder fails or changes the length of its vectors midway.
 */
export async function makeVectorRows(
  source: { readonly articles: readonly Article[]; readonly passages: readonly Passage[] },
  embedder: Embedder,
  earlier: EarlierVectors,
  onBatch: (done: number, total: number) => Promise<void> | void,
  signal: AbortSignal | undefined,
): Promise<VectorRows> {
  const articleOf = new Map(source.articles.map((article) => [article.id, article]));
  const known = source.passages.map((passage) => earlier(articleOf.get(passage.article) as Article, passage));
  const rows = known.map((row) => row?.vector);
  const missing = rows.flatMap((row, position) => (row === undefined ? [position] : []));
  for (let start = 0; start < missing.length; start += BATCH) {
    signal?.throwIfAborted();
    const batch = missing.slice(start, start + BATCH);
    const texts = batch.map((position) => {
      const passage = source.passages[position] as Passage;
      return embeddedText(articleOf.get(passage.article) as Article, passage);
    });
    const vectors = await embedder.embedPassages(texts, signal);
    if (vectors.length !== batch.length) {
      throw new UnavailableError(embedder.id, `made ${vectors.length} vectors of ${batch.length} texts`);
    }
    batch.forEach((position, i) => {
      rows[position] = vectors[i];
    });
    await onBatch(Math.min(start + BATCH, missing.length), missing.length);
  }
  return {
    table: tableOf(rows, embedder),
    formerPositions: Int32Array.from(known, (row) => row?.position ?? -1),
    reused: rows.length - missing.length,
    made: missing.length,
  };
}

function tableOf(rows: readonly (Float32Array | undefined)[], embedder: Embedder): VectorTable {
  const dimensions = rows[0]?.length ?? embedder.dimensions ?? 0;
  const values = new Float32Array(rows.length * dimensions);
  rows.forEach((row, position) => {
    if (row?.length !== dimensions) {
      throw new UnavailableError(embedder.id, `made vectors of ${dimensions} and of ${row?.length ?? 0} numbers`);
    }
    values.set(row, position * dimensions);
  });
  return { dimensions, values };
}
