import { describe, expect, it } from 'vitest';
import { Bm25Builder } from '../../src/retrieval/bm25-builder.js';
import { Vocabulary } from '../../src/retrieval/vocabulary.js';
import { tablesOfTerms } from '../support/counted-documents.js';

const parameters = {
  k1: 1.2,
  fields: [
    { weight: 1, b: 0.75 },
    { weight: 0.5, b: 0 },
  ],
};

/** Tables of documents of two fields each. */
function build(...documents: (readonly [readonly string[], readonly string[]])[]) {
  return tablesOfTerms(parameters, documents);
}

describe('Bm25Builder', () => {
  it('makes one posting of a term that stands in two fields or often', () => {
    const tables = build([['ferry', 'ferry'], ['ferry']], [['storm'], ['ferry']]);
    expect(tables.terms).toEqual(['ferry', 'storm']);
    expect([...tables.offsets]).toEqual([0, 2, 3]);
    expect([...tables.documents]).toEqual([0, 1, 1]);
    expect(tables.impacts).toHaveLength(3);
  });

  it('lists the documents of a term in order', () => {
    const tables = build(...Array.from({ length: 50 }, (_, i) => [['x', `only${i}`], i % 2 ? ['x'] : []] as const));
    expect([...tables.documents.slice(0, 50)]).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(tables.offsets.at(-1)).toBe(tables.documents.length);
  });

  it('makes the same tables twice, and again after more was added', () => {
    const vocabulary = new Vocabulary();
    const builder = new Bm25Builder(parameters, vocabulary);
    builder.add([vocabulary.count(['ferry'], 1), vocabulary.count([], 0)]);
    const first = builder.build();
    expect(builder.build()).toEqual(first);
    builder.add([vocabulary.count(['storm'], 1), vocabulary.count([], 0)]);
    expect(builder.build()).toEqual(build([['ferry'], []], [['storm'], []]));
  });

  it('counts documents without a word', () => {
    const tables = build([[], []], [['ferry'], []]);
    expect([tables.documentCount, [...tables.documents]]).toEqual([2, [1]]);
  });

  it('is empty where nothing was added', () => {
    const tables = build();
    expect([tables.documentCount, tables.terms.length, [...tables.offsets]]).toEqual([0, 0, [0]]);
  });

  it('keeps terms named like members of an object apart', () => {
    const tables = build([['constructor', '__proto__', 'constructor'], []]);
    expect(tables.terms).toEqual(['constructor', '__proto__']);
  });

  it('takes a word a hundred thousand times for one said very often', () => {
    const often = Array.from({ length: 100_000 }, () => 'ferry');
    const [first, second] = build([['ferry'], []], [often, []]).impacts;
    expect(second).toBeGreaterThan(first ?? 0);
    expect(Number.isFinite(second)).toBe(true);
  });
});
