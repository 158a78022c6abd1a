import { describe, expect, it } from 'vitest';
import { Bm25Index, type Bm25Parameters } from '../../src/retrieval/bm25-index.js';
import { tablesOfTerms } from '../support/counted-documents.js';
import { seeded } from '../support/random.js';

const parameters: Bm25Parameters = {
  k1: 1.4,
  fields: [
    { weight: 2, b: 0.3 },
    { weight: 1, b: 0.8 },
  ],
};

/** Documents as their fields' texts. */
type Documents = readonly (readonly string[])[];

const wordsOf = (text = '') => text.split(' ').filter((word) => word !== '');

function indexOf(documents: Documents, given: Bm25Parameters = parameters): Bm25Index {
  const split = documents.map((fields) => fields.map((text) => wordsOf(text)));
  return new Bm25Index(tablesOfTerms(given, split));
}

function scoresOf(index: Bm25Index, question: string): Map<number, number> {
  const { documents, scores } = index.search(new Map(wordsOf(question).map((word) => [word, 1])));
  return new Map(documents.map((document) => [document, scores[document] ?? 0]));
}

/** BM25F as it is written in the book, without an index. */
function bookScore(documents: Documents, question: string, document: number): number {
  const { k1, fields } = parameters;
  const length = (one: readonly string[], field: number) => wordsOf(one[field]).length;
  const averages = fields.map(
    (_, field) => documents.reduce((sum, one) => sum + length(one, field), 0) / documents.length,
  );
  const frequency = (one: readonly string[], term: string) =>
    fields.reduce((sum, { weight, b }, field) => {
      const count = wordsOf(one[field]).filter((word) => word === term).length;
      return sum + (count && (weight * count) / (1 - b + (b * length(one, field)) / (averages[field] ?? 1)));
    }, 0);
  return wordsOf(question).reduce((score, term) => {
    const n = documents.filter((one) => frequency(one, term) > 0).length;
    const f = frequency(documents[document] ?? [], term);
    return score + Math.log(1 + (documents.length - n + 0.5) / (n + 0.5)) * ((f * (k1 + 1)) / (k1 + f));
  }, 0);
}

function randomDocuments(seed: number): Documents {
  const random = seeded(seed);
  const text = (longest: number) =>
    Array.from({ length: Math.floor(random() * longest) }, () => `w${Math.floor(random() ** 3 * 30)}`).join(' ');
  return Array.from({ length: 1 + Math.floor(random() * 40) }, () => [text(6), text(60)]);
}

