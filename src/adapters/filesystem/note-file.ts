import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemCode } from './snapshot-fs.js';

/** A short text kept in a file, replaced in one step. */
export function createNoteFile(file: string) {
  return {
    /** What was written last; `undefined` when nothing was. */
    async read(): Promise<string | undefined> {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(note: string): Promise<void> {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(`${file}.new`, note);
      await rename(`${file}.new`, file);
    },
  };
}
