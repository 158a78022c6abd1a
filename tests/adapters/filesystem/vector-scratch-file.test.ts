import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVectorScratchFile } from '../../../src/adapters/filesystem/vector-scratch-file.js';
import type { KeptVector } from '../../../src/ports/vector-scratch.js';
import { createManualTimers } from '../../fakes/manual-timers.js';
import { createRecordingLogger } from '../../fakes/recording-logger.js';
import { createFaultyFs } from '../../support/faulty-fs.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const keyOf = (n: number) => n.toString(16).padStart(64, '0');
const vectorOf = (n: number) => Float32Array.from([n, n / 3, -n]);
const batchOf = (...numbers: number[]): KeptVector[] => numbers.map((n) => ({ key: keyOf(n), vector: vectorOf(n) }));

function place() {
  const { clock, pass } = createManualTimers();
  const file = path.join(temporaryFolder(), 'data', 'embedding-scratch');
  const logger = createRecordingLogger();
  const open = (rest: Partial<Parameters<typeof createVectorScratchFile>[0]> = {}) =>
    createVectorScratchFile({ file, clock, logger, ...rest });
  /** What a new process finds of the numbers 1 to 9. */
  const found = async () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const vectors = await open().find(numbers.map(keyOf));
    for (const n of numbers) if (vectors.has(keyOf(n))) expect(vectors.get(keyOf(n))).toEqual(vectorOf(n));
    return numbers.filter((n) => vectors.has(keyOf(n)));
  };
  return { file, logger, open, found, pass };
}

describe('the scratch of vectors', () => {
  it('gives a later process what was kept, batch by batch, and nothing once it is cleared', async () => {
    const { file, open, found } = place();
    expect(await found()).toEqual([]);
    const first = open();
    await first.keep(batchOf(1, 2));
    await first.keep(batchOf(3));
    expect((await first.find([keyOf(3)])).get(keyOf(3))).toEqual(vectorOf(3));
    await open().keep(batchOf(4));
    expect(await found()).toEqual([1, 2, 3, 4]);
    await open().clear();
    expect([await found(), existsSync(file)]).toEqual([[], false]);
  });

  it('counts a batch that was cut short anywhere for nothing, and writes over it', async () => {
    const { file, open, found } = place();
    await open().keep(batchOf(1, 2));
    const whole = readFileSync(file).length;
    await open().keep(batchOf(3, 4));
    const all = readFileSync(file);
    for (let length = whole; length < all.length; length += 7) {
      writeFileSync(file, all);
      truncateSync(file, length);
      expect(await found()).toEqual([1, 2]);
      await open().keep(batchOf(5));
      expect(await found()).toEqual([1, 2, 5]);
    }
  });

  it('gives nothing of a batch with a bit turned over, nor of those behind it', async () => {
    const { file, open, found } = place();
    await open().keep(batchOf(1));
    const whole = readFileSync(file).length;
    await open().keep(batchOf(2));
    await open().keep(batchOf(3));
    const all = readFileSync(file);
    for (let at = whole; at < 2 * whole; at++) {
      const damaged = Buffer.from(all);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      writeFileSync(file, damaged);
      expect(await found(), `byte ${at}`).toEqual([1]);
    }
  });

  it('takes a file of anything for an empty one', async () => {
    const { file, open, found } = place();
    await open().keep(batchOf(1));
    writeFileSync(file, 'not a scratch at all, but long enough to have a header');
    expect(await found()).toEqual([]);
    appendFileSync(file, 'DLV1');
    await open().keep(batchOf(2));
    expect(await found()).toEqual([2]);
  });

  it('gives nothing that is older than a day', async () => {
    const { open, found, pass } = place();
    await open().keep(batchOf(1));
    await pass(23 * 3_600_000);
    await open().keep(batchOf(2));
    expect(await found()).toEqual([1, 2]);
    await pass(2 * 3_600_000);
    expect(await found()).toEqual([2]);
  });

  it('grows to its greatest size and no further', async () => {
    const { file, open, found } = place();
    await open().keep(batchOf(1));
    const { length } = readFileSync(file);
    const small = open({ maxBytes: 2 * length });
    for (const n of [2, 3, 4]) await small.keep(batchOf(n));
    expect(await found()).toEqual([1, 2]);
    expect(readFileSync(file).length).toBe(2 * length);
  });

  it('never fails whoever uses it, whatever the disk does, and is silent after one complaint', async () => {
    for (let at = 1; ; at++) {
      const { open, logger, found } = place();
      await open().keep(batchOf(1));
      const { fs, calls } = createFaultyFs({ at, code: 'ENOSPC', forever: true });
      const failing = open({ fs });
      await failing.find([keyOf(1)]);
      await failing.keep(batchOf(2));
      await failing.clear();
      if (calls() < at) break;
      expect(logger.lines.filter((line) => JSON.stringify(line).includes('not kept'))).toHaveLength(1);
      expect([[], [1], [1, 2], [2]]).toContainEqual(await found());
    }
  });
});
