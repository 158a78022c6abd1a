import path from 'node:path';
import { readWhole, writeAndReadBack } from './file-digest.js';
import { isGenerationName, pointerName } from './generation-names.js';
import { isMissing, type StorePlace } from './snapshot-fs.js';

/** The generation `CURRENT` names; `undefined` where it is absent or names none. */
export async function readPointer({ fs, folder }: StorePlace): Promise<string | undefined> {
  try {
    const name = (await readWhole(fs, path.join(folder, pointerName))).toString('utf8').trim();
    return isGenerationName(name) ? name : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Where the next pointer is written before it takes the place of `CURRENT`. */
export function pointerAside(folder: string): string {
  return path.join(folder, `${pointerName}.tmp-${process.pid}`);
}

/** Makes a generation the current one: the pointer is written aside and renamed, so that no reader sees half of it. */
export async function replacePointer({ fs, folder }: StorePlace, generation: string): Promise<void> {
  await writeAndReadBack(fs, pointerAside(folder), `${generation}\n`);
  await fs.rename(pointerAside(folder), path.join(folder, pointerName));
}
