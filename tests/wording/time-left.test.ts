import { describe, expect, it } from 'vitest';
import { msLeft, timeLeftText } from '../../src/wording/time-left.js';

describe('the time that is left', () => {
  const from = { at: 1_000, done: 10 };

  it('goes by the pace so far', () => {
    expect(msLeft(from, { at: 5_000, done: 30 }, 130)).toBe(20_000);
    expect(msLeft(from, { at: 5_000, done: 130 }, 130)).toBe(0);
  });

  it.each([
    ['it has just begun', { at: 2_999, done: 30 }, 130],
    ['nothing has come of it yet', { at: 9_000, done: 10 }, 130],
    ['the end is not known', { at: 9_000, done: 30 }, undefined],
  ])('is not known while %s', (_, now, total) => expect(msLeft(from, now, total)).toBeUndefined());

  it.each([
    [0, 'about 1 s left'],
    [20_001, 'about 21 s left'],
    [90_000, 'about 90 s left'],
    [90_001, 'about 2 min left'],
    [3_600_000, 'about 60 min left'],
  ])('%i ms: %s', (ms, words) => expect(timeLeftText(ms)).toBe(words));
});
