import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isMissing, makeFolder, nodeFs } from './snapshot-fs.js';

/** A short text kept in a file, replaced in one step. */
export function createNoteFile(file: string) {
  return {
    /** What was written last; `undefined` when nothing was. */
    async read(): Promise<string | undefined> {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },
    async write(note: string): Promise<void> {
      await makeFolder(nodeFs, path.dirname(file));
      await writeFile(`${file}.new`, note);
      await rename(`${file}.new`, file);
    },
  };
}
