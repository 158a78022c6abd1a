import type { AppliedFilter } from '../domain/answer.js';
import { listed } from './counted.js';
import { dayText } from './dates.js';
import { printable } from './printable.js';

// A name can stand for many outlets; four are enough to see what was meant.
const outletsShown = 4;

/**
 * One sentence a filter, and whether it was set beside the question or read from it; one for both ends of a single day; empty
 * without filters.
 */
export function describeFilters(filters: readonly AppliedFilter[]): string[] {
  const from = filters.find(({ kind }) => kind === 'from');
  const to = filters.find(({ kind }) => kind === 'to');
  const isOneDay = from !== undefined && from.values[0] === to?.values[0] && from.origin === to?.origin;
  return filters.flatMap((filter) => {
    if (isOneDay && filter === to) return [];
    const told =
      isOneDay && filter === from ? `Only articles of ${dayText(from.values[0] ?? '')}` : restriction(filter);
    return [`${told}${originText(filter)}.`];
  });
}

function restriction({ kind, values }: AppliedFilter): string {
  if (kind === 'source') return `Only articles from ${outlets(values)}`;
  const days = values.map(dayText).join(', ');
  return kind === 'from' ? `Only articles from ${days} or later` : `Only articles up to ${days}`;
}

function outlets(names: readonly string[]): string {
  const shown = names.slice(0, outletsShown).map((name) => printable(name).trim());
  const more = names.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

function originText({ origin }: AppliedFilter): string {
  return origin === 'question' ? ' (read from the question)' : '';
}
