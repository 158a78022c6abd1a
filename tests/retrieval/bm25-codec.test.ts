import { describe, expect, it } from 'vitest';
import { SnapshotMismatchError } from '../../src/domain/errors.js';
import { decodeBm25, encodeBm25 } from '../../src/retrieval/bm25-codec.js';
import type { Bm25Tables } from '../../src/retrieval/bm25-index.js';
import { tablesOfTerms } from '../support/counted-documents.js';
import { seeded } from '../support/random.js';

function tablesOf(...texts: string[]): Bm25Tables {
  const documents = texts.map((text) => [text.split(' ')]);
  return tablesOfTerms({ k1: 1.2, fields: [{ weight: 1, b: 0.75 }] }, documents);
}

const tables = tablesOf('ferry storm ferry', '双方 storm đà', 'nẵng +jaemyung 6.83');

/** The same bytes at an address that numbers of four bytes can't have. */
function unaligned(bytes: Uint8Array): Uint8Array {
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  return shifted.subarray(1);
}

describe('the codec of the word index', () => {
  it.each([
    ['three texts', tables],
    ['no text', tablesOf()],
    ['one word', tablesOf('ferry')],
  ])('brings %s back', (_case, given) => {
    expect(decodeBm25(encodeBm25(given))).toEqual(given);
  });

  it('gives the same bytes for the same tables', () => {
    expect(encodeBm25(tables)).toEqual(encodeBm25(decodeBm25(encodeBm25(tables))));
  });

  it('reads bytes that are not aligned, of an array and of a Buffer', () => {
    const shifted = unaligned(encodeBm25(tables));
    expect(decodeBm25(shifted)).toEqual(tables);
    expect(decodeBm25(Buffer.from(shifted.buffer, 1))).toEqual(tables);
  });

  it('refuses bytes cut short anywhere', () => {
    const bytes = encodeBm25(tables);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeBm25(bytes.slice(0, length))).toThrow(SnapshotMismatchError);
    }
  });

  it.each([1, 4, 400])('refuses %i bytes too many', (extra) => {
    const bytes = encodeBm25(tables);
    const longer = new Uint8Array(bytes.length + extra);
    longer.set(bytes);
    expect(() => decodeBm25(longer)).toThrow('Run: npm run index -- --full');
  });

  it.each(Array.from({ length: 30 }, (_, seed) => seed))('refuses garbage (seed %i)', (seed) => {
    const random = seeded(seed);
    const garbage = Uint8Array.from({ length: Math.floor(random() * 400) }, () => Math.floor(random() * 256));
    expect(() => decodeBm25(garbage)).toThrow(SnapshotMismatchError);
  });

  it.each<[string, Partial<Bm25Tables>]>([
    ['offsets that go back', { offsets: Uint32Array.from(tables.offsets, (offset, i) => (i === 2 ? 9_999 : offset)) }],
    ['documents it does not have', { documents: tables.documents.map((document) => document + 1) }],
    ['an impact that is no number', { impacts: tables.impacts.map((impact, i) => (i === 1 ? Number.NaN : impact)) }],
    ['an impact without end', { impacts: tables.impacts.map(() => Number.POSITIVE_INFINITY) }],
  ])('refuses %s', (_case, wrong) => {
    expect(() => decodeBm25(encodeBm25({ ...tables, ...wrong }))).toThrow('numbers that no index has');
  });

  it('refuses a header that adds up but tells of other numbers of terms or postings', () => {
    // One term fewer and one posting of half its size more: the same number of words.
    const bytes = encodeBm25(tables);
    const header = new Uint32Array(bytes.buffer, 0, 5);
    header[1] = (header[1] ?? 0) - 2;
    header[2] = (header[2] ?? 0) + 1;
    expect(() => decodeBm25(bytes)).toThrow(SnapshotMismatchError);
    const newline = encodeBm25(tablesOf('ferry storm'));
    newline[newline.length - 1] = 10;
    expect(() => decodeBm25(newline)).toThrow(SnapshotMismatchError);
  });
});
