import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/domain/errors.js';
import type { SnapshotStore } from '../../src/ports/snapshot-store.js';
import { currentMark, description, marksOf, writing } from '../support/snapshots.js';

/** What every snapshot store promises. `make` gives a new empty one. */
export function describeSnapshotStore(name: string, make: () => SnapshotStore): void {
  describe(`${name}, as a snapshot store`, () => {
    it('has no snapshot at first', async () => {
      expect(await make().loadCurrent()).toBeNull();
    });

    it('gives back what was published, byte for byte', async () => {
      const store = make();
      const manifest = await store.publish(writing('one'));
      const loaded = await store.loadCurrent();
      expect(loaded?.manifest).toEqual(manifest);
      expect(loaded && (await marksOf(loaded))).toEqual(['one', 'one', 'one']);
    });

    it('lists every file with its size', async () => {
      const { files } = await make().publish(writing('one'));
      expect(Object.keys(files).sort()).toEqual(['passages.jsonl', 'vectors.bin']);
      expect(files['vectors.bin']?.bytes).toBe('vectors of one'.length);
    });

    it('counts its generations', async () => {
      const store = make();
      const ids = [];
      for (const mark of ['one', 'two', 'three']) ids.push((await store.publish(writing(mark))).id);
      expect(ids).toEqual(['gen-000001', 'gen-000002', 'gen-000003']);
      expect(await currentMark(store)).toBe('three');
    });

    it('keeps the former snapshot when the writer fails', async () => {
      const store = make();
      await store.publish(writing('one'));
      const failing = store.publish(async (draft) => {
        await draft.write('passages.jsonl', Buffer.from('half'));
        throw new Error('the corpus went away');
      });
      await expect(failing).rejects.toThrow('the corpus went away');
      expect(await currentMark(store)).toBe('one');
      expect((await store.publish(writing('two'))).id).toBe('gen-000002');
    });

    it.each(['../out', 'a/b', 'a\\b', '.hidden', '', '..'])('refuses %j as the name of a file', async (file) => {
      const store = make();
      const publishing = store.publish(async (draft) => {
        await draft.write(file, Buffer.from('x'));
        return description('bad');
      });
      await expect(publishing).rejects.toThrow(RangeError);
      expect(await store.loadCurrent()).toBeNull();
    });

    it('shows a reader the old or the new snapshot while one is published', async () => {
      const store = make();
      await store.publish(writing('0'));
      let publishing = true;
      const readers = [1, 2, 3].map(async () => {
        const seen: number[] = [];
        while (publishing) seen.push(Number(await currentMark(store)));
        return seen;
      });
      for (let mark = 1; mark <= 8; mark++) await store.publish(writing(String(mark)));
      publishing = false;
      for (const seen of await Promise.all(readers)) {
        expect(seen.length).toBeGreaterThan(0);
        expect(seen).toEqual([...seen].sort((one, other) => one - other));
      }
    });

    it('reads a file it was not given as an error', async () => {
      const store = make();
      await store.publish(writing('one'));
      const loaded = await store.loadCurrent();
      await expect(loaded?.read('other.bin')).rejects.toThrow('other.bin');
      await expect(loaded?.read('constructor')).rejects.toThrow('constructor');
    });

    it('lists what it keeps, newest first, with counts and size', async () => {
      const store = make();
      expect(await store.list()).toEqual([]);
      for (const mark of ['one', 'two']) await store.publish(writing(mark));
      const contents = { created: '2026-01-05T00:00:00.000Z', articles: 1, passages: 2, publishers: 1, entities: 3 };
      const bytes = 'passages of one\n'.length * 50 + 'vectors of one'.length;
      expect(await store.list()).toEqual([
        { id: 'gen-000002', isCurrent: true, isGoneBackTo: false, contents: { ...contents, embedderId: 'two', bytes } },
        {
          id: 'gen-000001',
          isCurrent: false,
          isGoneBackTo: false,
          contents: { ...contents, embedderId: 'one', bytes },
        },
      ]);
    });

    it('goes back to one it keeps, and forward again, without publishing anything', async () => {
      const store = make();
      for (const mark of ['one', 'two']) await store.publish(writing(mark));
      expect((await store.makeCurrent('gen-000001')).embedderId).toBe('one');
      expect(await currentMark(store)).toBe('one');
      expect((await store.list()).map(({ id, isCurrent, isGoneBackTo }) => [id, isCurrent, isGoneBackTo])).toEqual([
        ['gen-000002', false, false],
        ['gen-000001', true, true],
      ]);
      await store.makeCurrent('gen-000002');
      expect(await currentMark(store)).toBe('two');
    });

    it('gives the publication after a going back a number of its own', async () => {
      const store = make();
      for (const mark of ['one', 'two']) await store.publish(writing(mark));
      await store.makeCurrent('gen-000001');
      expect((await store.publish(writing('three'))).id).toBe('gen-000003');
      expect((await store.list()).some(({ isGoneBackTo }) => isGoneBackTo)).toBe(false);
      expect(await currentMark(store)).toBe('three');
    });

    it.each(['gen-000009', '../gen-000001', '', 'CURRENT'])(
      'does not go back to %j, which it does not keep',
      async (id) => {
        const store = make();
        await store.publish(writing('one'));
        await expect(store.makeCurrent(id)).rejects.toThrow(UsageError);
        expect(await currentMark(store)).toBe('one');
      },
    );
  });
}
