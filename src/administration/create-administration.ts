import type { AddOutcome, Recorded, Refused, RemovalOutcome } from '../domain/administration.js';
import type { Actor } from '../domain/audit-entry.js';
import { asSentence, NoSnapshotError, UnavailableError, UsageError } from '../domain/errors.js';
import type { IntakeDraft } from '../domain/intake.js';
import type { ReindexOptions, ReindexOutcome, RunningReindex } from '../domain/reindex.js';
import type { Administration } from '../ports/administration.js';
import type { AttachmentSource } from '../ports/attachment-source.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { CorpusIntake } from '../ports/corpus-intake.js';
import type { Dateline } from '../ports/dateline.js';
import type { Logger } from '../ports/logger.js';
import type { SnapshotStore } from '../ports/snapshot-store.js';
import { changeEnd, goBackEnd, reindexEnd } from './audit-words.js';
import { goBack } from './go-back.js';
import { record, recordReindex } from './recording.js';
import { createRefusalLimit } from './refusal-limit.js';
import { createArticleSuggestions } from './suggest-articles.js';

/** What administration works on. */
export interface AdministrationDependencies {
  readonly dateline: Pick<Dateline, 'reindex' | 'sources' | 'status'> & {
    readonly running: RunningReindex | undefined;
    stopReindex(by: string): Promise<ReindexOutcome> | undefined;
    open(): Promise<boolean>;
  };
  readonly intake: CorpusIntake;
  readonly attachments: AttachmentSource;
  readonly store: Pick<SnapshotStore, 'list' | 'makeCurrent'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly logger: Logger;
}

type OnProgress = Parameters<Administration['reindex']>[2];

/** Administration over the parts of this process. */
export function createAdministration(dependencies: AdministrationDependencies): Administration {
  const { dateline, intake, attachments, store, audit, clock, logger } = dependencies;
  const isWorthAnEntry = createRefusalLimit(clock);
  const recorded = <T>(outcome: T, who: Actor, [action, what, end]: readonly [string, string, string]) =>
    record(dependencies, outcome, { who, action, what, outcome: end });
  return {
    get running() {
      return dateline.running;
    },
    reindex: (who, options, onProgress, signal) => reindex(dependencies, who, options, { onProgress, signal }),
    stopReindex(who) {
      const running = dateline.running;
      const what = running?.by === undefined ? '' : `begun by ${running.by}`;
      return dateline
        .stopReindex(who.name)
        ?.then((outcome) => recorded(outcome, who, ['stop-reindex', what, reindexEnd(outcome)]));
    },
    async preview(offer, options, signal) {
      if (offer.kind === 'address') return intake.preview(offer, options, signal);
      const file = await attachments.download(offer.attachment, signal);
      if (file.kind === 'refused') return file;
      return intake.preview({ kind: 'file', name: offer.attachment.name, bytes: file.bytes }, options, signal);
    },
    async add(who, draft, onProgress) {
      const outcome = await unlessRefused(() => add(dependencies, who, draft, onProgress));
      return recorded(outcome, who, ['add-article', draft.title, changeEnd(outcome)]);
    },
    findRemovable: (name) => intake.find(name),
    async remove(who, name, onProgress) {
      const outcome = await unlessRefused(() => remove(dependencies, who, name, onProgress));
      return recorded(outcome, who, ['remove-article', name, changeEnd(outcome)]);
    },
    async list(filter) {
      const [page, reasons] = await Promise.all([intake.list(filter), setAsideReasons(dateline)]);
      const files = page.files.map((file) => ({ ...file, refused: file.refused ?? reasons.get(file.file) }));
      return { ...page, files };
    },
    suggestArticles: createArticleSuggestions(dateline, clock),
    generations: () => store.list(),
    async goBack(who, id) {
      const outcome = await goBack(dependencies, id);
      return recorded(outcome, who, ['rollback', id, goBackEnd(outcome)]);
    },
    actions: (limit) => audit.newest(limit),
    async refuse(who, action) {
      if (!isWorthAnEntry(who.id)) return;
      logger.info('an admin command was refused', { userId: who.id, action });
      await recorded(undefined, who, [action, '', 'refused: may not']);
    },
  };
}

async function reindex(
  dependencies: AdministrationDependencies,
  who: Actor,
  options: ReindexOptions,
  { onProgress, signal }: { readonly onProgress: OnProgress; readonly signal: AbortSignal | undefined },
): Promise<Recorded<ReindexOutcome>> {
  const { dateline } = dependencies;
  const joined = options.dryRun ? undefined : dateline.running;
  const outcome = await dateline.reindex({ ...options, by: who.name }, onProgress, signal);
  return recordReindex(dependencies, outcome, { who, options, joined });
}

async function add(
  { intake, dateline }: AdministrationDependencies,
  who: Actor,
  { draft }: IntakeDraft,
  onProgress: OnProgress,
): Promise<AddOutcome> {
  const written = await intake.confirm(draft);
  if (written.kind === 'refused') return written;
  return { ...written, reindex: await dateline.reindex({ afterRunning: true, by: who.name }, onProgress) };
}

async function remove(
  { intake, dateline }: AdministrationDependencies,
  who: Actor,
  name: string,
  onProgress: OnProgress,
): Promise<RemovalOutcome> {
  const target = await intake.find(name);
  if (target.kind === 'refused') return target;
  const removed = await intake.remove(name);
  if (removed.kind === 'refused') return removed;
  // Of a small corpus one article may be a large share; this one somebody has just confirmed.
  const mayDrop = target.article === undefined ? [] : [target.article];
  return { ...removed, reindex: await dateline.reindex({ afterRunning: true, mayDrop, by: who.name }, onProgress) };
}

/** A disk that refuses, or a folder that can't be listed, is an outcome: it belongs into the audit log, too. */
async function unlessRefused<T>(act: () => Promise<T>): Promise<T | Refused> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof UnavailableError) && !(error instanceof UsageError)) throw error;
    return { kind: 'refused', reason: asSentence(error.message) };
  }
}

/** Why files were set aside when they were last read; none where nothing is indexed. */
async function setAsideReasons(dateline: Pick<Dateline, 'status'>): Promise<ReadonlyMap<string, string>> {
  try {
    return new Map((await dateline.status()).setAside.map(({ file, reason }) => [file, reason]));
  } catch (error) {
    if (error instanceof NoSnapshotError) return new Map();
    throw error;
  }
}
