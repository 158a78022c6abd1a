import { describe, expect, it } from 'vitest';
import { createWordnetThesaurus } from '../../../src/adapters/wordnet/wordnet-thesaurus.js';

const thesaurus = createWordnetThesaurus();

describe('the thesaurus', () => {
  it.each([
    ['choppers', 'helicopter', 'another word for the same'],
    ['mutts', 'dog', 'what it is a kind of'],
    ['dogs', 'puppy', 'a kind of it'],
    ['Japanese', 'japan', 'what it pertains to'],
    ['traveller', 'travel', 'what it is derived from'],
    ['purchased', 'buy', 'a verb in the past'],
    ['buying', 'purchase', 'a verb in -ing'],
    ['begging', 'solicit', 'a verb whose consonant is doubled'],
    ['ladies', 'woman', 'a plural in -ies'],
  ])('relates %s to %s, %s', (word, relative) => {
    const nearness = thesaurus.related(word).get(relative);
    expect(nearness).toBeGreaterThan(0);
    expect(nearness).toBeLessThanOrEqual(1);
  });

  it('holds another word for the same nearer than what it is a kind of', () => {
    const related = thesaurus.related('helicopter');
    expect(related.get('chopper')).toBeGreaterThan(related.get('rotor') ?? 0);
    const dog = thesaurus.related('mutt');
    expect(dog.get('mongrel')).toBeGreaterThan(dog.get('dog') ?? 0);
  });

  it.each(['zzzzz', 'Samjin', '', ' ', '4,500', '여객선', 'constructor_', '\ud83d', '…'])(
    'knows no word near %j',
    (word) => {
      expect(thesaurus.related(word).size).toBe(0);
    },
  );

  it.each(['dog', 'Dog', 'run', 'bank', 'good', 'quickly', 'take', 'Japan'])('never gives %s itself', (word) => {
    const related = thesaurus.related(word);
    expect(related.size).toBeGreaterThan(0);
    expect(related.has(word.toLowerCase())).toBe(false);
  });

  it.each(['dog', 'bank', 'president', 'submarine', 'ferry'])('gives single words in lower case for %s', (word) => {
    const words = [...thesaurus.related(word).keys()];
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((other) => /[_\s]/.test(other) || other !== other.toLowerCase() || other === '')).toEqual([]);
  });

  it('trusts each relative of a word with many the less', () => {
    // Both name the thing itself; "take" has hundreds of relatives.
    const most = (word: string) => Math.max(...thesaurus.related(word).values());
    expect(most('take')).toBeLessThan(most('mutt'));
  });

  it('says the same every time', () => {
    expect(thesaurus.related('ferry')).toEqual(createWordnetThesaurus().related('ferry'));
  });
});
