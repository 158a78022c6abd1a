import type { ReindexChanges, ReindexOutcome, ReindexProgress } from '../../domain/reindex.js';
import { describeChanges, describeDrop, describeProgress, reindexText } from '../../wording/reindex-text.js';
import { timeLeftText } from '../../wording/time-left.js';
import type { Reply } from '../command.js';
import { buttonRows } from './buttons.js';
import { textReply } from './text.js';

const barCells = 20;

/** What is shown of a running re-index. */
export interface ReindexShown {
  /** A sentence on top. */
  readonly head: string;
  readonly progress: ReindexProgress;
  /** What will change, once it is known. */
  readonly changes: ReindexChanges | undefined;
  readonly msLeft: number | undefined;
  /** The custom id of the button that stops it; `undefined`: no button. */
  readonly stopId: string | undefined;
}

/** Where a running re-index is. What will change comes last: that is what is cut where it is long. */
export function renderProgress({ head, progress, changes, msLeft, stopId }: ReindexShown): Reply {
  const left = msLeft === undefined ? '' : ` · ${timeLeftText(msLeft)}`;
  const lines = [head, `${bar(progress)}${describeProgress(progress)}${left}`];
  if (changes !== undefined) lines.push('What changes:', ...describeChanges(changes));
  const buttons = stopId === undefined ? [] : [{ label: 'Cancel', customId: stopId }];
  return { ...textReply(lines.join('\n')), components: buttonRows(buttons) };
}

/** How a re-index ended, and what it names; `more` are sentences after it. */
export function renderOutcome(outcome: ReindexOutcome, more: readonly string[] = []): Reply {
  return textReply([...more, reindexText(outcome)].join('\n'));
}

/** Asks whether so many articles may be dropped. */
export function renderDrop(changes: ReindexChanges): Reply {
  const ask = 'Confirm drops them from the index; Cancel leaves it as it is. Nothing has been written yet.';
  return textReply([`${describeDrop(changes)} ${ask}`, ...describeChanges(changes)].join('\n'));
}

function bar({ done, total }: ReindexProgress): string {
  if (total === undefined || total === 0) return '';
  const share = Math.min(1, done / total);
  const filled = Math.floor(share * barCells);
  return `${'▰'.repeat(filled)}${'▱'.repeat(barCells - filled)} ${Math.floor(share * 100)} % · `;
}
