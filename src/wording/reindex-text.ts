import type { ReindexOutcome, ReindexProgress, ReindexReport } from '../domain/reindex.js';
import { counted, grouped, listed } from './counted.js';
import { momentText } from './dates.js';
import { printable } from './printable.js';
import { describeSetAside } from './status-text.js';

// A changed corpus can name thousands of files; the rest is in the count beside them.
const namesShown = 10;

const phases: Record<ReindexProgress['phase'], string> = {
  reading: 'reading files',
  splitting: 'splitting passages',
  embedding: 'making vectors',
  indexing: 'building the index',
  cataloguing: 'cataloguing names',
  publishing: 'publishing',
};

/** Where a running re-index is: `making vectors, 120 of 480`. */
export function describeProgress({ phase, done, total }: ReindexProgress): string {
  const words = phases[phase];
  return total === undefined ? words : `${words}, ${grouped(done)} of ${grouped(total)}`;
}

/** How a re-index ended, in one or two sentences. */
export function describeOutcome(outcome: ReindexOutcome): string {
  switch (outcome.kind) {
    case 'published':
      return `Index ${outcome.snapshot} is serving now. ${changes(outcome.report)} ${work(outcome.report)}`;
    case 'unchanged':
      return `Nothing has changed; index ${outcome.snapshot} goes on serving ${counted(outcome.report.unchanged, 'article')}.`;
    case 'dry-run':
      return `Nothing was written. A re-index would find: ${changes(outcome.report)}`;
    case 'already-running':
      return `A re-index has been running since ${momentText(outcome.since)}. Wait until it has ended.`;
    case 'cancelled':
      return 'The re-index was stopped. The index that was serving still is.';
    case 'failed':
      return `The re-index failed: ${sentence(outcome.reason)} The index that was serving still is.`;
  }
}

/** The articles and files a re-index names, a line each kind or file; empty where it names none. */
export function describeDetails(outcome: ReindexOutcome): string[] {
  if (!('report' in outcome)) return [];
  const { added, changed, removed, setAside } = outcome.report;
  const aside = describeSetAside(setAside.slice(0, namesShown)).map((line) => `Set aside ${line}`);
  if (setAside.length > namesShown)
    aside.push(`Set aside ${counted(setAside.length - namesShown, 'more file')}; see /status.`);
  return [...names('Added', added), ...names('Changed', changed), ...names('Removed', removed), ...aside];
}

/** The end of a re-index as plain lines. */
export function reindexText(outcome: ReindexOutcome): string {
  return [describeOutcome(outcome), ...describeDetails(outcome).map((line) => `  ${line}`)].join('\n');
}

function sentence(text: string): string {
  const words = printable(text).trim();
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function changes({ added, changed, removed, unchanged, setAside }: ReindexReport): string {
  const aside = setAside.length === 0 ? '' : ` ${counted(setAside.length, 'file')} set aside.`;
  return `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${unchanged} unchanged.${aside}`;
}

function work({ passages, vectorsMade, vectorsReused, milliseconds }: ReindexReport): string {
  const vectors = `${counted(vectorsMade, 'vector')} made, ${grouped(vectorsReused)} reused`;
  return `${counted(passages, 'passage')}; ${vectors}; ${(milliseconds / 1000).toFixed(1)} s.`;
}

function names(label: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length - namesShown;
  const shown = ids.slice(0, namesShown).map(printable);
  return [`${label}: ${listed(more > 0 ? [...shown, `${grouped(more)} more`] : shown)}`];
}
