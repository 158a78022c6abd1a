import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, nodeFs } from './snapshot-fs.js';

/** Writes a text file, a line each, into a folder that is made where it is missing. */
export async function writeLines(file: string, lines: readonly string[]): Promise<void> {
  await makeFolder(nodeFs, path.dirname(file));
  await writeFile(file, lines.map((line) => `${line}\n`).join(''));
}
