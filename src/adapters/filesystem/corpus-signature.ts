import { createHash } from 'node:crypto';
import { setImmediate as othersRun } from 'node:timers/promises';
import { UsageError } from '../../domain/errors.js';
import { statCorpusFiles } from './stat-corpus-files.js';

// Some milliseconds of work.
const linesInARow = 2_000;

/**
 * Stands for the names, sizes and times of change of all files of a corpus folder that are not hidden; another one after any
 * change. `undefined` where the folder can't be listed.
 */
export async function corpusSignature(folder: string): Promise<string | undefined> {
  try {
    const hash = createHash('sha256');
    let lines = 0;
    for (const { name, bytes, modified, touched } of await statCorpusFiles(folder)) {
      if (++lines % linesInARow === 0) await othersRun();
      hash.update(`${JSON.stringify(name)} ${bytes} ${modified} ${touched}\n`);
    }
    return hash.digest('hex');
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
