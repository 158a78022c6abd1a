import path from 'node:path';
import type { Clock } from '../../ports/clock.js';
import type { CorpusFiles } from '../../ports/corpus-files.js';
import type { Logger } from '../../ports/logger.js';
import { digestFile } from './file-digest.js';
import { keepCopy, type RemovedPlace } from './removed-files.js';
import { nodeFs, type SnapshotFs, syncFolder, systemCode } from './snapshot-fs.js';
import { statCorpusFiles } from './stat-corpus-files.js';
import { findInCorpus } from './within-corpus.js';
import { putInPlace } from './write-corpus-file.js';
import { explainingFailure } from './write-failure.js';

/** Where the corpus is, and what has been taken out of it. */
export interface CorpusFilesOptions {
  readonly folder: string;
  /** Removed and replaced files go below its folder `removed`. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly fs?: SnapshotFs;
}

/**
 * The corpus folder, for changing it. Changes come one after another; every byte of a file is on the disk before the file has
 * its name. Links are left alone, and no name leads out of the folder.
 */
export function createCorpusFiles({ folder, dataDir, clock, logger, fs = nodeFs }: CorpusFilesOptions): CorpusFiles {
  const removed: RemovedPlace = { fs, folder, dataDir, clock, logger };
  const inTurn = createTurns();
  const changing = <T>(change: () => Promise<T>) => inTurn(() => explainingFailure(change, 'corpus folder'));
  const digest = async (name: string) => {
    const file = await findInCorpus(fs, folder, name);
    return file === undefined ? undefined : (await digestFile(fs, file)).sha256;
  };
  return {
    list: () => statCorpusFiles(folder, fs),
    digest: (name) => unlessUnreadable(() => digest(name)),
    write: (name, bytes, replacing) =>
      changing(async () => {
        if (replacing !== undefined && (await unlessUnreadable(() => digest(replacing.name))) !== replacing.digest) {
          return { kind: 'conflict' };
        }
        const formerKeptAs = replacing && (await keepCopy(removed, replacing.name));
        const isPlaced = await putInPlace(removed, { name, bytes, over: replacing?.name });
        return isPlaced ? { kind: 'written', formerKeptAs } : { kind: 'conflict' };
      }),
    setAside: (name, shown) =>
      changing(async () => {
        if (shown !== undefined && (await unlessUnreadable(() => digest(name))) !== shown) {
          return { kind: 'refused', reason: 'The file has changed since, or is gone. Look at it again.' };
        }
        const file = await findInCorpus(fs, folder, name);
        if (file === undefined) {
          return { kind: 'refused', reason: 'It is a link or no plain file; remove it by hand.' };
        }
        const keptAs = await keepCopy(removed, name);
        await fs.rm(file);
        await syncFolder(fs, path.dirname(file));
        return { kind: 'moved', keptAs };
      }),
  };
}

function createTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = last.then(act, act);
    last = mine;
    return mine;
  };
}

/** What a look at a file gives; `undefined` where the system does not let it be read. */
async function unlessUnreadable<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return undefined;
  }
}
