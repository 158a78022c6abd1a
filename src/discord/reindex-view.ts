import type { ReindexChanges, ReindexProgress } from '../domain/reindex.js';
import type { Clock } from '../ports/clock.js';
import { type Mark, msLeft } from '../wording/time-left.js';
import { stopPressId } from './admin-custom-id.js';
import type { CommandContext } from './command.js';
import { renderProgress } from './render/reindex.js';
import { textReply } from './render/text.js';

const late = textReply(
  'The re-index goes on, for longer than Discord lets this message be changed. Give /reindex to see how far it is; ' +
    '/index history says how it ended.',
);

/** Shows a re-index as it goes, on the message of whoever asked; with a button that stops it, unless there is nothing to stop. */
export function showReindex(
  { showProgress, sayWhenLate, userId }: Pick<CommandContext, 'showProgress' | 'sayWhenLate' | 'userId'>,
  clock: Clock,
  { head, isDryRun = false }: { readonly head: string; readonly isDryRun?: boolean },
): (progress: ReindexProgress) => void {
  let changes: ReindexChanges | undefined;
  let isSearchable = false;
  let begun: (Mark & { readonly phase: string }) | undefined;
  const stopId = isDryRun ? undefined : stopPressId(userId);
  sayWhenLate(late);
  return (progress) => {
    const now = { at: clock.now(), done: progress.done };
    if (begun?.phase !== progress.phase) begun = { ...now, phase: progress.phase };
    changes = progress.changes ?? changes;
    isSearchable ||= progress.snapshot !== undefined;
    const shownHead = isSearchable ? `${head} What changed can be searched already; its names come next.` : head;
    showProgress(
      renderProgress({ head: shownHead, progress, changes, msLeft: msLeft(begun, now, progress.total), stopId }),
    );
  };
}
