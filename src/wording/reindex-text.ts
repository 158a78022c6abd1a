import type { ReindexChanges, ReindexOutcome, ReindexProgress, ReindexReport } from '../domain/reindex.js';
import { bytesText, counted, grouped, listed } from './counted.js';
import { printable } from './printable.js';
import { describeSetAside } from './status-text.js';

// A changed corpus can name thousands of files; the rest is in the count beside them.
const namesShown = 10;

/** What to do where a re-index would drop more articles than it may unasked. */
export const howToDrop =
  'If that is meant: /reindex, which asks on Discord and takes --allow-drop at the prompt; or npm run index -- --allow-drop.';

const phases: Record<ReindexProgress['phase'], string> = {
  reading: 'reading files',
  comparing: 'comparing with the index',
  splitting: 'splitting passages',
  embedding: 'making vectors',
  indexing: 'building the index',
  cataloguing: 'cataloguing names',
  publishing: 'publishing',
  published: 'published',
};

/** Where a running re-index is: `making vectors, 120 of 480`. */
export function describeProgress({ phase, done, total, snapshot }: ReindexProgress): string {
  if (snapshot !== undefined) return `published ${snapshot}: the articles can be searched; their names come next`;
  const words = phases[phase];
  return total === undefined ? words : `${words}, ${grouped(done)} of ${grouped(total)}`;
}

/** How a re-index ended, in one or two sentences. */
export function describeOutcome(outcome: ReindexOutcome): string {
  switch (outcome.kind) {
    case 'published':
      return `Index ${outcome.snapshot} is serving now. ${changes(outcome.report)} ${work(outcome.report)}${lag(outcome.report)}`;
    case 'unchanged':
      return `Nothing has changed; index ${outcome.snapshot} goes on serving ${counted(outcome.report.unchanged, 'article')}.`;
    case 'dry-run':
      return `Nothing was written. A re-index would find: ${changes(outcome.report)}`;
    case 'drop-refused':
      return `${describeDrop(outcome.report)} Nothing was written.`;
    case 'already-running':
      return `Another process${outcome.process === undefined ? '' : ` (${outcome.process})`} is writing to the index. Wait until it has ended.`;
    case 'cancelled':
      return `The re-index was stopped${outcome.by === undefined ? '' : ` by ${printable(outcome.by)}`}. ${whatServes(outcome)}`;
    case 'failed':
      return `The re-index failed: ${sentence(outcome.reason)} ${whatServes(outcome)}`;
  }
}

function whatServes({ serving }: { readonly serving?: string }): string {
  if (serving === undefined) return 'The index that was serving still is.';
  return `Index ${serving} is serving, with the articles of now and the names of before; the next re-index makes these anew.`;
}

/** That a re-index would drop more than it may unasked. */
export function describeDrop({ removed, changed, unchanged }: ReindexChanges): string {
  const before = removed.length + changed.length + unchanged;
  const [is, their] = removed.length === 1 ? ['is', 'its file'] : ['are', 'their files'];
  return `A re-index would drop ${grouped(removed.length)} of ${counted(before, 'article')}, as ${their} ${is} missing or unreadable.`;
}

/** What a re-index will change, in a sentence and a line for each kind it names. */
export function describeChanges(report: ReindexChanges): string[] {
  return [changes(report), ...nameChanges(report)];
}

/** The articles and files a re-index names, a line each kind or file; empty where it names none. */
export function describeDetails(outcome: ReindexOutcome): string[] {
  return 'report' in outcome ? nameChanges(outcome.report) : [];
}

function nameChanges({ added, changed, removed, setAside }: ReindexChanges): string[] {
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

function changes({ added, changed, removed, unchanged, setAside }: ReindexChanges): string {
  const aside = setAside.length === 0 ? '' : ` ${counted(setAside.length, 'file')} set aside.`;
  return `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${unchanged} unchanged.${aside}`;
}

function work(report: ReindexReport): string {
  const { added, changed, unchanged, passages, entities, vectorsMade, vectorsReused } = report;
  const articles = counted(added.length + changed.length + unchanged, 'article');
  const vectors = `${counted(vectorsMade, 'vector')} made, ${grouped(vectorsReused)} reused`;
  const contents = `${articles}, ${counted(passages, 'passage')}, ${counted(entities, 'entity', 'entities')}`;
  return `${contents};${size(report)} ${vectors}; ${times(report)}.`;
}

function times({ milliseconds, searchableAfter, catalogueBehind }: ReindexReport): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  if (searchableAfter === undefined) return seconds(milliseconds);
  const searchable = `searchable after ${seconds(searchableAfter)}`;
  return catalogueBehind === undefined ? `${searchable}, with its names after ${seconds(milliseconds)}` : searchable;
}

function lag({ catalogueBehind }: ReindexReport): string {
  if (catalogueBehind === undefined) return '';
  return ` The catalogue of names is behind: ${sentence(catalogueBehind)} The next re-index makes it.`;
}

function size({ bytesAfter, bytesBefore }: ReindexReport): string {
  if (bytesAfter === undefined) return '';
  const before = bytesBefore === undefined ? '' : ` (before ${bytesText(bytesBefore)})`;
  return ` ${bytesText(bytesAfter)} on disk${before};`;
}

function names(label: string, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length - namesShown;
  const shown = ids.slice(0, namesShown).map(printable);
  return [`${label}: ${listed(more > 0 ? [...shown, `${grouped(more)} more`] : shown)}`];
}
