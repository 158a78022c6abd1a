import { describe, expect, it } from 'vitest';
import { parsePublished } from '../../src/corpus/published-date.js';

describe('a publication date', () => {
  it.each([
    ['2026-01-05', '2026-01-05'],
    ['2026-01-05T23:44+08:00', '2026-01-05T23:44+08:00'],
    ['2026-01-05T23:44:12.345+0800', '2026-01-05T23:44:12+08:00'],
    ['2026-01-05T16:00:00Z', '2026-01-05T16:00:00Z'],
    ['2026-01-05 10:22 UTC', '2026-01-05T10:22Z'],
    ['2026/1/5', '2026-01-05'],
    ['20260105', '2026-01-05'],
    ['2026.01.05 16:35', '2026-01-05'],
    ['2026. 1. 5.', '2026-01-05'],
    ['Jan 05, 2026 11:44 PM', '2026-01-05'],
    ['Jan. 6, 2026 - 10:23:11', '2026-01-06'],
    ['January 4, 2026 3:12 PM GMT+9', '2026-01-04T15:12+09:00'],
    ['5 January 2026', '2026-01-05'],
    ['Monday, 5th of January 2026', '2026-01-05'],
    ['5 Sept. 2025', '2025-09-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2026년 1월 5일', '2026-01-05'],
    ['5 января 2026', '2026-01-05'],
    ['5. Januar 2026', '2026-01-05'],
    ['5 de enero de 2026', '2026-01-05'],
    ['5 janvier 2026', '2026-01-05'],
    ['ngày 5 tháng 1 năm 2026', '2026-01-05'],
    ['Thứ hai, 5/1/2026, 16:35 (GMT+7)', '2026-01-05T16:35+07:00'],
    ['05.01.2026, 07:45 Uhr', '2026-01-05'],
    ['25/01/2026', '2026-01-25'],
    ['01/25/2026', '2026-01-25'],
    ['05/05/2026', '2026-05-05'],
    ['2024-02-29', '2024-02-29'],
  ])('reads %s as %s', (written, iso) => {
    expect(parsePublished(written)).toBe(iso);
  });

  it.each([
    ['', 'nothing'],
    ['yesterday', 'no date'],
    ['January 5', 'no year'],
    ['05/01/2026', 'two readings'],
    ['1/2/03', 'no order and no century'],
    ['2026-02-31', 'no such day'],
    ['2025-02-29', 'no leap year'],
    ['2026-13-01', 'no such month'],
    ['9999-12-31', 'an implausible year'],
    ['0001-01-01T00:00:00', 'a system without a date'],
    ['1970-01-01T00:00:00Z', 'epoch 0'],
    ['1969-12-31T19:00:00-05:00', 'epoch 0, seen from New York'],
    ['1767571200', 'a number of seconds'],
  ])('leaves %s unknown: %s', (written) => {
    expect(parsePublished(written)).toBeUndefined();
  });

  it('keeps the day and drops a time whose zone means several offsets', () => {
    expect(parsePublished('2026-01-05 10:22 CST')).toBe('2026-01-05');
    expect(parsePublished('2026-01-05 25:61 GMT')).toBe('2026-01-05');
  });
});
