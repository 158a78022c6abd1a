import path from 'node:path';
import { IndexBusyError } from '../../domain/errors.js';
import type { FileDigest, SnapshotManifest } from '../../domain/snapshot-manifest.js';
import type { SnapshotDescription, SnapshotDraft } from '../../ports/snapshot-store.js';
import { pointerAside, readPointer, replacePointer } from './current-pointer.js';
import { type DraftFolder, openDraft } from './draft-folder.js';
import { checkReadBack, digestFile, writeAndReadBack } from './file-digest.js';
import { isGenerationName, isLeftoverName, listGenerations, nextGenerationName } from './generation-names.js';
import { loadCurrent } from './load-current.js';
import { formatManifest, manifestDigestName, manifestName, parseManifest } from './manifest-json.js';
import { isBehind, outdatedGenerations } from './outdated-generations.js';
import { lockName, withPublishLock } from './publish-lock.js';
import { makeFolder, namesIn, type SnapshotFs, type StorePlace, syncFile, syncFolder } from './snapshot-fs.js';
import { manifestDigestLine } from './verify-generation.js';
import { explainingFailure, removingOnFailure, reporting } from './write-failure.js';

/** Fills a draft and tells what the manifest is to say. */
type SnapshotWriter = (draft: SnapshotDraft) => Promise<SnapshotDescription>;

/**
 * Writes a generation and makes it current. The order is the proof: every byte of the generation is on the disk before
 * the folder has its name, and the folder has its name before `CURRENT` says it.
 */
export async function publishGeneration(
  place: StorePlace,
  write: SnapshotWriter,
  after?: string,
): Promise<SnapshotManifest> {
  await explainingFailure(() => makeFolder(place.fs, place.folder));
  return withPublishLock(place, async () => {
    await refuseOvertaken(place, after);
    return publishLocked(place, write);
  });
}

/** @throws IndexBusyError where another generation has been published, or gone back to, since `after` was. */
async function refuseOvertaken(place: StorePlace, after: string | undefined): Promise<void> {
  if (after === undefined) return;
  const named = await explainingFailure(() => readPointer(place));
  if (named !== after) throw new IndexBusyError(`another index than ${after} has been made current meanwhile`);
}

/**
 * Removes drafts, pointers and a lock that stopped publications left, and generations beyond those kept; where `CURRENT`
 * names none, names the one that serves. Writes nothing where there is nothing to do, so that a read-only folder is left
 * alone; what can't be done is logged.
 */
export async function removeLeftovers(place: StorePlace): Promise<void> {
  await reporting(place, 'leftovers of earlier publications were not removed', async () => {
    if (!(await isUntidy(place))) return;
    await withPublishLock(place, async () => {
      await clearLeftovers(place);
      const current = (await readPointer(place)) ?? (await nameServing(place));
      if (current !== undefined)
        for (const name of await outdatedGenerations(place, current)) await remove(place, name);
    });
  });
}

/** Removes a generation that another has completed; logs why where it can't be done. */
export async function discardGeneration(place: StorePlace, id: string): Promise<void> {
  if (!isGenerationName(id)) return;
  await reporting(place, 'an index that has been completed was not removed; the next publication will', async () => {
    await withPublishLock(place, async () => {
      const isOld = (await readPointer(place)) !== id && (await isBehind(place, id));
      if (isOld) await remove(place, id);
    });
  });
}

async function isUntidy(place: StorePlace): Promise<boolean> {
  const left = (await namesIn(place.fs, place.folder)).some((name) => isLeftoverName(name) || name === lockName);
  if (left) return true;
  const current = await readPointer(place);
  if (current === undefined) return (await listGenerations(place)).length > 0;
  return (await outdatedGenerations(place, current)).length > 0;
}

/** Gives the generation that serves though nobody named it its name: a first publication stopped just before that. */
async function nameServing(place: StorePlace): Promise<string | undefined> {
  const serving = (await loadCurrent(place))?.manifest.id;
  if (serving !== undefined) await replacePointer(place, serving);
  return serving;
}

async function publishLocked(place: StorePlace, write: SnapshotWriter): Promise<SnapshotManifest> {
  const { fs, folder } = place;
  const id = await explainingFailure(() => clearLeftovers(place));
  const draft = path.join(folder, `${id}.tmp-${process.pid}`);
  const manifest = await removingOnFailure(place, draft, async () => {
    await explainingFailure(() => fs.mkdir(draft));
    const filled = openDraft(place, id, draft);
    const description = await write(filled.draft);
    return explainingFailure(() => sealDraft(place, filled, description));
  });
  const final = path.join(folder, id);
  await removingOnFailure(place, draft, () => explainingFailure(() => fs.rename(draft, final)));
  await removingOnFailure(place, final, () => explainingFailure(() => makeCurrent(place, id)));
  return manifest;
}

/** Removes what earlier runs left behind, and names the next generation. */
async function clearLeftovers(place: StorePlace): Promise<string> {
  const { fs, folder } = place;
  for (const name of (await namesIn(fs, folder)).filter(isLeftoverName)) {
    await fs.rm(path.join(folder, name), { recursive: true, force: true });
  }
  // The one that is named counts, too, where somebody has deleted its folder.
  const named = await readPointer(place);
  return nextGenerationName([...(await listGenerations(place)), ...(named === undefined ? [] : [named])]);
}

/** Reads every file back, writes the manifest last, and has the disk confirm all of it; the second names with the folder. */
async function sealDraft(
  { fs }: StorePlace,
  { draft, written, linked }: DraftFolder,
  description: SnapshotDescription,
): Promise<SnapshotManifest> {
  const { folder, id } = draft;
  const files: Record<string, FileDigest> = {};
  for (const name of new Set([...(await namesIn(fs, folder)), ...written.keys()])) {
    files[name] = linked.get(name) ?? (await readBack(fs, path.join(folder, name), written.get(name)));
  }
  const json = formatManifest({ ...description, id, files });
  // What can't be read again must not be published.
  const manifest = parseManifest(json);
  await writeAndReadBack(fs, path.join(folder, manifestName), json);
  await writeAndReadBack(fs, path.join(folder, manifestDigestName), manifestDigestLine(Buffer.from(json)));
  await syncFolder(fs, folder);
  return manifest;
}

/** Digests a file as the disk gives it back; native code that wrote it may not have said that the disk was full. */
async function readBack(fs: SnapshotFs, file: string, intended: FileDigest | undefined): Promise<FileDigest> {
  await syncFile(fs, file);
  const found = await digestFile(fs, file);
  if (intended !== undefined) checkReadBack(file, intended, found);
  return found;
}

async function makeCurrent(place: StorePlace, id: string): Promise<void> {
  await syncFolder(place.fs, place.folder);
  const former = await readPointer(place);
  await removingOnFailure(place, pointerAside(place.folder), () => replacePointer(place, id));
  // From here on the new generation is served: whatever fails now is reported, but is no failure of the publication.
  await reporting(place, 'the new pointer may not survive a power cut', () => syncFolder(place.fs, place.folder));
  await reporting(place, 'older snapshots were not removed', async () => {
    for (const name of await outdatedGenerations(place, id, former)) await remove(place, name);
  });
}

async function remove({ fs, folder }: StorePlace, generation: string): Promise<void> {
  await fs.rm(path.join(folder, generation), { recursive: true, force: true });
}
