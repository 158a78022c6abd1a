import type { DateSpan } from '../domain/answer.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A month's name or its abbreviation, English: for a pattern. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

/** The day in the year given, or in that year of the coverage which puts it nearest to the newest article. */
export function dayIn(
  coverage: DateSpan,
  month: string | undefined,
  day: number,
  year: string | undefined,
): string | undefined {
  if (month === undefined) return undefined;
  const monthNumber = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const newest = Number(coverage.to.slice(0, 4));
  const years = year === undefined ? [newest, newest - 1, newest + 1] : [Number(year)];
  const days = years.map((candidate) => isoDay(candidate, monthNumber, day)).filter((iso) => iso !== undefined);
  const distance = (iso: string) => Math.abs(Date.parse(iso) - Date.parse(coverage.to));
  return days.sort((a, b) => distance(a) - distance(b))[0];
}

/** The day, or `undefined` where there is none: 30 February. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined;
}

const DAY_MS = 86_400_000;
// A border farther than this from the coverage is about the events told, not about the reports.
const NEAR_DAYS = 31;

/** Whether a day is about the reports: within a month of the coverage. */
export function isNear(day: string, coverage: DateSpan): boolean {
  const time = Date.parse(day);
  return time >= Date.parse(coverage.from) - NEAR_DAYS * DAY_MS && time <= Date.parse(coverage.to) + NEAR_DAYS * DAY_MS;
}
