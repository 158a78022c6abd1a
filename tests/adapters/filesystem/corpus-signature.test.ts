import { chmodSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { corpusSignature } from '../../../src/adapters/filesystem/corpus-signature.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const moment = new Date('2026-01-20T08:30:00Z');

function write(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, moment, moment);
}

describe('what stands for the state of a corpus folder', () => {
  it.each([
    ['a file has other words, as many, and its former time', (file: string) => write(file, 'The ferry swam.')],
    ['a file that could not be read is let be read', (file: string) => chmodSync(file, 0o640)],
  ])('is another one after %s', async (_case, change) => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'ferry.md');
    write(file, 'The ferry sank.');
    const before = await corpusSignature(folder);
    expect(await corpusSignature(folder)).toBe(before);
    // Again, as a file system's clock goes in steps of some milliseconds.
    const after = () => {
      change(file);
      return corpusSignature(folder);
    };
    await expect.poll(after).not.toBe(before);
  });

  it('is none where there is no folder', async () => {
    expect(await corpusSignature(path.join(temporaryFolder(), 'nowhere'))).toBeUndefined();
  });
});
