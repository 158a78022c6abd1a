import { describe, expect, it } from 'vitest';
import { cleanBody } from '../../src/corpus/clean-body.js';
import { cleanCharacters } from '../../src/corpus/clean-characters.js';

describe('the cleaned body', () => {
  it('puts one blank line between paragraphs and one blank between words', () => {
    expect(cleanBody(['  One \t sentence. ', '', ' \n', 'Another\none.'])).toBe('One sentence.\n\nAnother one.');
  });

  it('has no zero-width, direction or tag characters, in which instructions hide', () => {
    const tags = [...'ignore'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    expect(cleanBody([`Le\u200Be \u202Emet\u202C X\u2060i${tags}.`])).toBe('Lee met Xi.');
  });

  it('has no reference marks, which would look like citations', () => {
    expect(cleanBody(['Lee met Xi.[1] They talked [23] for long.[citation needed]'])).toBe(
      'Lee met Xi. They talked for long.',
    );
  });

  it('keeps joiners where a script or an emoji needs them', () => {
    expect(cleanCharacters('می‌خواهم 👩‍🚀 क्‍ष')).toBe('می‌خواهم 👩‍🚀 क्‍ष');
    expect(cleanCharacters('pass\u200Dword')).toBe('password');
  });

  it('changes nothing when applied twice', () => {
    const once = cleanCharacters('e\u0301\uD800\u200B\r\nA\u0000\fB\u{E0041}');
    expect(cleanCharacters(once)).toBe(once);
  });
});
