import type { GoBackOutcome, Refused } from '../domain/administration.js';
import { asSentence, messageOf, SnapshotMismatchError, UnavailableError, UsageError } from '../domain/errors.js';
import type { RunningReindex } from '../domain/reindex.js';
import type { Coverage } from '../ports/dateline.js';
import type { SnapshotStore } from '../ports/snapshot-store.js';

/** What going back to an earlier index works on. */
export interface GoBackDependencies {
  readonly store: Pick<SnapshotStore, 'list' | 'makeCurrent'>;
  readonly dateline: Pick<Coverage, 'status'> & {
    readonly running: RunningReindex | undefined;
    open(): Promise<boolean>;
  };
}

/** Makes a kept index current and lets it answer; where it can't be opened, the one that was current is so again. */
export async function goBack({ store, dateline }: GoBackDependencies, id: string): Promise<GoBackOutcome> {
  if (dateline.running !== undefined) {
    return refused('A re-index is under way, which would take its place. Wait until it has ended, or stop it.');
  }
  const from = (await store.list()).find(({ isCurrent }) => isCurrent)?.id;
  if (from === id) return refused(`${id} is the index that is current.`);
  try {
    await store.makeCurrent(id);
  } catch (error) {
    return refusalOf(error);
  }
  try {
    await serve(dateline, id);
    return { kind: 'gone-back', snapshot: id, from };
  } catch (error) {
    if (from !== undefined) await store.makeCurrent(from);
    return refused(`${id} can't be opened: ${messageOf(error)}`);
  }
}

async function serve(dateline: GoBackDependencies['dateline'], id: string): Promise<void> {
  await dateline.open();
  // An opening that was under way may have read the pointer before.
  if ((await dateline.status()).snapshot !== id) await dateline.open();
}

function refusalOf(error: unknown): Refused {
  if (error instanceof SnapshotMismatchError) return refused(`It is damaged: ${error.message}`);
  if (error instanceof UsageError || error instanceof UnavailableError) return refused(error.message);
  throw error;
}

function refused(reason: string): Refused {
  return { kind: 'refused', reason: asSentence(reason) };
}
