import { describe, expect, it } from 'vitest';
import { createWordnetNames } from '../../../src/adapters/wordnet/wordnet-names.js';

const names = createWordnetNames();

describe('WordNet about names', () => {
  it.each([
    ['Danube', 'place'],
    ['Korean', 'people'],
    ['NATO', 'group'],
    ['Beethoven', 'person'],
    ['Xqzt', undefined],
  ])('takes %s for: %s', (name, sense) => {
    expect(names.sense(name)).toBe(sense);
  });

  it('knows ordinary words in their forms, and no names among them', () => {
    expect(['sun', 'chairs', 'traded'].map(names.isWord)).toEqual([true, true, true]);
    expect(['danube', 'xqzt'].map(names.isWord)).toEqual([false, false]);
  });

  it('knows nouns that mean a person before anything else', () => {
    expect(['goalkeeper', 'chairmen', 'analysts', 'bank'].map(names.isPersonNoun)).toEqual([true, false, true, false]);
  });
});
