import type { Passage } from '../domain/passage.js';
import type { Embedder } from '../ports/embedder.js';
import type { StoredSnapshot } from '../ports/snapshot-store.js';
import { decodeVectors } from './load-snapshot.js';
import { decodePassages, snapshotFiles } from './snapshot-files.js';
import type { EarlierVectors } from './vector-rows.js';

/** What a re-index may take over. */
export interface EarlierIndex {
  readonly vectorOf: EarlierVectors;
  /** The snapshot they are from; `undefined` where nothing may be taken over. */
  readonly stored: StoredSnapshot | undefined;
}

/** Nothing to take over. */
export const noEarlierIndex: EarlierIndex = { vectorOf: () => undefined, stored: undefined };

/**
 * The vectors of a stored snapshot, where the same embedder made them: of an unchanged article's passages, and of those
 * only that begin and end where they did, as another version of this program may split otherwise.
 */
export async function earlierIndex(stored: StoredSnapshot | null, embedder: Embedder): Promise<EarlierIndex> {
  if (stored === null || stored.manifest.embedderId !== embedder.id) return noEarlierIndex;
  const { manifest } = stored;
  const { dimensions, values } = decodeVectors(manifest, await stored.read(snapshotFiles.vectors));
  const rows = new Map<
    string,
    { readonly passage: Passage; readonly position: number; readonly vector: Float32Array }
  >();
  decodePassages(await stored.read(snapshotFiles.passages)).forEach((passage, position) => {
    const vector = values.subarray(position * dimensions, (position + 1) * dimensions);
    rows.set(passage.id, { passage, position, vector });
  });
  const vectorOf: EarlierVectors = ({ id, contentHash }, passage) => {
    const known = manifest.articleHashes[id] === contentHash ? rows.get(passage.id) : undefined;
    return known?.passage.start === passage.start && known.passage.end === passage.end ? known : undefined;
  };
  return { vectorOf, stored };
}
