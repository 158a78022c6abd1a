import { describe, expect, it } from 'vitest';
import { proximity } from '../../src/retrieval/proximity.js';
import type { QuestionWord } from '../../src/retrieval/question-words.js';
import { tokenize } from '../../src/retrieval/tokenize.js';

function word(term: string, fields: Partial<QuestionWord> = {}): QuestionWord {
  return {
    surface: term,
    joined: false,
    content: true,
    terms: new Map([[term, 1]]),
    weight: 1,
    known: true,
    ...fields,
  };
}

const pair = [word('ferri'), word('storm')];
const near = (words: readonly QuestionWord[], text: string) => proximity(words, tokenize(text));
const gap = (length: number) => Array.from({ length }, () => 'x').join(' ');

describe('proximity', () => {
  it('falls with the distance, and to nothing where two words are far apart', () => {
    const values = [0, 1, 4, 9].map((length) => near(pair, `ferry ${gap(length)} storm`));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(new Set(values).size).toBe(values.length);
    expect(near(pair, `ferry ${gap(40)} storm`)).toBe(0);
  });

  it('asks for no order', () => {
    expect(near(pair, 'ferry and storm')).toBe(near(pair, 'storm and ferry'));
  });

  it('counts the nearest places of words that stand several times', () => {
    expect(near(pair, `ferry ${gap(30)} storm ferry ${gap(30)} storm`)).toBe(near(pair, 'storm ferry'));
  });

  it('counts a pair for the less telling of its words, as a share of all', () => {
    const telling = [word('ferri', { weight: 3 }), word('storm', { weight: 1 })];
    expect(near(telling, 'ferry storm')).toBeLessThan(near(pair, 'ferry storm'));
    const lacking = [...pair, word('zebra')];
    expect(near(lacking, 'ferry storm')).toBeLessThan(near(pair, 'ferry storm'));
  });

  it('meets a word in any of its terms', () => {
    const related = [
      word('boat', {
        terms: new Map([
          ['boat', 1],
          ['ferri', 0.5],
        ]),
      }),
      word('storm'),
    ];
    expect(near(related, 'ferry storm')).toBe(near(pair, 'ferry storm'));
  });

  it('leaves function words out', () => {
    expect(near([...pair, word('in', { content: false })], 'ferry in storm')).toBe(near(pair, 'ferry in storm'));
  });

  it.each([
    ['one word', [word('ferri')], 'ferry storm'],
    ['no words', [], 'ferry storm'],
    ['a text without them', pair, 'The choir sang.'],
    ['a text of nothing', pair, ''],
  ])('is 0 for %s', (_case, words, text) => {
    expect(near(words, text)).toBe(0);
  });
});
