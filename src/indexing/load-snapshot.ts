import type { Article } from '../domain/article.js';
import { SnapshotMismatchError } from '../domain/errors.js';
import type { Passage } from '../domain/passage.js';
import type { SnapshotManifest } from '../domain/snapshot-manifest.js';
import type { Embedder } from '../ports/embedder.js';
import type { StoredSnapshot } from '../ports/snapshot-store.js';
import type { VectorIndexFactory, VectorTable } from '../ports/vector-index.js';
import { decodeBm25 } from '../retrieval/bm25-codec.js';
import { Bm25Index } from '../retrieval/bm25-index.js';
import { describeCoverage } from '../retrieval/describe-coverage.js';
import { createMentionIndex } from '../retrieval/mention-index.js';
import { createNearSpellings } from '../retrieval/near-spellings.js';
import { listPublishers } from '../retrieval/publishers.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { readCatalogue } from './former-entities.js';
import { decodeArticles, decodePassages, snapshotFiles } from './snapshot-files.js';

/**
 * Brings a stored snapshot into memory.
 * @throws SnapshotMismatchError when it was made by another embedder or its parts don't fit together.
 */
export async function loadSnapshot(
  stored: StoredSnapshot,
  embedder: Embedder,
  vectorIndexes: VectorIndexFactory,
): Promise<Snapshot> {
  const { manifest } = stored;
  checkEmbedder(manifest, embedder);
  const articles = decodeArticles(await stored.read(snapshotFiles.articles));
  const passages = decodePassages(await stored.read(snapshotFiles.passages));
  const passageIndex = new Bm25Index(decodeBm25(await stored.read(snapshotFiles.passageWords)));
  const articleIndex = new Bm25Index(decodeBm25(await stored.read(snapshotFiles.articleWords)));
  const vectors = decodeVectors(manifest, await stored.read(snapshotFiles.vectors));
  const catalogue = await readCatalogue(stored);
  const snapshot = {
    manifest,
    articles,
    passages,
    articleOf: articleNumbers(articles, passages),
    passageIndex,
    articleIndex,
    spellings: createNearSpellings(passageIndex.tables.terms),
    publishers: listPublishers(articles),
    coverage: describeCoverage(articles),
    vectors,
    catalogue,
    mentions: createMentionIndex(catalogue, articles),
  };
  checkCounts(snapshot);
  return { ...snapshot, vectorIndex: await openVectorIndex(stored, vectors, vectorIndexes) };
}

async function openVectorIndex(
  { manifest, folder }: StoredSnapshot,
  vectors: VectorTable,
  factory: VectorIndexFactory,
) {
  try {
    return await factory.open(vectors, manifest.vectorIndex, folder);
  } catch (error) {
    // The digests agree: whoever wrote the vectors wrote them wrong.
    if (!(error instanceof RangeError)) throw error;
    throw new SnapshotMismatchError(`${snapshotFiles.vectors} is wrong: ${error.message}`, { cause: error });
  }
}

/** The stored vectors as one table, without copying where the bytes are aligned. */
export function decodeVectors(manifest: SnapshotManifest, given: Uint8Array): VectorTable {
  const expected = manifest.counts.passages * manifest.dimensions * 4;
  if (given.length !== expected) {
    throw new SnapshotMismatchError(`${snapshotFiles.vectors} has ${given.length} bytes, not ${expected}`);
  }
  // Not `slice`: a Node.js Buffer's gives a view.
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given);
  return { dimensions: manifest.dimensions, values: new Float32Array(bytes.buffer, bytes.byteOffset, expected / 4) };
}

function checkEmbedder(manifest: SnapshotManifest, embedder: Embedder): void {
  const sameWidth = embedder.dimensions === undefined || embedder.dimensions === manifest.dimensions;
  if (manifest.embedderId === embedder.id && sameWidth) return;
  throw new SnapshotMismatchError(
    `The index was made with the embedder ${manifest.embedderId} (${manifest.dimensions} dimensions), ` +
      `but ${embedder.id} is set. Run: npm run index -- --full`,
  );
}

function articleNumbers(articles: readonly Article[], passages: readonly Passage[]): Uint32Array {
  const numberOf = new Map(articles.map(({ id }, number) => [id, number]));
  return Uint32Array.from(passages, ({ article }) => {
    const number = numberOf.get(article);
    if (number === undefined) throw new SnapshotMismatchError(`A passage names the missing article ${article}.`);
    return number;
  });
}

type Counted = Pick<Snapshot, 'manifest' | 'articles' | 'passages' | 'passageIndex' | 'articleIndex' | 'catalogue'>;

function checkCounts({ manifest, articles, passages, passageIndex, articleIndex, catalogue }: Counted): void {
  const { counts } = manifest;
  const fit =
    articles.length === counts.articles &&
    passages.length === counts.passages &&
    passageIndex.documentCount === counts.passages &&
    articleIndex.documentCount === counts.articles &&
    (manifest.catalogue.behind || catalogue.entities.length === counts.entities);
  if (!fit) throw new SnapshotMismatchError('The files of the index hold other numbers of articles or passages.');
}
