import type { DateSpan } from '../domain/answer.js';
import { type ArticleMeta, publishedDay } from '../domain/article.js';

const months = 'January February March April May June July August September October November December'.split(' ');

interface Day {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** `2026-01-05` as `5 January 2026`; anything that is no such day is given back as it is. */
export function dayText(day: string): string {
  const parts = dayParts(day);
  return parts === undefined ? day : `${parts.day} ${parts.month} ${parts.year}`;
}

/** The day an article came out, in words. */
export function articleDayText(article: Pick<ArticleMeta, 'published'>): string {
  const day = publishedDay(article);
  return day === undefined ? 'date unknown' : dayText(day);
}

/** A span without what both ends share: `5–6 January 2026`, `30 January – 2 February 2026`. */
export function spanText(span: DateSpan): string {
  const from = dayParts(span.from);
  const to = dayParts(span.to);
  if (span.from === span.to || from === undefined || to === undefined) {
    return span.from === span.to ? dayText(span.from) : `${dayText(span.from)} – ${dayText(span.to)}`;
  }
  if (from.year !== to.year) return `${dayText(span.from)} – ${dayText(span.to)}`;
  if (from.month !== to.month) return `${from.day} ${from.month} – ${dayText(span.to)}`;
  return `${from.day}–${dayText(span.to)}`;
}

/** A moment as `5 January 2026, 14:03 UTC`; what is no moment is given back as it is. */
export function momentText(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const utc = new Date(time).toISOString();
  return `${dayText(utc.slice(0, 10))}, ${utc.slice(11, 16)} UTC`;
}

function dayParts(day: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const month = months[Number(match?.[2]) - 1];
  if (match?.[1] === undefined || month === undefined) return undefined;
  return { year: match[1], month, day: String(Number(match[3])) };
}
