import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCorpusFiles } from '../../../src/adapters/filesystem/corpus-files.js';
import type { SnapshotFs } from '../../../src/adapters/filesystem/snapshot-fs.js';
import { UnavailableError, UsageError } from '../../../src/domain/errors.js';
import { createRecordingLogger } from '../../fakes/recording-logger.js';
import { createFaultyFs } from '../../support/faulty-fs.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const moment = Date.parse('2026-01-20T08:30:00Z');
const kept = path.join('removed', '2026-01-20T08-30-00.000Z');
const bytes = (text: string) => Buffer.from(text);

function place() {
  const outside = temporaryFolder();
  const [folder, dataDir] = [path.join(outside, 'corpus'), path.join(outside, 'data')];
  mkdirSync(folder);
  const options = { folder, dataDir, clock: { now: () => moment }, logger: createRecordingLogger() };
  const over = (fs?: SnapshotFs) => createCorpusFiles({ ...options, ...(fs && { fs }) });
  const put = (name: string, text = name) => writeFileSync(path.join(folder, name), text);
  const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  const readKept = (name: string) => readFileSync(path.join(dataDir, name), 'utf8');
  const names = () => readdirSync(folder).toSorted();
  return { outside, folder, dataDir, files: over(), over, put, read, readKept, names };
}

async function digestOf(files: ReturnType<typeof createCorpusFiles>, name: string): Promise<string> {
  const digest = await files.digest(name);
  if (digest === undefined) throw new Error(`${name} has no digest`);
  return digest;
}

describe('the files of a corpus folder', () => {
  it('are listed with size, time and, where they are not read, the reason', async () => {
    const { files, put, folder } = place();
    put('b.md', 'four');
    put('a.pdf');
    put('.hidden.md');
    mkdirSync(path.join(folder, 'deep'));
    put(path.join('deep', 'c.txt'));
    const stamps = (name: string) => {
      const { mtimeMs, ctimeMs } = statSync(path.join(folder, name));
      return { modified: mtimeMs, touched: ctimeMs };
    };
    expect(await files.list()).toEqual([
      { name: 'a.pdf', refused: expect.stringContaining('ending'), bytes: 5, ...stamps('a.pdf') },
      { name: 'b.md', refused: undefined, bytes: 4, ...stamps('b.md') },
      { name: 'deep/c.txt', refused: undefined, bytes: 10, ...stamps('deep/c.txt') },
    ]);
  });

  it('can not be listed where there is no folder', async () => {
    const { dataDir } = place();
    const clock = { now: () => moment };
    const files = createCorpusFiles({
      folder: path.join(dataDir, 'none'),
      dataDir,
      clock,
      logger: createRecordingLogger(),
    });
    await expect(files.list()).rejects.toThrow(UsageError);
  });
});

describe('writing a file into the corpus folder', () => {
  it('writes it whole and leaves nothing else', async () => {
    const { files, read, names } = place();
    expect(await files.write('ferry.md', bytes('# Ferry'))).toEqual({ kind: 'written', formerKeptAs: undefined });
    expect(read('ferry.md')).toBe('# Ferry');
    expect(names()).toEqual(['ferry.md']);
  });

  it('never goes over a file, however many write at once', async () => {
    const { files, over, put, read, names } = place();
    put('taken.md', 'old');
    expect(await files.write('taken.md', bytes('new'))).toEqual({ kind: 'conflict' });
    expect(read('taken.md')).toBe('old');
    const writers = [files, over(), over()];
    const outcomes = await Promise.all(writers.map((one, at) => one.write('new.md', bytes(`${at}`))));
    expect(outcomes.filter(({ kind }) => kind === 'written')).toHaveLength(1);
    expect(read('new.md')).toBe(`${outcomes.findIndex(({ kind }) => kind === 'written')}`);
    expect(names()).toEqual(['new.md', 'taken.md']);
  });

  it('replaces a file that is still the same, and keeps the former', async () => {
    const { files, put, read, readKept, names } = place();
    put('ferry.md', 'old');
    const replacing = { name: 'ferry.md', digest: await digestOf(files, 'ferry.md') };
    const formerKeptAs = path.join(kept, 'ferry.md');
    expect(await files.write('ferry.md', bytes('new'), replacing)).toEqual({ kind: 'written', formerKeptAs });
    expect([read('ferry.md'), readKept(formerKeptAs)]).toEqual(['new', 'old']);
    expect(names()).toEqual(['ferry.md']);
  });

  it('replaces a file by one with another ending', async () => {
    const { files, put, read, readKept, names } = place();
    put('ferry.txt', 'old');
    const replacing = { name: 'ferry.txt', digest: await digestOf(files, 'ferry.txt') };
    const formerKeptAs = path.join(kept, 'ferry.txt');
    expect(await files.write('ferry.md', bytes('new'), replacing)).toEqual({ kind: 'written', formerKeptAs });
    expect([read('ferry.md'), readKept(formerKeptAs), names()]).toEqual(['new', 'old', ['ferry.md']]);
  });

  it('replaces nothing that has changed or gone since', async () => {
    const { files, put, read, dataDir } = place();
    put('ferry.md', 'old');
    const digest = await digestOf(files, 'ferry.md');
    put('ferry.md', 'changed');
    expect(await files.write('ferry.md', bytes('new'), { name: 'ferry.md', digest })).toEqual({ kind: 'conflict' });
    expect(await files.write('gone.md', bytes('new'), { name: 'gone.md', digest })).toEqual({ kind: 'conflict' });
    expect(read('ferry.md')).toBe('changed');
    expect(() => readdirSync(dataDir)).toThrow('ENOENT');
  });

  it.each(['../evil.md', '/evil.md', 'a/../../evil.md', '.hidden.md', '..\\evil.md', 'link/evil.md', 'a\0.md', ''])(
    'writes nothing under the name %j',
    async (name) => {
      const { files, outside, folder, names } = place();
      symlinkSync(outside, path.join(folder, 'link'));
      const before = readdirSync(outside);
      const outcome = await files.write(name, bytes('evil')).catch((error: unknown) => error);
      expect(outcome instanceof UnavailableError ? { kind: 'conflict' } : outcome).toEqual({ kind: 'conflict' });
      expect([readdirSync(outside), names()]).toEqual([before, ['link']]);
    },
  );

  it('removes what a crash left aside', async () => {
    const { files, put, names } = place();
    put(`.dateline-${process.pid}.new`, 'half');
    await files.write('ferry.md', bytes('# Ferry'));
    expect(names()).toEqual(['ferry.md']);
  });

  it.each(['ENOSPC', 'EIO'])('leaves old or new, whole, at whichever call the disk fails (%s)', async (code) => {
    let failed = 0;
    for (let at = 1; ; at++) {
      const { files, over, put, read, names } = place();
      put('ferry.md', 'old');
      const replacing = { name: 'ferry.md', digest: await digestOf(files, 'ferry.md') };
      const { fs, calls } = createFaultyFs({ at, code, forever: false });
      const outcome = await over(fs)
        .write('ferry.md', bytes('new'), replacing)
        .catch((error: unknown) => error);
      if (calls() < at) break;
      if (outcome instanceof Error) {
        failed += 1;
        expect(outcome, `call ${at}`).toBeInstanceOf(UnavailableError);
      }
      expect(names(), `call ${at}`).toEqual(['ferry.md']);
      expect(['old', 'new'], `call ${at}`).toContain(read('ferry.md'));
    }
    expect(failed).toBeGreaterThan(10);
  });

  it('leaves nothing of a new file at whichever call the disk fails, or all of it', async () => {
    for (let at = 1; ; at++) {
      const { over, read, names } = place();
      const { fs, calls } = createFaultyFs({ at, code: 'ENOSPC', forever: false });
      const outcome = await over(fs)
        .write('ferry.md', bytes('new'))
        .catch((error: unknown) => error);
      if (calls() < at) break;
      expect(outcome, `call ${at}`).toBeInstanceOf(UnavailableError);
      if (names().length > 0) expect([names(), read('ferry.md')], `call ${at}`).toEqual([['ferry.md'], 'new']);
    }
  });
});

