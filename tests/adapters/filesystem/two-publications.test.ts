import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectorySnapshotStore } from '../../../src/adapters/filesystem/directory-snapshot-store.js';
import { nodeFs, type SnapshotFs } from '../../../src/adapters/filesystem/snapshot-fs.js';
import { IndexBusyError, SnapshotMismatchError, UnavailableError } from '../../../src/domain/errors.js';
import type { SnapshotManifest } from '../../../src/domain/snapshot-manifest.js';
import type { SnapshotDraft, SnapshotStore } from '../../../src/ports/snapshot-store.js';
import { createRecordingLogger } from '../../fakes/recording-logger.js';
import { currentMark, description, writing } from '../../support/snapshots.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const storeIn = (folder: string, fs: SnapshotFs = nodeFs) =>
  createDirectorySnapshotStore({ folder, logger: createRecordingLogger(), fs });
const generations = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('gen-'));

/** Publishes one whose catalogue is behind. */
function publishBehind(store: SnapshotStore, mark: string): Promise<SnapshotManifest> {
  return store.publish(async (draft) => {
    const described = await writing(mark)(draft);
    return { ...described, catalogue: { ...described.catalogue, behind: true } };
  });
}

/** Fills a draft with one file of another snapshot and one of its own. */
const completing = (mark: string, from: SnapshotManifest) => async (draft: SnapshotDraft) => {
  await draft.take('passages.jsonl', from);
  await draft.write('vectors.bin', Buffer.from(`vectors of ${mark}`));
  return description(mark);
};

/** A disk that refuses second names. */
function withoutLinks(code: string): SnapshotFs {
  const link = async () => {
    throw Object.assign(new Error(`${code}: made to fail, link`), { code, syscall: 'link' });
  };
  return { ...nodeFs, link };
}

describe('a generation whose catalogue is behind', () => {
  it('takes no place of those kept to go back to, before it is completed and after', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    for (const mark of ['1', '2', '3']) await store.publish(writing(mark));
    const behind = await publishBehind(store, '4');
    expect(generations(folder)).toEqual(['gen-000001', 'gen-000002', 'gen-000003', 'gen-000004']);
    await store.publish(completing('4', behind), behind.id);
    expect(generations(folder)).toEqual(['gen-000002', 'gen-000003', 'gen-000004', 'gen-000005']);
    await store.discard(behind.id);
    expect(generations(folder)).toEqual(['gen-000002', 'gen-000003', 'gen-000005']);
  });

  it('stays while it may be read, and goes with the next publication or tidying', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await store.publish(writing('1'));
    const behind = await publishBehind(store, '2');
    const reader = await store.loadCurrent();
    await store.publish(completing('3', behind), behind.id);
    expect(String(await reader?.read('vectors.bin'))).toBe('vectors of 2');
    const next = await publishBehind(store, '4');
    expect(generations(folder)).toEqual(['gen-000001', 'gen-000003', 'gen-000004']);
    await store.publish(completing('5', next), next.id);
    await store.removeLeftovers();
    expect(generations(folder)).toEqual(['gen-000001', 'gen-000003', 'gen-000005']);
  });

  it('is not discarded while it serves, nor is any other by that way', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await store.publish(writing('1'));
    await publishBehind(store, '2');
    for (const id of ['gen-000001', 'gen-000002', 'gen-000003', '..']) await store.discard(id);
    await store.removeLeftovers();
    expect(generations(folder)).toEqual(['gen-000001', 'gen-000002']);
  });

  it('can be gone back to', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const behind = await publishBehind(store, '1');
    await store.publish(writing('2'));
    expect((await store.makeCurrent(behind.id)).catalogue.behind).toBe(true);
    expect((await store.loadCurrent())?.manifest.catalogue.behind).toBe(true);
  });

  it('is not completed once another is current', async () => {
    const store = storeIn(temporaryFolder());
    const behind = await publishBehind(store, '1');
    await store.publish(writing('2'));
    await expect(store.publish(completing('3', behind), behind.id)).rejects.toThrow(IndexBusyError);
    expect(await currentMark(store)).toBe('2');
  });
});

describe('a file taken over from another generation', () => {
  it('is the same bytes on the disk, listed with their size and digest', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const first = await store.publish(writing('1'));
    const second = await store.publish(completing('2', first));
    const [one, other] = [first.id, second.id].map((id) => statSync(path.join(folder, id, 'passages.jsonl')));
    expect(one?.ino).toBe(other?.ino);
    expect(second.files['passages.jsonl']).toEqual(first.files['passages.jsonl']);
    expect(String(await (await store.loadCurrent())?.read('passages.jsonl'))).toContain('passages of 1');
  });

  it('outlives the generation it is from', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const behind = await publishBehind(store, '1');
    await store.publish(completing('2', behind));
    await store.discard(behind.id);
    expect(generations(folder)).toEqual(['gen-000002']);
    expect(String(await (await store.loadCurrent())?.read('passages.jsonl'))).toContain('passages of 1');
  });

  it.each(['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'])(
    'is copied where the disk refuses a second name with %s',
    async (code) => {
      const folder = temporaryFolder();
      const store = storeIn(folder, withoutLinks(code));
      const first = await store.publish(writing('1'));
      const second = await store.publish(completing('2', first));
      const [one, other] = [first.id, second.id].map((id) => path.join(folder, id, 'passages.jsonl'));
      expect(statSync(one ?? '').ino).not.toBe(statSync(other ?? '').ino);
      expect(readFileSync(one ?? '')).toEqual(readFileSync(other ?? ''));
      expect((await storeIn(folder).loadCurrent())?.manifest).toEqual(second);
    },
  );

  it('is refused as a copy where its bytes are not what its manifest says', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder, withoutLinks('EXDEV'));
    const first = await store.publish(writing('1'));
    writeFileSync(path.join(folder, first.id, 'passages.jsonl'), 'bad');
    await expect(store.publish(completing('2', first))).rejects.toThrow(SnapshotMismatchError);
    expect(generations(folder)).toEqual(['gen-000001']);
  });

  it.each(['ENOSPC', 'EIO'])('fails the publication, in plain words, where the disk says %s', async (code) => {
    const folder = temporaryFolder();
    const first = await storeIn(folder).publish(writing('1'));
    await expect(storeIn(folder, withoutLinks(code)).publish(completing('2', first))).rejects.toThrow(UnavailableError);
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001']);
  });

  it.each(['other.bin', 'constructor'])('must be one of that generation: %s is not', async (file) => {
    const store = storeIn(temporaryFolder());
    const first = await store.publish(writing('1'));
    const taking = store.publish(async (draft) => {
      await draft.take(file, first);
      return description('2');
    });
    await expect(taking).rejects.toThrow(SnapshotMismatchError);
    expect(await currentMark(store)).toBe('1');
  });

  it('does not hide a damage that was done before it had its second name', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    await store.publish(writing('1'));
    const behind = await publishBehind(store, '2');
    await store.publish(completing('3', behind));
    const file = path.join(folder, 'gen-000003', 'passages.jsonl');
    writeFileSync(file, readFileSync(file).fill(0, 0, 3));
    expect(await currentMark(storeIn(folder))).toBe('1');
  });
});
