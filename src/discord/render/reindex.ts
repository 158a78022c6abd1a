import type { ReindexOutcome, ReindexProgress } from '../../domain/reindex.js';
import { describeProgress, reindexText } from '../../wording/reindex-text.js';
import type { Reply } from '../command.js';
import { textReply } from './text.js';

/** Where a running re-index is. */
export function renderProgress(progress: ReindexProgress): Reply {
  return textReply(`Re-indexing: ${describeProgress(progress)}. The present index goes on answering.`);
}

/** How a re-index ended, and what it names. */
export function renderOutcome(outcome: ReindexOutcome): Reply {
  return textReply(reindexText(outcome));
}
