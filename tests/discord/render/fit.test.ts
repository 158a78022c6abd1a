import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../src/discord/render/escape.js';
import { beginning, clip, shares } from '../../../src/discord/render/fit.js';
import { hostileText } from '../../support/hostile-text.js';
import { seeded } from '../../support/random.js';

describe('clip', () => {
  it('leaves what fits', () => {
    expect(clip('short', 5)).toBe('short');
  });

  it('cuts between graphemes and says so', () => {
    expect(clip('ab👩‍👩‍👧‍👦cd', 8)).toBe('ab…');
    expect(clip('e\u0301e\u0301e\u0301', 4)).toBe('e\u0301…');
  });

  it('fills the room where most of a text is invisible', () => {
    expect(clip('a\u200B\u200B'.repeat(100), 60, escapeMarkdown)).toBe(`${'a'.repeat(59)}…`);
  });

  it('counts after writing and never halves an escape', () => {
    expect(clip('a*b*c*', 6, escapeMarkdown)).toBe('a\\*b…');
    expect(clip('a*b*c*', 5, escapeMarkdown)).toBe('a\\*b…');
    expect(clip('a*b*c*', 4, escapeMarkdown)).toBe('a\\*…');
    expect(clip('a*b*c*', 3, escapeMarkdown)).toBe('a…');
  });

  it('holds the limit for any text, and shows an ellipsis wherever it cuts (seeds 1 to 500)', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const text = hostileText(seeded(seed), 40);
      expect(clip(text, 60, escapeMarkdown).length, `seed ${seed}`).toBeLessThanOrEqual(60);
    }
  });

  it('cuts a text of a million characters, and one endless letter', () => {
    expect(clip('word '.repeat(200_000), 256, escapeMarkdown)).toHaveLength(255);
    expect(clip(`e${'\u0301'.repeat(1_000_000)}`, 256, escapeMarkdown).length).toBeLessThanOrEqual(256);
  });
});

describe('beginning', () => {
  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'longe'],
    ['ab👩‍👩‍👧‍👦cd', 12, 'ab'],
    ['ab👩‍👩‍👧‍👦cd', 13, 'ab👩‍👩‍👧‍👦'],
    [`e${'\u0301'.repeat(300)}`, 100, ''],
    ['', 0, ''],
  ])('of %j within %i ends between graphemes', (text, max, start) => expect(beginning(text, max)).toBe(start));
});

describe('shares', () => {
  it('gives everybody what they need where there is enough', () => {
    expect(shares([10, 20, 30], 100)).toEqual([10, 20, 30]);
  });

  it('divides what the modest leave among the others', () => {
    expect(shares([90, 10, 90], 100)).toEqual([45, 10, 45]);
  });
});
