import path from 'node:path';
import type { CorpusFileEntry } from '../../ports/corpus-files.js';
import { type CorpusEntry, listCorpusFiles } from './list-corpus-files.js';
import { isMissing, nodeFs, type SnapshotFs } from './snapshot-fs.js';

// Enough to keep a network disk busy; each is a short wait.
const atOnce = 32;

/**
 * The entries of a corpus folder with their sizes and times, in the order of their names. One that goes away meanwhile is left out.
 * @throws UsageError when the folder itself can't be listed.
 */
export async function statCorpusFiles(folder: string, fs: SnapshotFs = nodeFs): Promise<readonly CorpusFileEntry[]> {
  const entries = await listCorpusFiles(folder);
  const found: CorpusFileEntry[] = [];
  for (let start = 0; start < entries.length; start += atOnce) {
    const some = await Promise.all(entries.slice(start, start + atOnce).map((entry) => describe(fs, folder, entry)));
    found.push(...some.flat());
  }
  return found;
}

async function describe(fs: SnapshotFs, folder: string, entry: CorpusEntry): Promise<CorpusFileEntry[]> {
  const refused = entry.kind === 'refused' ? entry.reason : undefined;
  try {
    const { size, mtimeMs, ctimeMs } = await fs.lstat(
      entry.kind === 'file' ? entry.path : path.join(folder, entry.name),
    );
    return [{ name: entry.name, refused, bytes: size, modified: mtimeMs, touched: ctimeMs }];
  } catch (error) {
    if (isMissing(error)) return [];
    return [{ name: entry.name, refused, bytes: undefined, modified: undefined, touched: undefined }];
  }
}
