import type { Answer, Question } from '../domain/answer.js';
import type { EntityId } from '../domain/entity.js';
import type {
  EntityDetail,
  EntityLookup,
  EntitySection,
  EntitySuggestion,
  QuotesFound,
} from '../domain/entity-lookup.js';
import { UsageError } from '../domain/errors.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress } from '../domain/reindex.js';
import type { IndexStatus, PublisherListing } from '../domain/status.js';

/** Looks up the people, organisations and places of one snapshot. */
export interface EntityDirectory {
  /** Looks a name up in any spelling or script, or an entity by its id. Rejects with `UsageError` for an empty name. */
  lookUpEntity(name: string): Promise<EntityLookup>;
  /** All of one section; `undefined` where the snapshot has no such entity (any more). */
  entityDetail(id: EntityId, section: EntitySection): Promise<EntityDetail | undefined>;
  /** At most 25 names that fit what has been typed, slips included, best first; the most named for an empty one. */
  suggestEntities(typed: string): Promise<readonly EntitySuggestion[]>;
  /** What someone said, of everything or about something. Rejects with `UsageError` for an empty name. */
  quotes(who: string, about?: string): Promise<QuotesFound>;
}

/** The directory of a coverage in which nobody is named. */
export const emptyDirectory: EntityDirectory = {
  lookUpEntity: async (name) => ({ status: 'unknown', name: nameIn(name), nearest: [] }),
  entityDetail: async () => undefined,
  suggestEntities: async () => [],
  quotes: async (who) => ({ status: 'unknown', name: nameIn(who), nearest: [] }),
};

function nameIn(typed: string): string {
  if (typed.trim() === '') throw new UsageError('There is no name to look up.');
  return typed;
}

/** Answers from one snapshot. */
export interface Coverage extends EntityDirectory {
  /** Answers a question. Rejects with `UsageError` for an unreadable date, an unknown outlet or an empty question. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /**
   * All outlets, by number of articles and then by name, and last the articles that name none, so that every article is listed
   * once; with `publisher`, only the outlets matching that name.
   */
  sources(publisher?: string): Promise<readonly PublisherListing[]>;
  status(): Promise<IndexStatus>;
  /** At most 25 outlets' names that fit what has been typed, best first; all outlets' first 25 for an empty prefix. */
  suggestPublishers(typed: string): Promise<readonly string[]>;
}

/** A coverage that holds memory or a thread until it is closed. */
export interface OpenCoverage extends Coverage {
  /** Whether it has died by itself; every call is refused then. */
  readonly dead: boolean;
  /** Lets calls that have begun finish, then frees what it holds. */
  close(): Promise<void>;
}

/**
 * What the program offers to whoever talks to people: Discord, the terminal, the scripts.
 * Every call is answered from exactly one snapshot. All reject with `NoSnapshotError` while nothing is indexed,
 * except `reindex`.
 */
export interface Dateline extends Coverage {
  /**
   * Never rejects for a failure of the run itself: that is the outcome `failed`. An aborted signal gives `cancelled`. Where one
   * is under way, this is that one: with its progress so far and to come, and its outcome; an aborted signal then rejects with
   * its reason and the run goes on. One that asks for more than the running one does comes after it. Dry runs are never joined.
   */
  reindex(
    options: ReindexOptions,
    onProgress: (progress: ReindexProgress) => void,
    signal?: AbortSignal,
  ): Promise<ReindexOutcome>;
}
