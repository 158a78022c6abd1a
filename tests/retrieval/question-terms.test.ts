import { beforeAll, describe, expect, it } from 'vitest';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { questionTerms } from '../../src/retrieval/question-terms.js';
import { questionWords } from '../../src/retrieval/question-words.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { article } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

let snapshot: Snapshot;
beforeAll(async () => {
  const texts = ['What was this ferry doing?', 'Jae-myung met Xi. The storm came.', 'Jaemyung spoke of a storm.'];
  snapshot = await snapshotOf(texts.map((text, number) => article(`article-${number}`, text)));
});

const termsOf = (text: string) =>
  questionTerms(
    snapshot,
    questionWords(snapshot, text, { thesaurus: noThesaurus, spellings: snapshot.spellings, names: [] }),
  );

describe('questionTerms', () => {
  it('counts function words for less than words of content, also those whose stem is none', () => {
    const terms = termsOf('What was this ferry doing?');
    const content = terms.get('ferri') ?? 0;
    expect(content).toBeGreaterThan(0);
    for (const stop of ['what', 'wa', 'thi']) {
      expect(terms.get(stop)).toBeGreaterThan(0);
      expect(terms.get(stop)).toBeLessThan(content);
    }
  });

  it('counts a repeated word once', () => {
    expect(termsOf('storm ferry ferries ferry').get('ferri')).toBe(termsOf('storm ferry').get('ferri'));
  });

  it('asks for a name in every spelling', () => {
    expect([...termsOf('Jae-myung').keys()]).toEqual(expect.arrayContaining(['jae', 'myung', 'jaemyung']));
    expect([...termsOf('Jaemyung').keys()]).toEqual(expect.arrayContaining(['jaemyung', '+jaemyung']));
  });

  it('joins no function word to its neighbour', () => {
    const terms = [...termsOf('the ferry to be').keys()];
    expect(terms.filter((term) => term.includes('the') && term !== 'the')).toEqual([]);
  });

  it('gives every term a weight above 0 and of 1 at most', () => {
    for (const weight of termsOf('What did Jae-myung say of the storm at Đà Nẵng, 双方?').values()) {
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(1);
    }
  });

  it('has no terms for a question without words', () => {
    expect(termsOf('?!').size).toBe(0);
  });
});
