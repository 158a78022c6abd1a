import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { UnavailableError } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import { digestFile, sameDigest, writeNewFile } from './file-digest.js';
import { makeFolder, type SnapshotFs, type StorePlace, syncFolder, systemCode } from './snapshot-fs.js';
import { explainingFailure, removingOnFailure } from './write-failure.js';

/** Where files of the corpus are kept that are taken out of it; `folder` is the corpus'. */
export interface RemovedPlace extends StorePlace {
  readonly dataDir: string;
  readonly clock: Clock;
}

const removedFolder = 'removed';
const blockBytes = 1 << 16;

/**
 * Copies a file of the corpus, under its own path, into a new folder named for the moment, reads the copy back and has the disk
 * confirm it. A copy, not a move: the data folder is often on another disk.
 * @returns where it is, below the data folder.
 */
export async function keepCopy(place: RemovedPlace, name: string): Promise<string> {
  return explainingFailure(async () => {
    const removed = path.join(place.dataDir, removedFolder);
    await makeFolder(place.fs, removed);
    const moment = new Date(place.clock.now()).toISOString().replaceAll(':', '-');
    const kept = await makeNewFolder(place.fs, removed, moment);
    await removingOnFailure(place, path.join(removed, kept), () => copyInto(place, path.join(removed, kept), name));
    await syncFolder(place.fs, removed);
    return path.join(removedFolder, kept, name);
  }, 'folder of removed articles');
}

async function copyInto({ fs, folder }: RemovedPlace, kept: string, name: string): Promise<void> {
  const copy = path.join(kept, name);
  await makeFolder(fs, path.dirname(copy));
  const written = await writeNewFile(fs, copy, blocksOf(fs, path.join(folder, name)));
  if (!sameDigest(await digestFile(fs, copy), written)) {
    throw new UnavailableError('folder of removed articles', 'the disk gives back something else than was written');
  }
  for (let inner = path.dirname(copy); ; inner = path.dirname(inner)) {
    await syncFolder(fs, inner);
    if (inner === kept) return;
  }
}

async function makeNewFolder(fs: SnapshotFs, above: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : `${name}-${number}`;
    try {
      await fs.mkdir(path.join(above, numbered));
      return numbered;
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}

async function* blocksOf(fs: SnapshotFs, file: string): AsyncGenerator<Uint8Array> {
  const handle: FileHandle = await fs.open(file, 'r');
  try {
    for (;;) {
      const block = Buffer.alloc(blockBytes);
      const { bytesRead } = await handle.read(block, 0, blockBytes);
      if (bytesRead === 0) return;
      yield block.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}
