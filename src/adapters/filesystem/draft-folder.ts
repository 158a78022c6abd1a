import path from 'node:path';
import { SnapshotMismatchError } from '../../domain/errors.js';
import type { FileDigest } from '../../domain/snapshot-manifest.js';
import type { SnapshotDraft } from '../../ports/snapshot-store.js';
import { readBlocks, writeNewFile } from './file-digest.js';
import { isSnapshotFileName } from './manifest-json.js';
import { type SnapshotFs, type StorePlace, systemCode } from './snapshot-fs.js';
import { explainingFailure } from './write-failure.js';

/** A draft, and the digests of what was put into it. */
export interface DraftFolder {
  readonly draft: SnapshotDraft;
  readonly written: ReadonlyMap<string, FileDigest>;
  /** Of the files that are second names of a kept generation's: on the disk, and read back, when that one was published. */
  readonly linked: ReadonlyMap<string, FileDigest>;
}

// Another disk, a file system without second names (FAT, some network disks), or one that allows no more of them.
const noLinkCodes = new Set(['EXDEV', 'EPERM', 'EACCES', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

/** A draft over an empty folder. Writing one name twice is an error. */
export function openDraft(place: StorePlace, id: string, folder: string): DraftFolder {
  const { fs } = place;
  const [written, linked] = [new Map<string, FileDigest>(), new Map<string, FileDigest>()];
  const write: SnapshotDraft['write'] = async (file, content) => {
    refuseOtherNames(file);
    const chunks = content instanceof Uint8Array ? [content] : content;
    written.set(file, await explainingFailure(() => writeNewFile(fs, path.join(folder, file), chunks)));
  };
  const take: SnapshotDraft['take'] = async (file, from) => {
    refuseOtherNames(file);
    const known = Object.hasOwn(from.files, file) ? from.files[file] : undefined;
    if (known === undefined) throw new SnapshotMismatchError(`${from.id} has no file ${JSON.stringify(file)}`);
    const source = path.join(place.folder, from.id, file);
    const isLinked = await explainingFailure(() => linkOrNot(fs, source, path.join(folder, file)));
    if (isLinked) linked.set(file, known);
    else {
      await write(file, readBlocks(fs, source));
      // What the manifest promises, whatever the copy was made of.
      written.set(file, known);
    }
  };
  return { draft: { id, folder, write, take }, written, linked };
}

function refuseOtherNames(file: string): void {
  if (!isSnapshotFileName(file)) throw new RangeError(`${JSON.stringify(file)} is no name for a file of a snapshot`);
}

/** Gives a file a second name; false where the disk can't. */
export async function linkOrNot(fs: SnapshotFs, from: string, to: string): Promise<boolean> {
  try {
    await fs.link(from, to);
    return true;
  } catch (error) {
    if (noLinkCodes.has(systemCode(error) ?? '')) return false;
    throw error;
  }
}
