import { beforeAll, describe, expect, it } from 'vitest';
import { noThesaurus, type Thesaurus } from '../../src/ports/thesaurus.js';
import { questionWords } from '../../src/retrieval/question-words.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles);
});

const boats: Thesaurus = {
  related: (word) =>
    new Map(
      word === 'boat'
        ? [
            ['ferry', 0.5],
            ['unheard', 1],
          ]
        : [],
    ),
};
const read = (topic: string, thesaurus = noThesaurus) =>
  questionWords(snapshot, topic, { thesaurus, spellings: snapshot.spellings, names: [] });

describe('questionWords', () => {
  it('looks up the first thirty words that the coverage lacks, and no more', () => {
    const looked: string[] = [];
    const related = (word: string) => {
      looked.push(word);
      return new Map();
    };
    const letters = 'abcdefghij';
    read(Array.from({ length: 50 }, (_, i) => `zebra${letters[i % 10]}k${letters[Math.floor(i / 10)]}x`).join(', '), {
      related,
    });
    expect(looked).toHaveLength(30);
  });

  it('takes no number for another that looks like it', () => {
    const help: Thesaurus = { related: () => new Map([['ferry', 1]]) };
    for (const word of ['4,501', '2025']) expect(read(word, help)[0]?.terms.has('ferri')).toBe(false);
    expect([...(read('4,501')[0]?.terms.keys() ?? [])]).toEqual(['4501']);
  });

  it('takes a name for no common word that is related to it', () => {
    expect(read('boat')[0]?.terms.has('ferri')).toBe(false);
    expect(read('the boat', boats)[1]?.terms.has('ferri')).toBe(true);
    expect(read('the Boat', boats)[1]?.terms.has('ferri')).toBe(false);
  });

  it('looks an irregular form up by its base', () => {
    const looked: string[] = [];
    const related = (word: string) => {
      looked.push(word);
      return new Map();
    };
    read('Who overcame?', { related });
    expect(looked).toEqual(['overcome']);
  });

  it('knows that World War II is the second', () => {
    expect(read('World War II')[2]?.terms.get('second')).toBeCloseTo(0.9);
  });

  it('reads each word once, in order, as it is written', () => {
    const words = read('Ferry storm and ferries, Storm');
    expect(words.map(({ surface }) => surface)).toEqual(['Ferry', 'storm', 'and']);
  });

  it.each([
    ['What', false],
    ['was', false],
    ['this', false],
    ["didn't", false],
    ['ferry', true],
    ['4,500', true],
    ['Mỹ', true],
    ['Cần', true],
    ['渡轮', true],
  ])('says of %s whether it is a word of content: %s', (word, content) => {
    expect(read(word)[0]).toMatchObject({ surface: word, content });
  });

  it('says whether the corpus has the word, in any spelling', () => {
    const words = read('ferries zebra Jaemyung Ha');
    expect(words.map(({ known }) => known)).toEqual([true, false, true, true]);
  });

  it('weighs a rare word above a common one', () => {
    const [common, rare] = read('ferry council').map(({ weight }) => weight);
    expect(rare).toBeGreaterThan(common ?? 0);
  });

  it('takes a word nobody knows for a slip', () => {
    const [word] = read('orchstra');
    expect(word?.known).toBe(false);
    expect(word?.terms.get('orchestra')).toBeGreaterThan(0);
    expect(word?.terms.get('orchestra')).toBeLessThan(1);
  });

  it('takes a word of the language for a related one that the corpus has', () => {
    const [word] = read('boat', boats);
    expect(word?.terms.get('ferri')).toBeGreaterThan(0);
    expect(word?.terms.has('unheard')).toBe(false);
  });

  it('helps no word that the corpus has', () => {
    const helpful: Thesaurus = { related: () => new Map([['storm', 1]]) };
    expect(read('ferry', helpful)[0]?.terms.has('storm')).toBe(false);
  });

  it('finds no words where there are none', () => {
    expect(read('?!')).toEqual([]);
  });
});
