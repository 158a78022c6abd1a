import type { Embedder } from '../ports/embedder.js';
import type { StoredSnapshot } from '../ports/snapshot-store.js';
import { decodeVectors } from './load-snapshot.js';
import { decodePassages, snapshotFiles } from './snapshot-files.js';
import type { EarlierVectors } from './vector-rows.js';

/** The vectors of a stored snapshot by article, where the same embedder made them; of changed articles none. */
export async function earlierVectors(stored: StoredSnapshot | null, embedder: Embedder): Promise<EarlierVectors> {
  if (stored === null || stored.manifest.embedderId !== embedder.id) return () => undefined;
  const { manifest } = stored;
  const { dimensions, values } = decodeVectors(manifest, await stored.read(snapshotFiles.vectors));
  const rows = new Map<string, Float32Array[]>();
  decodePassages(await stored.read(snapshotFiles.passages)).forEach(({ article }, position) => {
    const row = values.subarray(position * dimensions, (position + 1) * dimensions);
    rows.set(article, [...(rows.get(article) ?? []), row]);
  });
  return ({ id, contentHash }) => (manifest.articleHashes[id] === contentHash ? rows.get(id) : undefined);
}
