import type { AddOutcome, GoBackOutcome, RemovalOutcome } from '../domain/administration.js';
import type { ReindexChanges, ReindexOptions, ReindexOutcome, ReindexReport } from '../domain/reindex.js';

/** How a re-index was asked for, in the words of the audit log; empty for a plain one. */
export function reindexWhat({ full, dryRun, mayDrop }: ReindexOptions): string {
  const dropping = mayDrop === 'any' ? 'any drop allowed' : mayDrop && `drop of ${mayDrop.length} confirmed`;
  return [full && 'full', dryRun && 'dry run', dropping].filter(Boolean).join(', ');
}

/** How a re-index ended. */
export function reindexEnd(outcome: ReindexOutcome): string {
  switch (outcome.kind) {
    case 'published':
      return `published ${outcome.snapshot}: ${counts(outcome.report)}${lag(outcome.report)}`;
    case 'unchanged':
      return `nothing to do, ${outcome.snapshot} goes on`;
    case 'dry-run':
      return `would have: ${counts(outcome.report)}`;
    case 'drop-refused':
      return `not done, would drop too many: ${counts(outcome.report)}`;
    case 'already-running':
      return 'not done: another process was writing';
    case 'cancelled':
      return outcome.by === undefined ? 'stopped' : `stopped by ${outcome.by}`;
    case 'failed':
      return `failed: ${outcome.reason}`;
  }
}

/** How adding or removing an article ended; its re-index included. */
export function changeEnd(outcome: AddOutcome | RemovalOutcome): string {
  if (outcome.kind === 'refused') return `refused: ${outcome.reason}`;
  const done = outcome.kind === 'written' ? `written as ${outcome.file}` : `moved to ${outcome.keptAs}`;
  return `${done}; re-index: ${reindexEnd(outcome.reindex)}`;
}

/** How going back ended. */
export function goBackEnd(outcome: GoBackOutcome): string {
  return outcome.kind === 'refused' ? `refused: ${outcome.reason}` : `from ${outcome.from ?? 'none'}`;
}

function lag({ catalogueBehind }: ReindexReport): string {
  return catalogueBehind === undefined ? '' : `; the catalogue of names is behind: ${catalogueBehind}`;
}

function counts({ added, changed, removed, unchanged, setAside }: ReindexChanges): string {
  const aside = setAside.length === 0 ? '' : `, ${setAside.length} set aside`;
  return `${added.length} added, ${changed.length} changed, ${removed.length} removed, ${unchanged} unchanged${aside}`;
}
