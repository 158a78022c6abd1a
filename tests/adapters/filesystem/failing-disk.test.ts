import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDirectorySnapshotStore } from '../../../src/adapters/filesystem/directory-snapshot-store.js';
import { UnavailableError } from '../../../src/domain/errors.js';
import { createRecordingLogger } from '../../fakes/recording-logger.js';
import { createFaultyFs, type Fault } from '../../support/faulty-fs.js';
import { currentMark, writing } from '../../support/snapshots.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const logger = createRecordingLogger();

/** Publishes over a disk with a fault; tells whether the fault was reached, and what was thrown. */
async function publishOver(folder: string, fault: Fault): Promise<{ reached: boolean; error: unknown }> {
  const { fs, calls } = createFaultyFs(fault);
  const publishing = createDirectorySnapshotStore({ folder, logger, fs }).publish(writing('two'));
  const error = await publishing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { reached: calls() >= fault.at, error };
}

describe('publishing on a disk that fails', () => {
  it.each([
    { code: 'ENOSPC', forever: true },
    { code: 'EIO', forever: false },
  ])('leaves the old or the new snapshot at whichever call $code comes (forever: $forever)', async (kind) => {
    let failed = 0;
    for (let at = 1; ; at++) {
      const folder = temporaryFolder();
      const healthy = createDirectorySnapshotStore({ folder, logger });
      await healthy.publish(writing('one'));
      const { reached, error } = await publishOver(folder, { at, ...kind });
      if (!reached) break;
      expect(await currentMark(healthy), `call ${at}`).toBe(error === undefined ? 'two' : 'one');
      if (error !== undefined) {
        failed += 1;
        expect(error, `call ${at}`).toBeInstanceOf(UnavailableError);
      }
      await healthy.publish(writing('three'));
      expect(await currentMark(healthy)).toBe('three');
      expect(readdirSync(folder).filter((name) => !/^(CURRENT|gen-\d{6})$/.test(name))).toEqual([]);
    }
    expect(failed).toBeGreaterThan(30);
  });

  it('leaves nothing behind where the disk fails once', async () => {
    for (let at = 14; at <= 44; at += 3) {
      const folder = temporaryFolder();
      const { error } = await publishOver(folder, { at, code: 'ENOSPC', forever: false });
      expect(error).toMatchObject({ message: expect.stringContaining('the disk is full') });
      expect(readdirSync(folder), `call ${at}`).toEqual([]);
    }
  });

  it('loads another whole snapshot, or says why not, at whichever call reading fails', async () => {
    const folder = temporaryFolder();
    const healthy = createDirectorySnapshotStore({ folder, logger });
    for (const mark of ['one', 'two']) await healthy.publish(writing(mark));
    for (let at = 1; ; at++) {
      const { fs, calls } = createFaultyFs({ at, code: 'EIO', forever: false });
      const loading = createDirectorySnapshotStore({ folder, logger, fs }).loadCurrent();
      const outcome = await loading.then(
        (snapshot) => snapshot?.manifest.embedderId,
        (error: unknown) => (error as Error).message,
      );
      if (calls() < at) break;
      expect(['one', 'two', 'index folder: the disk reports an error (EIO)']).toContain(outcome);
    }
  });
});
