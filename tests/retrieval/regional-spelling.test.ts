import { describe, expect, it } from 'vitest';
import { americanSpelling } from '../../src/retrieval/regional-spelling.js';

describe('americanSpelling', () => {
  it.each([
    ['labour', 'labor'],
    ['neighbours', 'neighbors'],
    ['centre', 'center'],
    ['kilometres', 'kilometers'],
    ['organised', 'organized'],
    ['privatisation', 'privatization'],
    ['analysed', 'analyzed'],
    ['defence', 'defense'],
    ['programmes', 'programs'],
  ])('writes %s as %s', (word, american) => {
    expect(americanSpelling(word)).toBe(american);
  });

  it.each([
    'four',
    'hour',
    'tour',
    'entire',
    'store',
    'promise',
    'precise',
    'raise',
    'rise',
    'crisis',
    'fence',
    'center',
  ])('leaves %s as it is', (word) => {
    expect(americanSpelling(word)).toBe(word);
  });
});
