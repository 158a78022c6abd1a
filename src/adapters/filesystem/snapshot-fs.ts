import { link, lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../../ports/logger.js';

/** The file system calls a snapshot store makes; an argument, so that a test can let the n-th of them fail. */
export interface SnapshotFs {
  readonly link: typeof link;
  readonly lstat: typeof lstat;
  readonly mkdir: typeof mkdir;
  readonly open: typeof open;
  readonly readdir: typeof readdir;
  readonly rename: typeof rename;
  readonly rm: typeof rm;
}

/** Node's own file system. */
export const nodeFs: SnapshotFs = { link, lstat, mkdir, open, readdir, rename, rm };

/** Where a store keeps its generations, and what it works with. */
export interface StorePlace {
  /** The folder of the generations and of `CURRENT`. */
  readonly folder: string;
  readonly fs: SnapshotFs;
  readonly logger: Logger;
}

/** The code of a failed system call (`ENOENT`), or `undefined` for any other error. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether a call failed because there is no such file: its name is not there, or what should be its folder is a file. */
export function isMissing(error: unknown): boolean {
  return systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR';
}

/** The names in a folder, sorted; none when there is no such folder. */
export async function namesIn(fs: SnapshotFs, folder: string): Promise<string[]> {
  try {
    return (await fs.readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/**
 * Makes a folder, and those above it that are missing. Not with `recursive`: where the system says ENOENT to every name
 * (below /proc), Node.js would try for ever.
 */
export async function makeFolder(fs: Pick<SnapshotFs, 'mkdir'>, folder: string): Promise<void> {
  const failure = await tryToMake(fs, folder);
  if (failure === undefined) return;
  const above = path.dirname(folder);
  if (systemCode(failure) !== 'ENOENT' || above === folder) throw failure;
  await makeFolder(fs, above);
  const secondFailure = await tryToMake(fs, folder);
  if (secondFailure !== undefined) throw secondFailure;
}

/** Why a folder is not there now; `undefined` where it is, new or not. */
async function tryToMake(fs: Pick<SnapshotFs, 'mkdir'>, folder: string): Promise<unknown> {
  try {
    await fs.mkdir(folder);
    return undefined;
  } catch (error) {
    return systemCode(error) === 'EEXIST' ? undefined : error;
  }
}

/** Resolves once the disk has the content of a file. */
export async function syncFile(fs: SnapshotFs, file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Resolves once the disk has the names in a folder: without it a rename may be undone by a power cut. */
export async function syncFolder(fs: SnapshotFs, folder: string): Promise<void> {
  // Windows opens no folder as a file; its journal keeps renames in order by itself.
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
