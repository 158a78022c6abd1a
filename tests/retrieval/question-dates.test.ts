import { describe, expect, it } from 'vitest';
import { findDateMention, shiftDay } from '../../src/retrieval/question-dates.js';

const coverage = { from: '2026-01-02', to: '2026-01-12' };

describe('findDateMention', () => {
  it.each([
    ['Who spoke before 5 January?', undefined, '2026-01-04'],
    ['Before January 6, who had spoken?', undefined, '2026-01-05'],
    ['prior to Jan 5th', undefined, '2026-01-04'],
    ['earlier than 2026-01-05', undefined, '2026-01-04'],
    ['until 6 January', undefined, '2026-01-06'],
    ['up to and including 6 January', undefined, '2026-01-06'],
    ['no later than 6th January, 2026', undefined, '2026-01-06'],
    ['by January 8', undefined, '2026-01-08'],
    ['after 5 Jan. 2026', '2026-01-06', undefined],
    ['later than the 5th of January', '2026-01-06', undefined],
    ['since the 10th of January', '2026-01-10', undefined],
    ['What of January’s visit was written since the 10th?', '2026-01-10', undefined],
    ['from 5 January onwards', '2026-01-05', undefined],
    ['as of Jan 5', undefined, '2026-01-05'],
    ['as at 5 January', undefined, '2026-01-05'],
    ['not before 5 January', '2026-01-05', undefined],
    ['between 4 and 7 January', '2026-01-04', '2026-01-07'],
    ['between January 4 and 7', '2026-01-04', '2026-01-07'],
    ['between the 4th and the 7th of January', '2026-01-04', '2026-01-07'],
    ['from January 4 to January 7', '2026-01-04', '2026-01-07'],
    ['from 4 to 7 January', '2026-01-04', '2026-01-07'],
    ['between 2026-01-04 and 2026-01-07', '2026-01-04', '2026-01-07'],
    ['after 4 January and before 7 January', '2026-01-05', '2026-01-06'],
    ['since 31 December', '2025-12-31', undefined],
    ['What did the reports of 5 January say?', '2026-01-05', '2026-01-05'],
    ['news from 7 january', '2026-01-07', '2026-01-07'],
    ['coverage from 5 January onwards', '2026-01-05', undefined],
    ['what was reported on January 9', '2026-01-09', '2026-01-09'],
    ['What did the Harbour Post write on 6 January?', '2026-01-06', '2026-01-06'],
    ['What happened on 5 January?', '2026-01-05', '2026-01-06'],
    ["what's new on jan 9", '2026-01-09', '2026-01-10'],
    ['articles published on the 5th of January', '2026-01-05', '2026-01-05'],
  ])('reads %j', (text, from, to) => {
    expect(findDateMention(text, coverage)).toMatchObject({ from, to });
  });

  it.each([
    ['the day of an event', 'What happened in Beijing on 5 January?'],
    ['what came of a day', 'What happened on 5 January that pleased the mayor?'],
    ['an event of a day', 'news of the 5 January attack'],
    ['the subject of reports', 'What do the reports on the 5 January summit say?'],
    ['the days of a visit', 'What was the aim of the 4-7 January visit?'],
    ['an event as a border', 'Who was met in Beijing before the summit?'],
    ['people between whom something happened', 'What was agreed between Xi and Lee on 5 January?'],
    ['a year far from the coverage', 'Who was president before 5 January 2019?'],
    ['a month far from the coverage', 'What was said before 5 July?'],
    ['a day there is not', 'before 31 February'],
    ['a day there is not, in digits', 'since 2026-02-30'],
    ['a verb like a month', 'Who may speak before the 5th speaker?'],
    ['a number', 'Were there more than 5 people before 9?'],
    ['a contradiction', 'before 5 January or after 8 January'],
    ['nothing', ''],
  ])('sets no border for %s', (_case, text) => {
    expect(findDateMention(text, coverage)).toBeUndefined();
  });

  it('sets no border where nothing is dated', () => {
    expect(findDateMention('before 5 January', undefined)).toBeUndefined();
  });

  it.each([
    ['Who spoke before 5 January, and why?', ['before 5 January']],
    ['no later than 6 January: who?', ['no later than 6 January']],
    ['Who came between 4 and 7 January?', ['between 4', ' and 7 January']],
  ])('says where %j sets its border', (text, spans) => {
    expect(findDateMention(text, coverage)?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(spans);
  });

  it('takes the year that is nearest to the newest article', () => {
    expect(findDateMention('before 3 January', { from: '2025-12-28', to: '2025-12-31' })?.to).toBe('2026-01-02');
  });
});

it('shifts a day over the borders of months and years', () => {
  expect([shiftDay('2026-01-01', -1), shiftDay('2024-02-28', 1)]).toEqual(['2025-12-31', '2024-02-29']);
});