describe('Bm25Index', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))('scores as the book says (seed %i)', (seed) => {
    const documents = randomDocuments(seed);
    const index = indexOf(documents);
    for (const question of ['w0', 'w1 w2 w3', 'w0 w7 w19 nowhere', 'w29']) {
      const scores = scoresOf(index, question);
      documents.forEach((_, document) => {
        const expected = bookScore(documents, question, document);
        expect(scores.get(document) ?? 0).toBeCloseTo(expected, 4);
        expect(scores.has(document)).toBe(expected > 0);
      });
    }
  });

  it('gives the same scores whatever the order of the documents', () => {
    const documents = randomDocuments(77);
    const last = documents.length - 1;
    const forwards = scoresOf(indexOf(documents), 'w0 w1 w2');
    const backwards = scoresOf(indexOf(documents.toReversed()), 'w0 w1 w2');
    expect(forwards.size).toBeGreaterThan(0);
    for (const [document, score] of forwards) expect(backwards.get(last - document)).toBeCloseTo(score, 5);
  });

  it('never lowers a score for one more occurrence at the same length', () => {
    const texts = [1, 2, 3, 5, 8].map((times) => [
      '',
      `${'ferry '.repeat(times)}${Array.from({ length: 10 - times }, (_, i) => `other${i}`).join(' ')}`,
    ]);
    const scores = [...scoresOf(indexOf(texts), 'ferry')].sort(([a], [b]) => a - b).map(([, score]) => score);
    expect(scores).toHaveLength(5);
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(new Set(scores).size).toBe(5);
  });

  it('prefers the shorter text when both mention the term once', () => {
    const scores = scoresOf(
      indexOf([
        ['', 'ferry sails'],
        ['', 'ferry sails to the island every day'],
      ]),
      'ferry',
    );
    expect(scores.get(0)).toBeGreaterThan(scores.get(1) ?? 0);
  });

  it('counts a rare term for more than a common one', () => {
    const index = indexOf([
      ['', 'ferry storm'],
      ['', 'ferry bread'],
      ['', 'ferry school'],
      ['', 'ferry choir'],
    ]);
    expect(scoresOf(index, 'storm').get(0)).toBeGreaterThan(scoresOf(index, 'ferry').get(0) ?? 0);
    expect(index.inverseDocumentFrequency('nowhere')).toBeGreaterThan(index.inverseDocumentFrequency('storm'));
    expect(index.inverseDocumentFrequency('ferry')).toBeGreaterThan(0);
  });

  it('counts a word of a heavier field for more', () => {
    const scores = scoresOf(
      indexOf([
        ['ferry', 'storm'],
        ['storm', 'ferry'],
      ]),
      'ferry',
    );
    expect(scores.get(0)).toBeGreaterThan(scores.get(1) ?? 0);
  });

  it('weighs each term of a question', () => {
    const index = indexOf([
      ['', 'ferry x'],
      ['', 'storm x'],
    ]);
    const { documents, scores } = index.search(
      new Map([
        ['ferry', 0.5],
        ['storm', 2],
        ['x', 0],
      ]),
    );
    expect([...documents].sort()).toEqual([0, 1]);
    expect(scores[1]).toBeCloseTo(4 * (scores[0] ?? 0), 5);
  });

  it('lists no document that only a field of weight 0 matches', () => {
    const silent = {
      k1: 1.2,
      fields: [
        { weight: 0, b: 0 },
        { weight: 1, b: 0.5 },
      ],
    };
    const index = indexOf(
      [
        ['ferry storm', 'bread'],
        ['bread', 'storm'],
      ],
      silent,
    );
    expect([...scoresOf(index, 'ferry storm').keys()]).toEqual([1]);
    expect(index.documentFrequency('ferry')).toBe(0);
  });

  it('forgets one search before the next', () => {
    const index = indexOf([
      ['', 'ferry'],
      ['', 'storm'],
    ]);
    scoresOf(index, 'ferry');
    expect([...scoresOf(index, 'storm').keys()]).toEqual([1]);
    expect(index.search(new Map()).scores).toEqual(new Float32Array(2));
  });

  it('lists a document that several terms match once', () => {
    expect(
      indexOf([['ferry', 'ferry storm']]).search(
        new Map([
          ['ferry', 1],
          ['storm', 1],
        ]),
      ).documents,
    ).toEqual([0]);
  });

  it('finds nothing in no documents and for no known term', () => {
    expect(indexOf([]).search(new Map([['ferry', 1]])).documents).toEqual([]);
    const index = indexOf([
      ['', 'ferry'],
      ['', ''],
    ]);
    expect(index.search(new Map([['constructor', 1]])).documents).toEqual([]);
    expect([index.documentCount, index.documentFrequency('ferry'), index.documentFrequency('x')]).toEqual([2, 1, 0]);
  });

  it('takes more different terms than its first table holds', () => {
    const words = Array.from({ length: 5_000 }, (_, i) => `term${i}`);
    const index = indexOf([
      ['', words.join(' ')],
      ['', words.slice(0, 2_500).join(' ')],
    ]);
    expect([0, 2_499, 2_500, 4_999].map((i) => index.documentFrequency(`term${i}`))).toEqual([2, 2, 1, 1]);
  });
});
