import { describe, expect, it } from 'vitest';
import { boldPassage } from '../../../src/discord/render/passage.js';

const passageText =
  'The forum opened on Monday. Nine memorandums were signed. About 400 people attended it in Beijing.';
const quote = 'Nine memorandums were signed.';
const start = passageText.indexOf(quote);
const citation = { passageText, quoteSpans: [{ start, end: start + quote.length }] };

function spans(text: string, quotes: readonly string[]) {
  return quotes.map((one) => ({ start: text.indexOf(one), end: text.indexOf(one) + one.length }));
}

describe('a passage with its sentences in bold', () => {
  it('is whole where there is room', () => {
    expect(boldPassage(citation, 300)).toBe(
      'The forum opened on Monday. **Nine memorandums were signed.** About 400 people attended it in Beijing.',
    );
  });

  it('gives up context before the sentence, in whole sentences', () => {
    expect(boldPassage(citation, 90)).toBe('The forum opened on Monday. **Nine memorandums were signed.** …');
    expect(boldPassage(citation, 40)).toBe('… **Nine memorandums were signed.** …');
    expect(boldPassage(citation, 34)).toBe('**Nine memorandums were signed.**');
  });

  it('cuts the sentence last', () => {
    expect(boldPassage(citation, 20)).toBe('**Nine memorandum…**');
  });

  it('sets every answering sentence in bold, and cuts them alike', () => {
    const last = 'About 400 people attended it in Beijing.';
    const text = `${quote} So. ${last}`;
    const both = { passageText: text, quoteSpans: spans(text, [quote, last]) };
    expect(boldPassage(both, 300)).toBe(`**${quote}** So. **${last}**`);
    expect(boldPassage(both, 64)).toBe('**Nine memorandums were sig…** … **About 400 people attended…**');
  });

  it('shows as many sentences as can be told apart', () => {
    const text = Array.from({ length: 8 }, (_, index) => `Sentence number ${index} is quoted. And?`).join(' ');
    const quotes = Array.from({ length: 8 }, (_, index) => `Sentence number ${index} is quoted.`);
    const shown = boldPassage({ passageText: text, quoteSpans: spans(text, quotes) }, 60);
    expect(shown.length).toBeLessThanOrEqual(60);
    expect(shown).toMatch(/^\*\*Sentence number 0.*\*\* … \*\*Sentence number 1.*\*\* …$/);
  });

  it('is the sentence where that is all of the passage', () => {
    const whole = { passageText: quote, quoteSpans: [{ start: 0, end: quote.length }] };
    expect(boldPassage(whole, 100)).toBe('**Nine memorandums were signed.**');
  });
});
