import { describe, expect, it } from 'vitest';
import { endingSlips } from '../../src/retrieval/ending-slips.js';

const known = new Set(['entertain', 'deleg', 'compani', 'ferri', 'zebra']);
const mended = (word: string) => endingSlips(word, (term) => known.has(term));

describe('endingSlips', () => {
  it.each([
    ['entertainmnet', 'entertain', 'two letters swapped'],
    ['entertainmet', 'entertain', 'one left out'],
    ['delegattion', 'deleg', 'one too many'],
    ['companiez', 'compani', 'one exchanged'],
  ])('%s means %s: %s', (word, term) => {
    expect(mended(word)).toEqual([term]);
  });

  it.each([
    ['ferrys', 'a short word'],
    ['xntertainment', 'another first letter'],
    ['entertanmnet', 'two slips'],
    ['развлечения', 'other letters'],
    ['', 'nothing'],
  ])('%s means nothing known: %s', (word) => {
    expect(mended(word)).toEqual([]);
  });
});
