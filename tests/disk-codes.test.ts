import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createDirectorySnapshotStore } from '../src/adapters/filesystem/directory-snapshot-store.js';
import { UnavailableError } from '../src/domain/errors.js';
import { createRecordingLogger } from './fakes/recording-logger.js';
import { createFaultyFs } from './support/faulty-fs.js';
import { currentMark, writing } from './support/snapshots.js';
import { temporaryFolder } from './support/temporary-folder.js';

const logger = createRecordingLogger();
const codes = ['EMFILE', 'EACCES', 'EROFS', 'EINTR', 'EPERM', 'EDQUOT', 'ENFILE'];

it('a publication that is refused a call, with each code in turn, leaves old or new, says the code, and succeeds the next time', async () => {
  const told = new Set<string>();
  for (let at = 1; ; at++) {
    const code = codes[at % codes.length] ?? '';
    const folder = temporaryFolder();
    const healthy = createDirectorySnapshotStore({ folder, logger });
    await healthy.publish(writing('one'));
    const { fs, calls } = createFaultyFs({ at, code, forever: false });
    const publishing = createDirectorySnapshotStore({ folder, logger, fs }).publish(writing('two'));
    const error = await publishing.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (calls() < at) break;
    expect(await currentMark(healthy), `call ${at}`).toBe(error === undefined ? 'two' : 'one');
    if (error !== undefined) {
      told.add(code);
      expect(error, `call ${at}`).toBeInstanceOf(UnavailableError);
      expect(error, `call ${at}`).toHaveProperty('message', expect.stringContaining(`(${code})`));
    }
    await healthy.publish(writing('three'));
    expect(await currentMark(healthy)).toBe('three');
    expect(readdirSync(folder).filter((name) => !/^(CURRENT|gen-\d{6})$/.test(name))).toEqual([]);
  }
  expect([...told].toSorted()).toEqual(codes.toSorted());
}, 60_000);
