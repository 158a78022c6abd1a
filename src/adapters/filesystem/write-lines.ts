import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes a text file, a line each, into a folder that is made where it is missing. */
export async function writeLines(file: string, lines: readonly string[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, lines.map((line) => `${line}\n`).join(''));
}
