import type { AddOutcome, Refused, RemovalOutcome } from '../domain/administration.js';
import type { Actor } from '../domain/audit-entry.js';
import { asSentence, UnavailableError, UsageError } from '../domain/errors.js';
import type { ReindexProgress } from '../domain/reindex.js';
import type { CorpusIntake } from '../ports/corpus-intake.js';
import type { Dateline } from '../ports/dateline.js';

/** What a change of the corpus works on. */
export interface ChangeDependencies {
  readonly intake: CorpusIntake;
  readonly dateline: Pick<Dateline, 'reindex'>;
}

type OnProgress = (progress: ReindexProgress) => void;

/** Writes a draft and re-indexes; what the disk refuses is an outcome, as it belongs into the audit log, too. */
export function addArticle(
  { intake, dateline }: ChangeDependencies,
  who: Actor,
  draft: string,
  onProgress: OnProgress,
): Promise<AddOutcome> {
  return unlessRefused(async () => {
    const written = await intake.confirm(draft);
    if (written.kind === 'refused') return written;
    return { ...written, reindex: await dateline.reindex({ afterRunning: true, by: who.name }, onProgress) };
  });
}

/** Takes a file out and re-indexes; what the disk refuses is an outcome. */
export function removeArticle(
  { intake, dateline }: ChangeDependencies,
  who: Actor,
  { name, digest }: { readonly name: string; readonly digest: string | undefined },
  onProgress: OnProgress,
): Promise<RemovalOutcome> {
  return unlessRefused(async () => {
    const target = await intake.find(name);
    if (target.kind === 'refused') return target;
    const removed = await intake.remove(name, digest);
    if (removed.kind === 'refused') return removed;
    // Of a small corpus one article may be a large share; this one somebody has just confirmed.
    const mayDrop = target.article === undefined ? [] : [target.article];
    return { ...removed, reindex: await dateline.reindex({ afterRunning: true, mayDrop, by: who.name }, onProgress) };
  });
}

async function unlessRefused<T>(act: () => Promise<T | Refused>): Promise<T | Refused> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof UnavailableError) && !(error instanceof UsageError)) throw error;
    return { kind: 'refused', reason: asSentence(error.message) };
  }
}
