import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuditFile } from '../../../src/adapters/filesystem/audit-file.js';
import { nodeFs } from '../../../src/adapters/filesystem/snapshot-fs.js';
import { UnavailableError } from '../../../src/domain/errors.js';
import { createFaultyFs } from '../../support/faulty-fs.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const moment = Date.parse('2026-01-20T08:30:00Z');
const did = (what: string) => ({ who: { id: '42', name: 'Ada' }, action: 'remove-article', what, outcome: 'removed' });

function place(maxBytes?: number) {
  const folder = path.join(temporaryFolder(), 'data');
  const file = path.join(folder, 'audit.jsonl');
  let now = moment;
  const clock = { now: () => now++ };
  const log = createAuditFile({ file, clock, ...(maxBytes !== undefined && { maxBytes }) });
  const told = async (limit = 100) => (await log.newest(limit)).map(({ what }) => what);
  return { folder, file, log, told };
}

describe('an audit file', () => {
  it('holds one JSON line an entry, with its moment, and makes its folder', async () => {
    const { file, log } = place();
    await log.record(did('ferry'));
    expect(readFileSync(file, 'utf8')).toBe(
      '{"when":"2026-01-20T08:30:00.000Z","who":{"id":"42","name":"Ada"},"action":"remove-article","what":"ferry","outcome":"removed"}\n',
    );
  });

  it('is read newest first, as many as are wanted', async () => {
    const { log, told } = place();
    for (const what of ['a', 'b', 'c']) await log.record(did(what));
    expect(await told()).toEqual(['c', 'b', 'a']);
    expect(await told(2)).toEqual(['c', 'b']);
    expect((await log.newest(1))[0]).toEqual({ ...did('c'), when: '2026-01-20T08:30:00.002Z' });
  });

  it('is empty before its first entry', async () => {
    expect(await place().told()).toEqual([]);
  });

  it('keeps the order of entries that come at once', async () => {
    const { log, told } = place();
    const names = Array.from({ length: 30 }, (_, index) => `entry ${index}`);
    await Promise.all(names.map((what) => log.record(did(what))));
    expect(await told()).toEqual(names.toReversed());
  });

  it('shows control, line and direction characters as what they are, and cuts what is long', async () => {
    const { file, log } = place();
    await log.record({ ...did('a\nb\u202Ec\u0000\u2028\u{E0041}\uD800'), outcome: '🐼'.repeat(600) });
    const [entry] = await log.newest(1);
    expect(entry?.what).toBe('a\\u{a}b\\u{202e}c\\u{0}\\u{2028}\\u{e0041}\\u{d800}');
    expect(entry?.outcome).toBe(`${'🐼'.repeat(500)}…`);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
  });

  it('loses no entry where another process cuts it at the same moment', async () => {
    const { file, log, told } = place(200);
    for (const what of ['first', 'second']) await log.record(did(what));
    let isMet = false;
    const rename: typeof nodeFs.rename = async (from, to) => {
      if (!isMet) {
        isMet = true;
        await log.record(did('quick'));
      }
      return nodeFs.rename(from, to);
    };
    const clock = { now: () => moment };
    await createAuditFile({ file, clock, maxBytes: 200, fs: { ...nodeFs, rename } }).record(did('late'));
    expect((await told()).toSorted()).toEqual(['first', 'late', 'quick', 'second']);
  });

  it('passes over a torn line and begins the next entry on a line of its own', async () => {
    const { file, log, told } = place();
    await log.record(did('a'));
    appendFileSync(file, '{"when":"2026-01-20T08:30:00.0');
    expect(await told()).toEqual(['a']);
    await log.record(did('b'));
    expect(await told()).toEqual(['b', 'a']);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
  });

  it.each(['null', '[]', '{}', '{"when":1}', '\u0000\u0000', '{"__proto__":{"when":"x"}}'])(
    'passes over the line %j',
    async (line) => {
      const { folder, file, log, told } = place();
      mkdirSync(folder);
      writeFileSync(file, `${line}\n`);
      await log.record(did('a'));
      expect(await told()).toEqual(['a']);
    },
  );

  it('is cut into files by size, read across them, and keeps the newest twenty-one', async () => {
    const { folder, log, told } = place(200);
    for (let index = 0; index < 50; index++) await log.record(did(`entry ${index}`));
    const names = readdirSync(folder);
    expect(names).toHaveLength(21);
    expect(names).toContain('audit.jsonl');
    const entries = await told(1_000);
    expect(entries).toEqual(Array.from({ length: 42 }, (_, index) => `entry ${49 - index}`));
  });

  it('says so where the disk fails, at whichever call, and loses no earlier entry', async () => {
    for (let at = 1; ; at++) {
      const { file, log, told } = place();
      await log.record(did('before'));
      const { fs, calls } = createFaultyFs({ at, code: 'ENOSPC', forever: false });
      const failing = createAuditFile({ file, clock: { now: () => moment }, fs });
      const error = await failing.record(did('during')).catch((reason: unknown) => reason);
      if (calls() < at) break;
      if (error !== undefined) expect(error, `call ${at}`).toBeInstanceOf(UnavailableError);
      await log.record(did('after'));
      const entries = await told();
      expect([entries[0], entries.at(-1)], `call ${at}`).toEqual(['after', 'before']);
    }
  });

  it('tries again after an entry that could not be written', async () => {
    const { file } = place();
    const { fs } = createFaultyFs({ at: 1, code: 'EIO', forever: false });
    const log = createAuditFile({ file, clock: { now: () => moment }, fs });
    await expect(log.record(did('a'))).rejects.toThrow('audit log: the disk reports an error (EIO)');
    await log.record(did('b'));
    expect((await log.newest(5)).map(({ what }) => what)).toEqual(['b']);
  });
});
