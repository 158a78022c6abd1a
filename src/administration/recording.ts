import type { Recorded } from '../domain/administration.js';
import { type Actor, type AuditEntry, actors } from '../domain/audit-entry.js';
import { messageOf } from '../domain/errors.js';
import type { ReindexOptions, ReindexOutcome, RunningReindex } from '../domain/reindex.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Logger } from '../ports/logger.js';
import { reindexEnd, reindexWhat } from './audit-words.js';

/** Where what was done is written. */
export interface Recorder {
  readonly audit: AuditLog;
  readonly logger: Logger;
}

/** Writes an entry for what has been done. Never rejects: the action is done, and who asked for it must hear of it. */
export async function record<T>({ audit, logger }: Recorder, outcome: T, entry: AuditEntry): Promise<Recorded<T>> {
  try {
    await audit.record(entry);
    return { outcome, unrecorded: undefined };
  } catch (error) {
    const { who, action, what, outcome: end } = entry;
    // Here at least it is kept.
    logger.error('the audit log could not be written', {
      reason: messageOf(error),
      who: who.id,
      action,
      what,
      outcome: end,
    });
    return { outcome, unrecorded: messageOf(error) };
  }
}

/** How a re-index was asked for: by whom, with which options, and which one it joined. */
export interface AskedReindex {
  readonly who: Actor;
  readonly options: ReindexOptions;
  readonly joined?: RunningReindex | undefined;
}

/** Writes an entry for a re-index. Where the program looked by itself and there was nothing to do, there is nothing to write. */
export async function recordReindex(
  recorder: Recorder,
  outcome: ReindexOutcome,
  { who, options, joined }: AskedReindex,
): Promise<Recorded<ReindexOutcome>> {
  const nobodyAsked = who.id === actors.watch.id || who.id === actors.start.id;
  if (nobodyAsked && outcome.kind === 'unchanged') return { outcome, unrecorded: undefined };
  const what = [reindexWhat(options), joined && `one begun by ${joined.by ?? 'the program'} was under way`];
  const entry = { who, action: 'reindex', what: what.filter(Boolean).join('; '), outcome: reindexEnd(outcome) };
  return record(recorder, outcome, entry);
}
