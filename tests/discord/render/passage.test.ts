import { describe, expect, it } from 'vitest';
import { boldPassage } from '../../../src/discord/render/passage.js';

const passageText =
  'The forum opened on Monday. Nine memorandums were signed. About 400 people attended it in Beijing.';
const quote = 'Nine memorandums were signed.';
const start = passageText.indexOf(quote);
const citation = { passageText, quoteSpan: { start, end: start + quote.length } };

describe('a passage with its sentence in bold', () => {
  it('is whole where there is room', () => {
    expect(boldPassage(citation, 300)).toBe(
      'The forum opened on Monday. **Nine memorandums were signed.** About 400 people attended it in Beijing.',
    );
  });

  it('gives up context before the sentence', () => {
    expect(boldPassage(citation, 90)).toBe(
      'The forum opened on Monday. **Nine memorandums were signed.** About 400 people attended i…',
    );
    expect(boldPassage(citation, 40)).toBe('**Nine memorandums were signed.**');
  });

  it('cuts the sentence last', () => {
    expect(boldPassage(citation, 20)).toBe('**Nine memorandum…**');
  });

  it('is the sentence where that is all of the passage', () => {
    const whole = { passageText: quote, quoteSpan: { start: 0, end: quote.length } };
    expect(boldPassage(whole, 100)).toBe('**Nine memorandums were signed.**');
  });
});
