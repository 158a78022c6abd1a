import { describe, expect, it } from 'vitest';
import { questionTerms } from '../../src/retrieval/question-terms.js';

describe('questionTerms', () => {
  it('counts function words for less than words of content, also those whose stem is none', () => {
    const terms = questionTerms('What was this ferry doing?');
    const content = terms.get('ferri') ?? 0;
    expect(content).toBeGreaterThan(0);
    for (const stop of ['what', 'wa', 'thi']) {
      expect(terms.get(stop)).toBeGreaterThan(0);
      expect(terms.get(stop)).toBeLessThan(content);
    }
  });

  it('counts a repeated word once', () => {
    expect([...questionTerms('ferry ferry ferries').entries()]).toEqual([...questionTerms('ferry ferry').entries()]);
    expect(questionTerms('ferry storm ferry').get('ferri')).toBe(questionTerms('ferry storm').get('ferri'));
  });

  it('asks for a name in every spelling', () => {
    const terms = [...questionTerms('Jae-myung').keys()];
    expect(terms).toEqual(expect.arrayContaining(['jae', 'myung', 'jaemyung']));
    expect([...questionTerms('Jaemyung').keys()]).toEqual(expect.arrayContaining(['jaemyung', '+jaemyung']));
  });

  it('joins no function word to its neighbour', () => {
    expect([...questionTerms('the ferry to be').keys()].sort()).toEqual(['+ferri', 'be', 'ferri', 'the', 'to']);
  });

  it('has no terms for a question without words', () => {
    expect(questionTerms('?!').size).toBe(0);
  });
});
