import path from 'node:path';
import { isMissing, namesIn, type SnapshotFs, systemCode } from './snapshot-fs.js';

// With files of 2 MB some two hundred thousand entries, and 42 MB at most.
const keptFiles = 20;
const olderName = /^audit-(\d{6,9})\.jsonl$/;

/** Moves the file aside under the next number where it has grown to `maxBytes`, and deletes the oldest beyond twenty. */
export async function rotateAuditFile(fs: SnapshotFs, file: string, maxBytes: number): Promise<void> {
  if ((await sizeOf(fs, file)) < maxBytes) return;
  const folder = path.dirname(file);
  const older = await olderNames(fs, folder);
  const number = Number(olderName.exec(older[0] ?? '')?.[1] ?? 0) + 1;
  const aside = path.join(folder, `audit-${String(number).padStart(6, '0')}.jsonl`);
  if (!(await moveTo(fs, file, aside, maxBytes))) return;
  for (const name of older.slice(keptFiles - 1)) await fs.rm(path.join(folder, name), { force: true });
}

/**
 * Two processes may cut it at once: the slower one would move what the quicker one has begun over what that one has moved. So the
 * name is taken first, which one of them can, and the size is looked at again.
 */
async function moveTo(fs: SnapshotFs, file: string, aside: string, maxBytes: number): Promise<boolean> {
  try {
    await (await fs.open(aside, 'wx')).close();
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    if ((await sizeOf(fs, file)) >= maxBytes) {
      await fs.rename(file, aside);
      return true;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  await fs.rm(aside, { force: true });
  return false;
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
