import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { isMissing, type SnapshotFs } from './snapshot-fs.js';

/**
 * The real folder that a path below the corpus folder lies in, and its last part; `undefined` where the path leads elsewhere, by
 * `..` or by a link, or is hidden.
 */
export async function placeInCorpus(
  folder: string,
  name: string,
): Promise<{ readonly folder: string; readonly base: string } | undefined> {
  const parts = name.split(/[/\\]/);
  const isPlain = parts.every((part) => part !== '' && !part.startsWith('.') && !part.includes('\0'));
  if (!isPlain || path.isAbsolute(name)) return undefined;
  const root = await realpath(folder);
  const inner = path.dirname(path.join(root, name));
  return (await realpath(inner)) === inner ? { folder: inner, base: path.basename(name) } : undefined;
}

/** The path of a plain file of the corpus folder; `undefined` where there is none of that name, or it is a link. */
export async function findInCorpus(fs: SnapshotFs, folder: string, name: string): Promise<string | undefined> {
  try {
    const place = await placeInCorpus(folder, name);
    if (place === undefined) return undefined;
    const file = path.join(place.folder, place.base);
    return (await fs.lstat(file)).isFile() ? file : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
