import { monthNames } from './month-names.js';
import { parsePublished } from './published-date.js';

// Longer ones are text that happens to hold a date.
const longestSegment = 110;
// Words of a zone or a weekday in a language that is not listed.
const mostStrangers = 2;

const dateWords =
  /^(?:am|pm|gmt|utc|kst|jst|est|edt|pst|pdt|cst|ist|hkt|sgt|et|at|on|of|de|del|the|st|nd|rd|th|local|time|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|오전|오후|tháng|năm|ngày|thứ|hai|ba|tư|năm|sáu|bảy|chủ|nhật|uhr|um|le|à|am|lúc|giờ)$/iu;
// Also dates that name no year or can't be read: they are no sentence either.
const dateLike = /\d{1,2}[:h]\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[월月] ?\d{1,2}[일日]/;

/** True for a date, readable or not, with at most `strangers` words beside it that no date has. */
export function isDateOnly(segment: string, strangers = mostStrangers): boolean {
  if (segment.length > longestSegment || (parsePublished(segment) === undefined && !dateLike.test(segment)))
    return false;
  const others = (segment.match(/[\p{L}\p{M}]+/gu) ?? []).filter(
    (word) =>
      !dateWords.test(word) &&
      !monthNames.has(word.toLowerCase()) &&
      !/^[年月日년월일시분時分T]$|^[월화수목금토일]요일$|^星期.$|^[一-龥]曜日?$/u.test(word),
  );
  return others.length <= strangers && !/[.!?]["”]?$/.test(segment.replace(/\b[ap]\.m\.$/i, ''));
}
