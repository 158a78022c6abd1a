import path from 'node:path';
import { isMissing, namesIn, type SnapshotFs } from './snapshot-fs.js';

// With files of 2 MB some two hundred thousand entries, and 42 MB at most.
const keptFiles = 20;
const olderName = /^audit-(\d{6,9})\.jsonl$/;

/** Moves the file aside under the next number where it has grown to `maxBytes`, and deletes the oldest beyond twenty. */
export async function rotateAuditFile(fs: SnapshotFs, file: string, maxBytes: number): Promise<void> {
  if ((await sizeOf(fs, file)) < maxBytes) return;
  const folder = path.dirname(file);
  const older = await olderNames(fs, folder);
  const number = Number(olderName.exec(older[0] ?? '')?.[1] ?? 0) + 1;
  await fs.rename(file, path.join(folder, `audit-${String(number).padStart(6, '0')}.jsonl`));
  for (const name of older.slice(keptFiles - 1)) await fs.rm(path.join(folder, name), { force: true });
}

/** The files of the log, the newest first; the first may not be there. */
export async function writtenAuditFiles(fs: SnapshotFs, file: string): Promise<readonly string[]> {
  const folder = path.dirname(file);
  return [file, ...(await olderNames(fs, folder)).map((name) => path.join(folder, name))];
}

async function olderNames(fs: SnapshotFs, folder: string): Promise<string[]> {
  const number = (name: string) => Number(olderName.exec(name)?.[1]);
  return (await namesIn(fs, folder)).filter((name) => olderName.test(name)).sort((a, b) => number(b) - number(a));
}

async function sizeOf(fs: SnapshotFs, file: string): Promise<number> {
  try {
    return (await fs.lstat(file)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}
