import type { Recorded } from '../domain/administration.js';
import type { Actor } from '../domain/audit-entry.js';
import { NoSnapshotError } from '../domain/errors.js';
import type { ReindexOutcome, RunningReindex } from '../domain/reindex.js';
import type { Administration } from '../ports/administration.js';
import type { AttachmentSource } from '../ports/attachment-source.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { Clock } from '../ports/clock.js';
import type { CorpusIntake } from '../ports/corpus-intake.js';
import type { Dateline } from '../ports/dateline.js';
import type { Logger } from '../ports/logger.js';
import type { SnapshotStore } from '../ports/snapshot-store.js';
import { changeEnd, goBackEnd, reindexEnd } from './audit-words.js';
import { addArticle, removeArticle } from './change-corpus.js';
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

/** Administration over the parts of this process. */
export function createAdministration(dependencies: AdministrationDependencies): Administration {
  return new AuditedAdministration(dependencies);
}

class AuditedAdministration implements Administration {
  readonly #dependencies: AdministrationDependencies;
  readonly #isWorthAnEntry: (personId: string) => boolean;
  readonly suggestArticles: Administration['suggestArticles'];

  constructor(dependencies: AdministrationDependencies) {
    this.#dependencies = dependencies;
    this.#isWorthAnEntry = createRefusalLimit(dependencies.clock);
    this.suggestArticles = createArticleSuggestions(dependencies.dateline, dependencies.clock);
  }

  get running(): RunningReindex | undefined {
    return this.#dependencies.dateline.running;
  }

  reindex: Administration['reindex'] = async (who, options, onProgress, signal) => {
    const { dateline } = this.#dependencies;
    const joined = options.dryRun ? undefined : dateline.running;
    const outcome = await dateline.reindex({ ...options, by: who.name }, onProgress, signal);
    return recordReindex(this.#dependencies, outcome, { who, options, joined });
  };

  stopReindex: Administration['stopReindex'] = (who) => {
    const what = this.running?.by === undefined ? '' : `begun by ${this.running.by}`;
    return this.#dependencies.dateline
      .stopReindex(who.name)
      ?.then((outcome) => this.#recorded(outcome, who, ['stop-reindex', what, reindexEnd(outcome)]));
  };

  preview: Administration['preview'] = async (offer, options, signal) => {
    const { intake, attachments } = this.#dependencies;
    if (offer.kind === 'address') return intake.preview(offer, options, signal);
    const file = await attachments.download(offer.attachment, signal);
    if (file.kind === 'refused') return file;
    return intake.preview({ kind: 'file', name: offer.attachment.name, bytes: file.bytes }, options, signal);
  };

  add: Administration['add'] = async (who, draft, onProgress) => {
    const outcome = await addArticle(this.#dependencies, who, draft.draft, onProgress);
    return this.#recorded(outcome, who, ['add-article', draft.title, changeEnd(outcome)]);
  };

  findRemovable: Administration['findRemovable'] = (name) => this.#dependencies.intake.find(name);

  remove: Administration['remove'] = async (who, name, onProgress, digest) => {
    const outcome = await removeArticle(this.#dependencies, who, { name, digest }, onProgress);
    return this.#recorded(outcome, who, ['remove-article', name, changeEnd(outcome)]);
  };

  list: Administration['list'] = async (filter) => {
    const { intake, dateline } = this.#dependencies;
    const [page, reasons] = await Promise.all([intake.list(filter), setAsideReasons(dateline)]);
    const files = page.files.map((file) => ({ ...file, refused: file.refused ?? reasons.get(file.file) }));
    return { ...page, files };
  };

  generations: Administration['generations'] = () => this.#dependencies.store.list();

  goBack: Administration['goBack'] = async (who, id) => {
    const outcome = await goBack(this.#dependencies, id);
    return this.#recorded(outcome, who, ['rollback', id, goBackEnd(outcome)]);
  };

  actions: Administration['actions'] = (limit) => this.#dependencies.audit.newest(limit);

  refuse: Administration['refuse'] = async (who, action) => {
    if (!this.#isWorthAnEntry(who.id)) return;
    this.#dependencies.logger.info('an admin command was refused', { userId: who.id, action });
    await this.#recorded(undefined, who, [action, '', 'refused: may not']);
  };

  #recorded<T>(
    outcome: T,
    who: Actor,
    [action, what, end]: readonly [action: string, what: string, end: string],
  ): Promise<Recorded<T>> {
    return record(this.#dependencies, outcome, { who, action, what, outcome: end });
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
