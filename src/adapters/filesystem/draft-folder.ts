import path from 'node:path';
import type { FileDigest } from '../../domain/snapshot-manifest.js';
import type { SnapshotDraft } from '../../ports/snapshot-store.js';
import { writeNewFile } from './file-digest.js';
import { isSnapshotFileName } from './manifest-json.js';
import type { SnapshotFs } from './snapshot-fs.js';
import { explainingFailure } from './write-failure.js';

/** A draft, and the digests of what was written through it. */
export interface DraftFolder {
  readonly draft: SnapshotDraft;
  readonly written: ReadonlyMap<string, FileDigest>;
}

/** A draft over an empty folder. Writing one name twice is an error. */
export function openDraft(fs: SnapshotFs, id: string, folder: string): DraftFolder {
  const written = new Map<string, FileDigest>();
  const write: SnapshotDraft['write'] = async (file, content) => {
    if (!isSnapshotFileName(file)) throw new RangeError(`${JSON.stringify(file)} is no name for a file of a snapshot`);
    const chunks = content instanceof Uint8Array ? [content] : content;
    written.set(file, await explainingFailure(() => writeNewFile(fs, path.join(folder, file), chunks)));
  };
  return { draft: { id, folder, write }, written };
}