describe('taking a file out of the corpus folder', () => {
  it('keeps it below the data folder under its path, each in a folder of its own', async () => {
    const { files, folder, put, readKept, names } = place();
    mkdirSync(path.join(folder, '2026'));
    put(path.join('2026', 'ferry.md'), 'ferry');
    put('school.md', 'x'.repeat(200_000));
    expect(await files.setAside('2026/ferry.md')).toEqual({ kind: 'moved', keptAs: path.join(kept, '2026/ferry.md') });
    expect(await files.setAside('school.md')).toEqual({ kind: 'moved', keptAs: path.join(`${kept}-2`, 'school.md') });
    expect(readKept(path.join(kept, '2026/ferry.md'))).toBe('ferry');
    expect(readKept(path.join(`${kept}-2`, 'school.md'))).toBe('x'.repeat(200_000));
    expect(names()).toEqual(['2026']);
  });

  it.each([
    '../secret.md',
    '/etc/passwd',
    'link.md',
    'outer/secret.md',
    'folder',
    'nothing.md',
    '.hidden.md',
    'a\0.md',
  ])('touches nothing but plain files of it: %j', async (name) => {
    const { files, outside, folder, put, dataDir } = place();
    writeFileSync(path.join(outside, 'secret.md'), 'secret');
    symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'link.md'));
    symlinkSync(outside, path.join(folder, 'outer'));
    mkdirSync(path.join(folder, 'folder'));
    put('.hidden.md');
    const reason = 'It is a link or no plain file; remove it by hand.';
    expect(await files.setAside(name)).toEqual({ kind: 'refused', reason });
    expect(readFileSync(path.join(outside, 'secret.md'), 'utf8')).toBe('secret');
    expect(() => readdirSync(dataDir)).toThrow('ENOENT');
  });

  it('leaves a file that has another content than the one shown, or is gone', async () => {
    const { files, put, read } = place();
    put('ferry.md', 'ferry');
    const shown = await files.digest('ferry.md');
    put('ferry.md', 'exchanged');
    const reason = 'The file has changed since, or is gone. Look at it again.';
    expect(await files.setAside('ferry.md', shown)).toEqual({ kind: 'refused', reason });
    expect(read('ferry.md')).toBe('exchanged');
    expect(await files.setAside('other.md', shown)).toEqual({ kind: 'refused', reason });
  });

  it('loses nothing at whichever call the disk fails', async () => {
    for (let at = 1; ; at++) {
      const { over, put, read, names, readKept } = place();
      put('ferry.md', 'ferry');
      const { fs, calls } = createFaultyFs({ at, code: 'EIO', forever: true });
      const outcome = await over(fs)
        .setAside('ferry.md')
        .catch((error: unknown) => error);
      if (calls() < at) break;
      expect(outcome, `call ${at}`).toBeInstanceOf(UnavailableError);
      const text = names().includes('ferry.md') ? read('ferry.md') : readKept(path.join(kept, 'ferry.md'));
      expect(text, `call ${at}`).toBe('ferry');
    }
  });
});
