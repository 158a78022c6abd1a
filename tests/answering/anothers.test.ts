import { describe, expect, it } from 'vitest';
import { createAliasIndex } from '../../src/entities/lookup/alias-index.js';
import { createNameFinder } from '../../src/entities/lookup/name-finder.js';
import { article } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { sentenceWith, weighFor } from '../support/weighed-evidence.js';

async function tellsOfAnother(body: string, question: string, words: string): Promise<boolean> {
  const snapshot = await snapshotOf([article('a', body)]);
  const names = createNameFinder(snapshot.catalogue, createAliasIndex(snapshot.catalogue));
  const { weighed } = await weighFor(snapshot, question, names);
  return sentenceWith(words, weighed).anothers;
}

const prizes = 'Anton Berg came second. Mara Quill won the race. She receives 9,000 euros. He waved.';

describe('a sentence that begins with a pronoun', () => {
  it('tells of another where the nearest name before it is not the one asked about', async () => {
    expect(await tellsOfAnother(prizes, 'How much does Anton Berg receive?', 'She receives')).toBe(true);
  });

  it('tells of whoever is asked about where that is the nearest name', async () => {
    expect(await tellsOfAnother(prizes, 'How much does Mara Quill receive?', 'She receives')).toBe(false);
  });

  it('may tell of anybody where nobody is asked about', async () => {
    expect(await tellsOfAnother(prizes, 'How much is received?', 'She receives')).toBe(false);
  });
});

describe('a sentence that names the holder of an office', () => {
  const mayors =
    "Lund's mayor, Mara Quill, spoke first. The mayor of Malmö, Anton Berg, was late. The mayor of Oslo came. The mayor of the city slept.";

  it.each([
    ["Lund's mayor", true],
    ['The mayor of Oslo', true],
    ['The mayor of Malmö', false],
    ['The mayor of the city', false],
  ])('tells of another where it is one of elsewhere: %s %s', async (words, isAnother) => {
    expect(await tellsOfAnother(mayors, 'Who is the mayor of Malmö?', words)).toBe(isAnother);
  });

  it('may be of anywhere where no place is asked about', async () => {
    expect(await tellsOfAnother(mayors, 'Who is the mayor?', "Lund's mayor")).toBe(false);
  });
});
