import { describe, expect, it } from 'vitest';
import { isSlipOf } from '../../../src/entities/lookup/is-slip.js';

describe('isSlipOf', () => {
  it.each([
    ['Mara Qiull', 'Mara Quill'],
    ['Seo Minoh', 'Seo Min-ho'],
    ['Jea-myong Park', 'Jae-myung Park'],
    ['Harbor Trust', 'Harbour Trust'],
    ['Quil', 'Mara Quill'],
    ['Seo Meenho', 'Seo Min-ho'],
    ['Park Hun-shick', 'Park Hoon-sik'],
  ])('%s is one of %s', (typed, name) => {
    expect(isSlipOf(typed, name)).toBe(true);
  });

  it.each([
    ['Park Jong-il', 'Park Jong-un', 'another syllable'],
    ['Park Min-jo', 'Park Min-ho', 'another syllable of two letters'],
    ['Park Jung-hwan', 'Park Jung-kwan', 'another first letter'],
    ['Bara Quill', 'Mara Quill', 'another first letter'],
    ['Mara Quill Holm', 'Mara Quill', 'a part more'],
    ['', 'Mara Quill', 'nothing'],
  ])('%s is none of %s: %s', (typed, name) => {
    expect(isSlipOf(typed, name)).toBe(false);
  });
});
