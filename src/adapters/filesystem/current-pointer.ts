import path from 'node:path';
import { readWhole, writeAndReadBack } from './file-digest.js';
import { goneBackName, isGenerationName, pointerName } from './generation-names.js';
import { isMissing, type StorePlace } from './snapshot-fs.js';
import { removingOnFailure } from './write-failure.js';

/** The generation `CURRENT` names; `undefined` where it is absent or names none. */
export function readPointer(place: StorePlace): Promise<string | undefined> {
  return readName(place, pointerName);
}

/** The generation somebody has gone back to last; that holds while it is the one `CURRENT` names. */
export function readGoneBack(place: StorePlace): Promise<string | undefined> {
  return readName(place, goneBackName);
}

async function readName({ fs, folder }: StorePlace, file: string): Promise<string | undefined> {
  try {
    const name = (await readWhole(fs, path.join(folder, file))).toString('utf8').trim();
    return isGenerationName(name) ? name : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Where the next pointer is written before it takes the place of `CURRENT`. */
export function pointerAside(folder: string): string {
  return nameAside(folder, pointerName);
}

function nameAside(folder: string, file: string): string {
  return path.join(folder, `${file}.tmp-${process.pid}`);
}

/** Makes a generation the current one: the pointer is written aside and renamed, so that no reader sees half of it. */
export function replacePointer(place: StorePlace, generation: string): Promise<void> {
  return replaceName(place, pointerName, generation);
}

/** Notes that somebody goes back to a generation: before the pointer says it, so that no crash makes it look published. */
export async function noteGoingBack(place: StorePlace, generation: string): Promise<void> {
  const note = () => replaceName(place, goneBackName, generation);
  await removingOnFailure(place, nameAside(place.folder, goneBackName), note);
}

async function replaceName({ fs, folder }: StorePlace, file: string, generation: string): Promise<void> {
  await writeAndReadBack(fs, nameAside(folder, file), `${generation}\n`);
  await fs.rename(nameAside(folder, file), path.join(folder, file));
}
