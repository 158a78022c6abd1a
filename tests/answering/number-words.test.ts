import { describe, expect, it } from 'vitest';
import { numberInDigits } from '../../src/answering/number-words.js';

describe('numberInDigits', () => {
  it.each([
    ['two', '2'],
    ['Eleven', '11'],
    ['nineteen', '19'],
    ['NINETY', '90'],
  ])('reads %s', (word, digits) => {
    expect(numberInDigits(word)).toBe(digits);
  });

  it.each(['one', 'often', 'elevenses', ''])('takes %j for no number', (word) => {
    expect(numberInDigits(word)).toBeUndefined();
  });
});
