import { describe, expect, it } from 'vitest';
import { createNearSpellings, editDistance } from '../../src/retrieval/near-spellings.js';
import { seeded } from '../support/random.js';

describe('editDistance', () => {
  it.each([
    ['ferry', 'ferry', 0],
    ['ferry', 'fery', 1],
    ['ferry', 'ferrry', 1],
    ['ferry', 'ferzy', 1],
    ['ferry', 'ferryb', 1],
    ['ferry', 'fre ry', 2],
    ['ferry', 'frery', 1],
    ['', 'ab', 2],
    ['ab', '', 2],
  ])('of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
    expect(editDistance(b, a, 9)).toBe(distance);
  });

  it('is not told exactly above the greatest asked for, but never as less', () => {
    const random = seeded(5);
    const word = () => Array.from({ length: Math.floor(random() * 9) }, () => 'abc'[Math.floor(random() * 3)]).join('');
    for (let i = 0; i < 500; i++) {
      const [a, b] = [word(), word()];
      const exact = editDistance(a, b, 99);
      const limited = editDistance(a, b, 2);
      if (exact <= 2) expect(limited).toBe(exact);
      else expect(limited).toBeGreaterThan(2);
    }
  });
});

describe('createNearSpellings', () => {
  const spellings = createNearSpellings(['ferri', 'orchestra', 'bridg', 'bread', 'tread', 'hall', '双方', 'cat']);

  it.each([
    ['orchstra', ['orchestra']],
    ['orhcestra', ['orchestra']],
    ['orchstraa', ['orchestra']],
    ['ferr', ['ferri']],
    ['dread', ['bread', 'tread']],
    ['cut', []],
    ['xylophon', []],
    ['', []],
  ])('for %s finds %j', (word, terms) => {
    expect(spellings.find(word).map(({ term }) => term)).toEqual(terms);
  });

  it('finds the term itself before any other', () => {
    expect(spellings.find('bread')).toEqual([{ term: 'bread', distance: 0 }]);
  });
});
