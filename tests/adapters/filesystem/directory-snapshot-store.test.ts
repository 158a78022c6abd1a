import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDirectorySnapshotStore } from '../../../src/adapters/filesystem/directory-snapshot-store.js';
import { nodeFs } from '../../../src/adapters/filesystem/snapshot-fs.js';
import { UnavailableError } from '../../../src/domain/errors.js';
import { describeSnapshotStore } from '../../contracts/snapshot-store.contract.js';
import { createRecordingLogger } from '../../fakes/recording-logger.js';
import { currentMark, description, writing } from '../../support/snapshots.js';
import { createSteppedFs, type RunStep } from '../../support/stepped-fs.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const storeIn = (folder: string) => createDirectorySnapshotStore({ folder, logger: createRecordingLogger() });

describeSnapshotStore('the directory store', () => storeIn(path.join(temporaryFolder(), 'index')));

describe('the folder of a directory store', () => {
  it('holds the generation, its manifest with a digest sha256sum can check, and the pointer', async () => {
    const folder = temporaryFolder();
    await storeIn(folder).publish(writing('one'));
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001']);
    const files = ['manifest.json', 'manifest.sha256', 'passages.jsonl', 'vectors.bin'];
    expect(readdirSync(path.join(folder, 'gen-000001'))).toEqual(files);
    expect(readFileSync(path.join(folder, 'CURRENT'), 'utf8')).toBe('gen-000001\n');
  });

  it('keeps the two generations before the current one', async () => {
    const folder = temporaryFolder();
    for (const mark of ['1', '2', '3', '4', '5']) await storeIn(folder).publish(writing(mark));
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000003', 'gen-000004', 'gen-000005']);
  });

  it('keeps the generation a person went back to, and never gives a number twice', async () => {
    const folder = temporaryFolder();
    for (const mark of ['1', '2', '3']) await storeIn(folder).publish(writing(mark));
    writeFileSync(path.join(folder, 'CURRENT'), 'gen-000001\n');
    expect(await currentMark(storeIn(folder))).toBe('1');
    expect((await storeIn(folder).publish(writing('4'))).id).toBe('gen-000004');
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001', 'gen-000003', 'gen-000004']);
  });

  it('does not go back to a damaged generation, and keeps the one that serves', async () => {
    const folder = temporaryFolder();
    for (const mark of ['1', '2']) await storeIn(folder).publish(writing(mark));
    writeFileSync(path.join(folder, 'gen-000001', 'vectors.bin'), 'vectors of x');
    await expect(storeIn(folder).makeCurrent('gen-000001')).rejects.toThrow('vectors.bin');
    expect(await currentMark(storeIn(folder))).toBe('2');
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001', 'gen-000002']);
  });

  it('lists a generation whose manifest is damaged without its contents', async () => {
    const folder = temporaryFolder();
    for (const mark of ['1', '2']) await storeIn(folder).publish(writing(mark));
    writeFileSync(path.join(folder, 'gen-000001', 'manifest.json'), '{}');
    const [, damaged] = await storeIn(folder).list();
    expect(damaged).toEqual({ id: 'gen-000001', isCurrent: false, isGoneBackTo: false, contents: undefined });
  });

  it('does not go back while another process writes', async () => {
    const folder = temporaryFolder();
    for (const mark of ['1', '2']) await storeIn(folder).publish(writing(mark));
    const boot = process.platform === 'linux' ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : '';
    writeFileSync(path.join(folder, 'LOCK'), JSON.stringify({ pid: process.ppid, boot }));
    await expect(storeIn(folder).makeCurrent('gen-000001')).rejects.toThrow(`process ${process.ppid} is writing to it`);
    expect(await currentMark(storeIn(folder))).toBe('2');
  });

  it('counts on from the generation that is named where its folder was deleted', async () => {
    const folder = temporaryFolder();
    for (const mark of ['1', '2']) await storeIn(folder).publish(writing(mark));
    rmSync(path.join(folder, 'gen-000002'), { recursive: true });
    expect((await storeIn(folder).publish(writing('3'))).id).toBe('gen-000003');
  });

  it('digests what native code wrote into the draft beside the store', async () => {
    const folder = temporaryFolder();
    const { files } = await storeIn(folder).publish(async (draft) => {
      writeFileSync(path.join(draft.folder, 'hnswlib.index'), 'graph');
      return description('native');
    });
    expect(files['hnswlib.index']?.bytes).toBe(5);
    expect((await storeIn(folder).loadCurrent())?.manifest.embedderId).toBe('native');
  });

  it('refuses a draft whose file changed after it was written', async () => {
    const folder = temporaryFolder();
    const publishing = storeIn(folder).publish(async (draft) => {
      await draft.write('passages.jsonl', Buffer.from('whole'));
      writeFileSync(path.join(draft.folder, 'passages.jsonl'), 'who');
      return description('short');
    });
    await expect(publishing).rejects.toThrow('passages.jsonl came back from the disk other than it was written');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['manifest.json', 'manifest.sha256', 'CURRENT'])(
    'refuses a disk that loses half of %s in silence',
    async (file) => {
      const folder = temporaryFolder();
      await storeIn(folder).publish(writing('1'));
      const lossy: RunStep = (step) => {
        const meant = step.call === 'write' && path.basename(step.file).startsWith(file);
        return meant && step.half !== undefined ? step.half() : step.whole();
      };
      const fs = createSteppedFs(lossy);
      const store = createDirectorySnapshotStore({ folder, logger: createRecordingLogger(), fs });
      await expect(store.publish(writing('2'))).rejects.toThrow('came back from the disk other than it was written');
      expect(await currentMark(storeIn(folder))).toBe('1');
      expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001']);
    },
  );

  it('refuses to publish a manifest it could not read again', async () => {
    const folder = temporaryFolder();
    const publishing = storeIn(folder).publish(async () => ({ ...description('x'), dimensions: -1 }));
    await expect(publishing).rejects.toThrow('dimensions');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('runs two publications one after the other', async () => {
    const folder = temporaryFolder();
    const store = storeIn(folder);
    const ids = await Promise.all([store.publish(writing('1')), store.publish(writing('2'))]);
    expect(ids.map(({ id }) => id)).toEqual(['gen-000001', 'gen-000002']);
  });

  it('removes what a killed run left behind', async () => {
    const folder = temporaryFolder();
    await storeIn(folder).publish(writing('1'));
    for (const name of ['gen-000002.tmp-99', 'CURRENT.tmp-99']) writeFileSync(path.join(folder, name), 'half');
    expect(await currentMark(storeIn(folder))).toBe('1');
    await storeIn(folder).publish(writing('2'));
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001', 'gen-000002']);
  });

  it('is rid of what a killed run left, its lock too, without a publication when that is asked for', async () => {
    const folder = temporaryFolder();
    for (const mark of ['1', '2']) await storeIn(folder).publish(writing(mark));
    for (const name of ['gen-000003.tmp-99', 'CURRENT.tmp-99', 'LOCK']) writeFileSync(path.join(folder, name), 'half');
    await storeIn(folder).removeLeftovers();
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001', 'gen-000002']);
    expect(await currentMark(storeIn(folder))).toBe('2');
  });

  it('names the whole generation that a killed first run could not name any more', async () => {
    const folder = temporaryFolder();
    await storeIn(folder).publish(writing('1'));
    rmSync(path.join(folder, 'CURRENT'));
    await storeIn(folder).removeLeftovers();
    expect(readFileSync(path.join(folder, 'CURRENT'), 'utf8')).toBe('gen-000001\n');
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001']);
  });

  it('is not written to where nothing is left over', async () => {
    const folder = temporaryFolder();
    await storeIn(folder).publish(writing('1'));
    const refuse = () => Promise.reject(new Error('a write'));
    const logger = createRecordingLogger();
    const fs = { ...nodeFs, mkdir: refuse, rename: refuse, rm: refuse };
    await createDirectorySnapshotStore({ folder, logger, fs }).removeLeftovers();
    expect(logger.lines).toEqual([]);
  });

  it('says there is nothing when the folder was removed, and starts anew', async () => {
    const folder = path.join(temporaryFolder(), 'index');
    const store = storeIn(folder);
    await store.publish(writing('1'));
    rmSync(folder, { recursive: true });
    expect(await store.loadCurrent()).toBeNull();
    await store.publish(writing('2'));
    expect(await currentMark(store)).toBe('2');
  });

  it.runIf(process.platform === 'linux')('says so where no folder can be made', async () => {
    const store = storeIn('/proc/nope/index');
    expect(await store.loadCurrent()).toBeNull();
    const reason = 'index folder: no folder can be made there; set DATA_DIR to another place (ENOENT)';
    await expect(store.publish(writing('1'))).rejects.toThrow(reason);
  });

  it('says so where its folder would be below a file', async () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const store = storeIn(path.join(file, 'index'));
    expect(await store.loadCurrent()).toBeNull();
    const reason = 'index folder: a part of its path is a file; set DATA_DIR to another place (ENOTDIR)';
    await expect(store.publish(writing('1'))).rejects.toThrow(reason);
  });

  it('answers from a read-only folder and refuses to publish, saying why', async () => {
    const folder = temporaryFolder();
    await storeIn(folder).publish(writing('1'));
    // The tests may run as root, who may write to any folder: the refusal is made here.
    const open = async (...args: Parameters<typeof nodeFs.open>) => {
      if (args[1] !== 'r') throw Object.assign(new Error('EROFS'), { code: 'EROFS', syscall: 'open' });
      return nodeFs.open(...args);
    };
    const store = createDirectorySnapshotStore({ folder, logger: createRecordingLogger(), fs: { ...nodeFs, open } });
    await expect(store.publish(writing('2'))).rejects.toThrow('index folder: it is on a read-only file system (EROFS)');
    expect(await currentMark(store)).toBe('1');
  });
});

describe('the lock of a directory store', () => {
  const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const lockOf = (pid: number, boot: string) => JSON.stringify({ pid, boot });
  // The parent lives as long as this process does.
  const alive = process.ppid;

  it('is held while publishing, against another store of the same process too', async () => {
    const folder = temporaryFolder();
    const refused: unknown[] = [];
    await storeIn(folder).publish(async (draft) => {
      refused.push(
        await storeIn(folder)
          .publish(writing('2'))
          .catch((error: unknown) => error),
      );
      return writing('1')(draft);
    });
    expect(refused[0]).toBeInstanceOf(UnavailableError);
    expect(await currentMark(storeIn(folder))).toBe('1');
    expect(existsSync(path.join(folder, 'LOCK'))).toBe(false);
  });

  it('is not left behind by a disk that made it and says it failed: it would keep other processes out', async () => {
    const folder = temporaryFolder();
    const link: typeof nodeFs.link = async (...names) => {
      await nodeFs.link(...names);
      throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO', syscall: 'link' });
    };
    const store = createDirectorySnapshotStore({ folder, logger: createRecordingLogger(), fs: { ...nodeFs, link } });
    await expect(store.publish(writing('1'))).rejects.toThrow('the disk reports an error (EIO)');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('of a living process is respected', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'LOCK'), lockOf(alive, bootId()));
    await expect(storeIn(folder).publish(writing('1'))).rejects.toThrow(`process ${alive} is writing to it`);
    expect(readdirSync(folder)).toEqual(['LOCK']);
  });

  it.runIf(process.platform === 'linux').each([
    ['of a process that is gone', () => lockOf(2 ** 22 + 1, bootId())],
    ['of before the last start of the machine', () => lockOf(alive, 'another boot')],
    ['of our own number, which we do not hold', () => lockOf(process.pid, bootId())],
    ['that was never written to the end', () => '{"pid":'],
  ])('%s is taken over', async (_case, content) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'LOCK'), content());
    await storeIn(folder).publish(writing('1'));
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001']);
  });

  it.runIf(process.platform === 'linux')('of a dead process whose number another has now is taken over', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'LOCK'), JSON.stringify({ pid: alive, boot: bootId(), started: '1' }));
    await storeIn(folder).publish(writing('1'));
    expect(readdirSync(folder)).toEqual(['CURRENT', 'gen-000001']);
  });

  it.runIf(process.platform === 'linux')('is not taken from whoever has taken over a dead one’s first', async () => {
    const folder = temporaryFolder();
    const dead = lockOf(2 ** 22 + 1, bootId());
    const living = lockOf(alive, bootId());
    writeFileSync(path.join(folder, 'LOCK'), dead);
    // Once this process has judged it, another takes it over before this one removes it.
    const link: typeof nodeFs.link = async (from, to) => {
      writeFileSync(path.join(folder, 'LOCK'), living);
      return nodeFs.link(from, to);
    };
    const late = createDirectorySnapshotStore({ folder, logger: createRecordingLogger(), fs: { ...nodeFs, link } });
    await expect(late.publish(writing('1'))).rejects.toThrow(`process ${alive} is writing to it`);
    expect(readdirSync(folder)).toEqual(['LOCK']);
    expect(readFileSync(path.join(folder, 'LOCK'), 'utf8')).toBe(living);
  });
});
