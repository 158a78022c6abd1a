import path from 'node:path';
import { messageOf, SnapshotMismatchError } from '../../domain/errors.js';
import type { SnapshotManifest } from '../../domain/snapshot-manifest.js';
import type { StoredSnapshot } from '../../ports/snapshot-store.js';
import { readPointer } from './current-pointer.js';
import { digestBytes, readWhole, sameDigest } from './file-digest.js';
import { generationNumber, listGenerations } from './generation-names.js';
import { type StorePlace, systemCode } from './snapshot-fs.js';
import { verifyGeneration } from './verify-generation.js';
import { explainingFailure } from './write-failure.js';

/**
 * The generation `CURRENT` names, or where that is damaged the newest older whole one; `null` when there is none.
 * @throws UnavailableError where the disk does not say what there is.
 */
export async function loadCurrent(place: StorePlace): Promise<StoredSnapshot | null> {
  return explainingFailure(() => loadNewest(place));
}

async function loadNewest(place: StorePlace): Promise<StoredSnapshot | null> {
  for (;;) {
    const named = await readPointer(place);
    const found = await newestWhole(place, named);
    // Three publications during a slow check delete what was being checked: then the pointer has moved, and tells where to.
    if (found !== 'moved') return found;
  }
}

async function newestWhole(place: StorePlace, named: string | undefined): Promise<StoredSnapshot | 'moved' | null> {
  for (const generation of candidates(await listGenerations(place), named)) {
    const snapshot = await openGeneration(place, generation);
    if (snapshot !== null) {
      if (generation !== named)
        place.logger.warn('serving another snapshot than the current one', { generation, named });
      return snapshot;
    }
    if ((await readPointer(place)) !== named) return 'moved';
  }
  return null;
}

/**
 * Newer ones than the named are left out: a person who set the pointer back did so because they were bad. A pointer
 * that names nothing says nothing, so all are tried.
 */
function candidates(generations: readonly string[], named: string | undefined): readonly string[] {
  if (named === undefined || !generations.includes(named)) return generations;
  return generations.filter((generation) => generationNumber(generation) <= generationNumber(named));
}

async function openGeneration(place: StorePlace, generation: string): Promise<StoredSnapshot | null> {
  const folder = path.join(place.folder, generation);
  try {
    return storedSnapshot(place, folder, await verifyGeneration(place.fs, folder));
  } catch (error) {
    if (!(error instanceof SnapshotMismatchError) && systemCode(error) === undefined) throw error;
    place.logger.error('a stored snapshot is refused', { generation, reason: messageOf(error) });
    return null;
  }
}

function storedSnapshot({ fs }: StorePlace, folder: string, manifest: SnapshotManifest): StoredSnapshot {
  return {
    manifest,
    folder,
    async read(file) {
      const expected = Object.hasOwn(manifest.files, file) ? manifest.files[file] : undefined;
      if (expected === undefined) throw new SnapshotMismatchError(`${manifest.id} has no file ${JSON.stringify(file)}`);
      const content = await explainingFailure(() => readWhole(fs, path.join(folder, file)));
      // Checked again, as the disk may have changed since it was loaded.
      if (sameDigest(digestBytes(content), expected)) return content;
      throw new SnapshotMismatchError(`${manifest.id}: ${file} has changed since it was loaded`);
    },
  };
}
