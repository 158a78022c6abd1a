import type { DateSpan } from '../domain/answer.js';
import { dayIn, isNear, isoDay, MONTH } from './calendar-days.js';
import { findMonthPart } from './month-parts.js';

/** First and last day, inclusive, a question restricts its evidence to, and where it says so. */
export interface DateMention {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

const DAY_MONTH = `(?<dm_d>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<dm_m>${MONTH})(?:,? (?<dm_y>\\d{4}))?`;
const MONTH_DAY = `(?<md_m>${MONTH}) (?<md_d>\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (?<md_y>\\d{4}))?`;
const ISO = '(?<iso>\\d{4}-\\d{2}-\\d{2})';
const DAY_ONLY = '(?<d_d>\\d{1,2})(?:st|nd|rd|th)\\b';
// The day of a range that leaves its month to the other one: "between 4 and 7 January", "from January 4 to 7".
const TO = ' (?:and|to|until|till|through) ';
const FIRST_DAY = `(?<f_d>\\d{1,2})(?=${TO}\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?<f_m>${MONTH}))`;
const LAST_DAY = `(?<=\\b(?:between|from) (?<l_m>${MONTH}) \\d{1,2}(?:st|nd|rd|th)?${TO})(?<l_d>\\d{1,2})\\b`;
const DATE = new RegExp(`(?:the )?(?:${ISO}|${DAY_MONTH}|${MONTH_DAY}|\\b${FIRST_DAY}|${LAST_DAY}|${DAY_ONLY})`, 'giu');

const BEFORE = /\b(?<!\bnot )(?:before|prior to|earlier than)\s*$/i;
const UNTIL = /\b(?:until|till|up to(?: and including)?|no later than|by|as (?:of|at))\s*$/i;
const AFTER = /\b(?:after|later than|following)\s*$/i;
const SINCE = /\b(?:since|from|starting|not before)\s*$/i;
// "The reports of 3 January", "articles published on the 5th": the day of the reports, not of what they tell.
const REPORTED_ON =
  /\b(?:reports?|articles?|stories|coverage|papers?|news|pieces?)\s+(?:of|from|dated|published(?:\s+on)?)\s*$/i;
// "Coverage from 5 January onwards", "news of the 5 January attack": no day of reports.
const ENDS_THERE = /^\s*(?:[?!.,;:]|$|(?:say|tell|about|and|that|which|did|do|was|were)\b)/i;
const WAS_REPORTED_ON =
  /\b(?:(?:was|were|been) (?:reported|published|written)|did\b[^?]{0,40}? (?:report|publish|write)) on\s*$/i;
// Nothing else being asked: what papers told that day and the next.
const HAPPENED_ON =
  /^\W*what(?:'s|’s| else| all| has| had| was| is)* (?:happened|took place|went on|occurred|happening|going on|new)(?: then)? on\s*$/i;
const BETWEEN = /\bbetween\s*$/i;
const AND = /^\s*(?:and|to|until|till|through|-|–)\s*$/i;
const CUE_CHARS = 24;

interface FoundDate {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The days a question sets as a border of its evidence: "before 5 January", "since the 10th", "between 4 and 7 January",
 * "the reports of 3 January". A date without such a word says when something happened, not when it was reported, and sets no border,
 * but where nothing else is asked: "what happened on 5 January". Years left out are those of the coverage; a date far from it
 * restricts nothing. A part of a month is a border too: "the last week of January", "news of May".
 */
export function findDateMention(text: string, coverage: DateSpan | undefined): DateMention | undefined {
  if (coverage === undefined) return undefined;
  const dates = findDates(text, coverage);
  let from: string | undefined;
  let to: string | undefined;
  const spans: { start: number; end: number }[] = [];
  dates.forEach(({ day, start, end }, index) => {
    const cueStart = Math.max(0, start - CUE_CHARS);
    const before = text.slice(cueStart, start);
    const previous = dates[index - 1];
    const cue = cueOf(text, cueStart, start, end);
    const closesRange = previous !== undefined && from === previous.day && AND.test(text.slice(previous.end, start));
    if (closesRange) to = day;
    else if (cue === BEFORE) to = shiftDay(day, -1);
    else if (cue === UNTIL) to = day;
    else if (cue === AFTER) from = shiftDay(day, 1);
    else if (cue === REPORTED_ON || cue === WAS_REPORTED_ON) from = to = day;
    else if (cue === HAPPENED_ON) [from, to] = [day, shiftDay(day, 1)];
    else if (cue === SINCE || cue === BETWEEN) from = day;
    else return;
    if (cue === WAS_REPORTED_ON || cue === HAPPENED_ON) spans.push({ start, end });
    else spans.push({ start: closesRange ? previous.end : cueStart + (cue?.exec(before)?.index ?? 0), end });
  });
  const contradict = from !== undefined && to !== undefined && from > to;
  if (contradict) return undefined;
  return spans.length === 0 ? findMonthPart(text, coverage) : { from, to, spans };
}

/** What the words before a date make of it. */
function cueOf(text: string, cueStart: number, start: number, end: number): RegExp | undefined {
  const before = text.slice(cueStart, start);
  const isWhole = ENDS_THERE.test(text.slice(end));
  if (/^\W*$/.test(text.slice(end)) && HAPPENED_ON.test(text.slice(0, start))) return HAPPENED_ON;
  if (isWhole && WAS_REPORTED_ON.test(text.slice(0, start))) return WAS_REPORTED_ON;
  if (isWhole && REPORTED_ON.test(before)) return REPORTED_ON;
  return [BEFORE, UNTIL, AFTER, SINCE, BETWEEN].find((words) => words.test(before));
}

function findDates(text: string, coverage: DateSpan): FoundDate[] {
  const namedMonth = new RegExp(`\\b${MONTH}(?=\\W|$)`, 'iu').exec(text)?.[0];
  return [...text.matchAll(DATE)].flatMap((match) => {
    const groups = match.groups ?? {};
    const month =
      groups.dm_m ?? groups.md_m ?? groups.f_m ?? groups.l_m ?? (groups.d_d === undefined ? undefined : namedMonth);
    const dayOfMonth = Number(groups.dm_d ?? groups.md_d ?? groups.f_d ?? groups.l_d ?? groups.d_d);
    const day =
      groups.iso === undefined ? dayIn(coverage, month, dayOfMonth, groups.dm_y ?? groups.md_y) : realDay(groups.iso);
    return day === undefined || !isNear(day, coverage)
      ? []
      : [{ day, start: match.index, end: match.index + match[0].length }];
  });
}

function realDay(iso: string): string | undefined {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return isoDay(year, month, day);
}

const DAY_MS = 86_400_000;

/** The day so many days later; `2026-01-01` shifted by -1 is `2025-12-31`. */
export function shiftDay(day: string, by: number): string {
  return new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
}
