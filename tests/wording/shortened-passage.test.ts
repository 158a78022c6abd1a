import { describe, expect, it } from 'vitest';
import { shortenedPassage } from '../../src/wording/shortened-passage.js';

const passageText =
  'One opens it. Two follows on. Three is the point. Four comes after.\n\nFive starts anew. Six is a second point. Seven ends it.';

function shortened(text: string, quotes: readonly string[], max: number): string {
  const quoteSpans = quotes.map((quote) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }));
  const write = (piece: string) => piece.replace(/\s+/g, ' ');
  return shortenedPassage({ passageText: text, quoteSpans }, { max, write, emphasise: (one) => `»${one}«` });
}

describe('a passage around its answering sentences', () => {
  it('is whole, on one line, where it is short', () => {
    expect(shortened(passageText, ['Three is the point.', 'Six is a second point.'], 400)).toBe(
      'One opens it. Two follows on. »Three is the point.« Four comes after. Five starts anew. »Six is a second point.« Seven ends it.',
    );
  });

  it('keeps the nearest sentences whole and marks each gap', () => {
    expect(shortened(passageText, ['Three is the point.'], 60)).toBe(
      '… Two follows on. »Three is the point.« Four comes after. …',
    );
    expect(shortened(passageText, ['Three is the point.', 'Seven ends it.'], 70)).toBe(
      '… Two follows on. »Three is the point.« … »Seven ends it.«',
    );
  });

  it('keeps every answering sentence, whatever the room', () => {
    expect(shortened(passageText, ['Three is the point.', 'Six is a second point.'], 10)).toBe(
      '… »Three is the point.« … »Six is a second point.« …',
    );
  });

  it('does not take an abbreviation for the end of a sentence', () => {
    const text = 'A partner is named. It is Samjin Aimore Co., Ltd. (Busan). Rep. Eom has seen it. Nine were signed.';
    expect(shortened(text, ['Nine were signed.'], 50)).toBe('… Rep. Eom has seen it. »Nine were signed.«');
    expect(shortened(text, ['A partner is named.'], 70)).toBe(
      '»A partner is named.« It is Samjin Aimore Co., Ltd. (Busan). …',
    );
  });

  it('cuts between Chinese sentences, which no space parts', () => {
    expect(shortened('第一句在這裡。第二句是答案。第三句在後面。第四句結束。', ['第二句是答案。'], 18)).toBe(
      '第一句在這裡。»第二句是答案。« …',
    );
  });
});
