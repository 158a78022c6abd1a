import type { DateSpan } from '../domain/answer.js';
import { dayIn, isNear, MONTH } from './calendar-days.js';
import type { DateMention } from './question-dates.js';

const WEEK = `(?<week>first|second|third|last|final) week (?:of|in)`;
const PART = `(?<part>early|mid|late|later|the (?:beginning|start|middle|end))[ -](?:of |in )?`;
const PART_OF_MONTH = new RegExp(
  String.raw`\b(?:(?:in|during|from|at|by|towards?) )?(?:(?:the )?${WEEK} |${PART})(?<month>${MONTH})(?=\W|$)(?! \d)`,
  'iu',
);
const WHOLE_MONTH = new RegExp(
  String.raw`(?:\b(?:reports?|articles?|stories|coverage|papers?|news|headlines)\s+(?:of|from|in|for|dated)|^\W*what (?:else )?(?:happened|took place|went on|occurred) in)\s+(?<month>${MONTH})(?: (?<year>\d{4}))?(?=\W*$)`,
  'iu',
);

// First and last day; 31 stands for the month's last. "Later in" goes on from its first third.
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  first: [1, 7],
  second: [8, 14],
  third: [15, 21],
  early: [1, 10],
  beginning: [1, 10],
  start: [1, 10],
  mid: [11, 20],
  middle: [11, 20],
  late: [21, 31],
  end: [21, 31],
  later: [11, 31],
};
const DAYS_OF_LAST_WEEK = 7;

/**
 * The days of a part of a month that a question names: "the last week of January", "late in May", "mid-June"; or of the whole one
 * where the question asks for nothing but its news.
 */
export function findMonthPart(text: string, coverage: DateSpan | undefined): DateMention | undefined {
  const found = PART_OF_MONTH.exec(text) ?? WHOLE_MONTH.exec(text);
  if (coverage === undefined || found?.groups === undefined) return undefined;
  const { week = '', part = '', month, year } = found.groups;
  const word = (week || part).toLowerCase().replace(/^the /, '');
  const last = lastDay(coverage, month, year);
  if (last === undefined) return undefined;
  const lastOfMonth = Number(last.slice(8));
  const isLastWeek = /^(?:last|final)$/.test(week);
  const [first, end] = isLastWeek
    ? [lastOfMonth - DAYS_OF_LAST_WEEK + 1, lastOfMonth]
    : (PARTS[word] ?? [1, lastOfMonth]);
  const day = (number: number) => `${last.slice(0, 8)}${String(Math.min(number, lastOfMonth)).padStart(2, '0')}`;
  const [from, to] = [day(first), day(end)];
  if (!isNear(from, coverage) && !isNear(to, coverage)) return undefined;
  return { from, to, spans: [{ start: found.index, end: found.index + found[0].length }] };
}

function lastDay(coverage: DateSpan, month: string | undefined, year: string | undefined): string | undefined {
  return [31, 30, 29, 28].map((day) => dayIn(coverage, month, day, year)).find((day) => day !== undefined);
}
