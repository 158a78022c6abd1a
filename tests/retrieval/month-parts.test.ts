import { describe, expect, it } from 'vitest';
import { findMonthPart } from '../../src/retrieval/month-parts.js';

const coverage = { from: '2026-01-03', to: '2026-01-27' };

describe('findMonthPart', () => {
  it.each([
    ['What was reported in the last week of January?', '2026-01-25', '2026-01-31', 'in the last week of January'],
    ['What was reported in the first week of January?', '2026-01-01', '2026-01-07', 'in the first week of January'],
    ['Later in January a bank looked back', '2026-01-11', '2026-01-31', 'Later in January'],
    ['what happened late in january', '2026-01-21', '2026-01-31', 'late in january'],
    ['What was said in mid-January?', '2026-01-11', '2026-01-20', 'in mid-January'],
    ['What opened at the end of January?', '2026-01-21', '2026-01-31', 'at the end of January'],
    ['What closed in early February?', '2026-02-01', '2026-02-10', 'in early February'],
    ['What closed in late February?', '2026-02-21', '2026-02-28', 'in late February'],
    ['news from January 2026', '2026-01-01', '2026-01-31', 'news from January 2026'],
    ['What happened in January?', '2026-01-01', '2026-01-31', 'What happened in January'],
  ])('reads %j', (text, from, to, words) => {
    const found = findMonthPart(text, coverage);
    expect(found).toMatchObject({ from, to });
    expect(found?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([words]);
  });

  it.each([
    ['What was reported in January about the ferry?', 'a whole month, and more asked'],
    ['news from January 2019', 'a year far from the coverage'],
    ['What was reported late in August?', 'a month far from the coverage'],
    ['Who is the late May Holm?', 'no part of a month'],
    ['What opens later?', 'no month'],
  ])('restricts nothing in %j: %s', (text) => {
    expect(findMonthPart(text, coverage)).toBeUndefined();
  });

  it('restricts nothing where no article is dated', () => {
    expect(findMonthPart('in late January', undefined)).toBeUndefined();
  });
});
