import path from 'node:path';
import { messageOf, SnapshotMismatchError, UsageError } from '../../domain/errors.js';
import type { GenerationContents, KeptGeneration } from '../../domain/generation.js';
import { type SnapshotManifest, snapshotBytes } from '../../domain/snapshot-manifest.js';
import { noteGoingBack, pointerAside, readGoneBack, readPointer, replacePointer } from './current-pointer.js';
import { listGenerations } from './generation-names.js';
import { withPublishLock } from './publish-lock.js';
import { type StorePlace, syncFolder, systemCode } from './snapshot-fs.js';
import { readManifest, verifyGeneration } from './verify-generation.js';
import { explainingFailure, removingOnFailure, reporting } from './write-failure.js';

/** The generations of the folder, newest first, by their manifests. */
export async function keptGenerations(place: StorePlace): Promise<KeptGeneration[]> {
  const named = await readPointer(place);
  const goneBack = await readGoneBack(place);
  const ids = await listGenerations(place);
  return Promise.all(
    ids.map(async (id) => {
      const isCurrent = id === named;
      return { id, isCurrent, isGoneBackTo: isCurrent && id === goneBack, contents: await contentsOf(place, id) };
    }),
  );
}

/**
 * Lets `CURRENT` name a kept generation, every byte of which has been checked. Under the lock of a publication: that one
 * would otherwise remove what has just been named.
 * @throws UsageError, SnapshotMismatchError or UnavailableError; see `SnapshotStore.makeCurrent`.
 */
export async function makeKeptCurrent(place: StorePlace, id: string): Promise<SnapshotManifest> {
  // Before the lock, which would make a folder of nothing a folder with a lock.
  await refuseUnkept(place, id);
  return withPublishLock(place, async () => {
    await refuseUnkept(place, id);
    const manifest = await explainingFailure(() => verifyGeneration(place.fs, path.join(place.folder, id)));
    await explainingFailure(() => noteGoingBack(place, id));
    const aside = pointerAside(place.folder);
    await removingOnFailure(place, aside, () => explainingFailure(() => replacePointer(place, id)));
    await reporting(place, 'the new pointer may not survive a power cut', () => syncFolder(place.fs, place.folder));
    return manifest;
  });
}

async function refuseUnkept(place: StorePlace, id: string): Promise<void> {
  const kept = await listGenerations(place);
  if (kept.includes(id)) return;
  const known = kept.length === 0 ? 'None is kept.' : `Kept are ${kept.join(', ')}.`;
  throw new UsageError(`There is no index ${JSON.stringify(id.slice(0, 40))}. ${known}`);
}

async function contentsOf(place: StorePlace, id: string): Promise<GenerationContents | undefined> {
  try {
    const manifest = await readManifest(place.fs, path.join(place.folder, id));
    const { created, counts, embedderId } = manifest;
    return { created, ...counts, embedderId, bytes: snapshotBytes(manifest) };
  } catch (error) {
    if (!(error instanceof SnapshotMismatchError) && systemCode(error) === undefined) throw error;
    place.logger.warn('the manifest of a kept snapshot can not be read', { generation: id, reason: messageOf(error) });
    return undefined;
  }
}
