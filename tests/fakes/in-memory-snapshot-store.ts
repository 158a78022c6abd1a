import { createHash } from 'node:crypto';
import { IndexBusyError, UsageError } from '../../src/domain/errors.js';
import { type FileDigest, type SnapshotManifest, snapshotBytes } from '../../src/domain/snapshot-manifest.js';
import type { SnapshotDraft, SnapshotStore, StoredSnapshot } from '../../src/ports/snapshot-store.js';

/** A snapshot store that forgets with the process. Its folders don't exist, so native code can't write into them. */
export function createInMemorySnapshotStore(): SnapshotStore {
  const kept: StoredSnapshot[] = [];
  let current: StoredSnapshot | null = null;
  let goneBackTo: string | undefined;
  let made = 0;
  const takerInto =
    (contents: Map<string, Buffer>): SnapshotDraft['take'] =>
    async (file, from) => {
      const source = kept.find(({ manifest }) => manifest.id === from.id);
      if (source === undefined || contents.has(file)) throw new RangeError(`nothing to take: ${file}`);
      contents.set(file, Buffer.from(await source.read(file)));
    };
  return {
    loadCurrent: async () => current,
    currentId: async () => current?.manifest.id,
    async publish(write, after) {
      if (after !== undefined && current?.manifest.id !== after) throw new IndexBusyError('another one is current');
      const id = `gen-${String(made + 1).padStart(6, '0')}`;
      const folder = `/in-memory/${id}`;
      const contents = new Map<string, Buffer>();
      const description = await write({ id, folder, write: writerInto(contents), take: takerInto(contents) });
      const manifest: SnapshotManifest = { ...description, id, files: digests(contents) };
      current = { manifest, folder, read: async (file) => contentOf(contents, file) };
      kept.push(current);
      goneBackTo = undefined;
      made += 1;
      return manifest;
    },
    list: async () =>
      kept.toReversed().map(({ manifest }) => {
        const { id, created, counts, embedderId } = manifest;
        const contents = { created, ...counts, embedderId, bytes: snapshotBytes(manifest) };
        return { id, isCurrent: id === current?.manifest.id, isGoneBackTo: id === goneBackTo, contents };
      }),
    async makeCurrent(id) {
      const wanted = kept.find(({ manifest }) => manifest.id === id);
      if (wanted === undefined) throw new UsageError(`There is no index "${id}".`);
      current = wanted;
      goneBackTo = id;
      return wanted.manifest;
    },
    async discard(id) {
      const at = kept.findIndex(({ manifest }) => manifest.id === id && manifest.catalogue.behind === true);
      if (at !== -1 && id !== current?.manifest.id) kept.splice(at, 1);
    },
    // A publication that fails leaves nothing here.
    removeLeftovers: async () => undefined,
  };
}

function writerInto(contents: Map<string, Buffer>): SnapshotDraft['write'] {
  return async (file, content) => {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file) || contents.has(file)) throw new RangeError(`no new name: ${file}`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of content instanceof Uint8Array ? [content] : content) chunks.push(chunk);
    contents.set(file, Buffer.concat(chunks));
  };
}

function digests(contents: ReadonlyMap<string, Buffer>): Record<string, FileDigest> {
  return Object.fromEntries(
    [...contents].map(([file, content]) => [
      file,
      { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') },
    ]),
  );
}

function contentOf(contents: ReadonlyMap<string, Buffer>, file: string): Buffer {
  const content = contents.get(file);
  if (content === undefined) throw new Error(`no file ${file}`);
  return Buffer.from(content);
}
