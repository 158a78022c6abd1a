import {
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createDirectorySnapshotStore } from '../../../src/adapters/filesystem/directory-snapshot-store.js';
import { manifestDigestLine } from '../../../src/adapters/filesystem/verify-generation.js';
import { createRecordingLogger } from '../../fakes/recording-logger.js';
import { currentMark, writing } from '../../support/snapshots.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const files = ['manifest.json', 'manifest.sha256', 'passages.jsonl', 'vectors.bin'];

let folder: string;
let logger: ReturnType<typeof createRecordingLogger>;
const load = () => currentMark(createDirectorySnapshotStore({ folder, logger }));
const inCurrent = (file: string) => path.join(folder, 'gen-000002', file);

beforeEach(async () => {
  folder = temporaryFolder();
  logger = createRecordingLogger();
  const store = createDirectorySnapshotStore({ folder, logger });
  for (const mark of ['old', 'new']) await store.publish(writing(mark));
});

/** Changes a manifest as a person would, digest included. */
function editManifest(edit: (json: string) => string): void {
  const edited = Buffer.from(edit(readFileSync(inCurrent('manifest.json'), 'utf8')));
  writeFileSync(inCurrent('manifest.json'), edited);
  writeFileSync(inCurrent('manifest.sha256'), manifestDigestLine(edited));
}

describe('a damaged generation', () => {
  it.each(files)('is passed over for the one before, with any bit of %s flipped', async (file) => {
    const whole = readFileSync(inCurrent(file));
    // Every second byte: some thousand positions in all four files.
    for (let at = 0; at < whole.length; at += 2) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(whole.readUInt8(at) ^ (1 << (at % 8)), at);
      writeFileSync(inCurrent(file), damaged);
      expect(await load(), `bit ${at % 8} of byte ${at}`).toBe('old');
    }
  });

  it.each(files)('is passed over with %s cut at any of four places', async (file) => {
    const { length } = readFileSync(inCurrent(file));
    for (const end of [length - 1, length >> 1, 1, 0]) {
      truncateSync(inCurrent(file), end);
      expect(await load(), `${end} bytes`).toBe('old');
    }
  });

  it.each(files)('is passed over with %s missing, appended to, or that of another generation', async (file) => {
    const whole = readFileSync(inCurrent(file));
    rmSync(inCurrent(file));
    expect(await load()).toBe('old');
    writeFileSync(inCurrent(file), Buffer.concat([whole, Buffer.from('\n')]));
    expect(await load()).toBe('old');
    cpSync(path.join(folder, 'gen-000001', file), inCurrent(file));
    expect(await load()).toBe('old');
    writeFileSync(inCurrent(file), whole);
    expect(await load()).toBe('new');
  });

  it('is passed over with a file too many, or a link in the place of one', async () => {
    writeFileSync(inCurrent('extra.bin'), 'x');
    expect(await load()).toBe('old');
    rmSync(inCurrent('extra.bin'));
    renameSync(inCurrent('vectors.bin'), path.join(folder, 'elsewhere'));
    symlinkSync(path.join(folder, 'elsewhere'), inCurrent('vectors.bin'));
    expect(await load()).toBe('old');
  });

  it('is passed over when it is another one under its name', async () => {
    rmSync(path.join(folder, 'gen-000002'), { recursive: true });
    cpSync(path.join(folder, 'gen-000001'), path.join(folder, 'gen-000002'), { recursive: true });
    expect(await load()).toBe('old');
  });

  it('is named in the log with the reason, as is what is served instead', async () => {
    writeFileSync(inCurrent('vectors.bin'), 'vectors of old');
    await load();
    const reason = "vectors.bin is damaged: its SHA-256 is not the manifest's";
    expect(logger.lines).toEqual([
      { level: 'error', message: 'a stored snapshot is refused', fields: { generation: 'gen-000002', reason } },
      {
        level: 'warn',
        message: 'serving another snapshot than the current one',
        fields: { generation: 'gen-000001', named: 'gen-000002' },
      },
    ]);
  });

  it('leaves nothing to serve when the others are damaged too', async () => {
    for (const generation of ['gen-000001', 'gen-000002']) rmSync(path.join(folder, generation, 'passages.jsonl'));
    expect(await load()).toBeNull();
  });

  it('is refused when a file changes between loading and reading', async () => {
    const snapshot = await createDirectorySnapshotStore({ folder, logger }).loadCurrent();
    writeFileSync(inCurrent('vectors.bin'), 'vectors of old');
    await expect(snapshot?.read('vectors.bin')).rejects.toThrow(
      'gen-000002: vectors.bin has changed since it was loaded',
    );
  });
});

describe('an edited manifest', () => {
  it.each([
    ['of a newer format', '"formatVersion": 2', '"formatVersion": 3', 'a newer version of this program (format 3'],
    ['of an older format', '"formatVersion": 2', '"formatVersion": 1', 'an older version of this program (format 1'],
    ['with an unknown field', '"metric"', '"colour": "red", "metric"', 'colour'],
    ['with a wrong type', '"dimensions": 2', '"dimensions": "2"', 'dimensions'],
    ['with a number no index has', '"dimensions": 2', '"dimensions": 1e999', 'dimensions'],
    ['with a missing field', '"metric": "cosine",', '', 'metric'],
    ['with another metric', '"cosine"', '"l2"', 'metric'],
    ['with a key that changes prototypes', '"metric"', '"__proto__": {"a": 1}, "metric"', '__proto__'],
    ['with such a key further down', '"a": "hash"', '"__proto__": "hash"', '__proto__'],
    ['with a path as a file name', '"vectors.bin"', '"../gen-000001/vectors.bin"', 'Invalid key'],
    ['with itself as a file', '"vectors.bin"', '"manifest.json"', 'Invalid key'],
    ['with a wrong size', '"bytes": 14', '"bytes": 15', 'vectors.bin has 14 bytes instead of 15'],
    ['that is a list', '', '[]', 'manifest'],
    ['that is no JSON', '', '{', "can't be read"],
  ])('%s is refused', async (_case, found, replacement, reason) => {
    editManifest((json) => (found === '' ? replacement : json.replace(found, replacement)));
    expect(await load()).toBe('old');
    expect(logger.lines[0]?.fields.reason).toContain(reason);
    expect(Object.prototype).not.toHaveProperty('a');
  });
});

describe('a damaged pointer', () => {
  it('never leads to a mixture or to nothing, whichever bit is flipped', async () => {
    const pointer = path.join(folder, 'CURRENT');
    const whole = readFileSync(pointer);
    for (let bit = 0; bit < 8 * whole.length; bit++) {
      const damaged = Buffer.from(whole);
      damaged.writeUInt8(whole.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      writeFileSync(pointer, damaged);
      expect(['old', 'new'], `bit ${bit}`).toContain(await load());
    }
  });

  it.each(['', 'gen-999999\n', '../gen-000001\n', 'gen-000002/../..\n'])(
    'with %j leads to the newest whole one',
    async (content) => {
      writeFileSync(path.join(folder, 'CURRENT'), content);
      expect(await load()).toBe('new');
    },
  );

  it('that is missing leads to the newest whole one', async () => {
    rmSync(path.join(folder, 'CURRENT'));
    expect(await load()).toBe('new');
    expect(readdirSync(folder)).toEqual(['gen-000001', 'gen-000002']);
  });
});
