import type { DateSpan } from './answer.js';
import type { ArticleMeta } from './article.js';
import type { EntityId, EntityKind, MergeEvidence } from './entity.js';

/** A verbatim sentence of an article, shown with its source. */
export interface SourcedQuote {
  readonly article: ArticleMeta;
  readonly quote: string;
}

/** A sentence in which someone speaks, with who it is. */
export interface SourcedSaying extends SourcedQuote {
  readonly speaker: string;
  /** The role the same article gives the speaker, if it does. */
  readonly role: string | undefined;
  readonly verb: string;
  readonly form: 'direct' | 'reported';
}

/** A name and the articles that use it. */
export interface SourcedName {
  readonly text: string;
  readonly articles: readonly ArticleMeta[];
}

/** Enough to tell an entity from others: shown where a name fits several. */
export interface EntityCandidate {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  /** Its most given role. */
  readonly role: string | undefined;
  readonly articles: number;
}

/** An entity that appears with another, and in which articles. */
export interface EntityCompanion extends EntityCandidate {
  readonly shared: readonly ArticleMeta[];
}

/** What a reader first sees of an entity. */
export interface EntityCard {
  readonly id: EntityId;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly SourcedName[];
  readonly roles: readonly SourcedName[];
  /** All articles that name it, newest first. */
  readonly articles: readonly ArticleMeta[];
  /** First and last day of the articles that name it. */
  readonly dates: DateSpan | undefined;
  readonly publishers: number;
  readonly mentions: number;
  /** At most three, the most telling first. */
  readonly about: readonly SourcedQuote[];
  readonly said: readonly SourcedSaying[];
  /** At most ten, the strongest first. */
  readonly companions: readonly EntityCompanion[];
  readonly merges: readonly MergeEvidence[];
  readonly possiblySame: readonly (EntityCandidate & { readonly reason: string })[];
}

/** What came of looking a name up. */
export type EntityLookup =
  | {
      readonly status: 'found';
      readonly entity: EntityCard;
      /** What was typed, where it is not exactly a name of the entity. */
      readonly takenFor?: string | undefined;
    }
  | { readonly status: 'ambiguous'; readonly name: string; readonly candidates: readonly EntityCandidate[] }
  | { readonly status: 'unknown'; readonly name: string; readonly nearest: readonly EntityCandidate[] };

/** A name offered while typing. */
export interface EntitySuggestion {
  readonly id: EntityId;
  /** The alias that fits what was typed. */
  readonly alias: string;
  readonly kind: EntityKind;
  /** The entity's preferred name. */
  readonly name: string;
  readonly articles: number;
}

/** The parts of an entity that are shown page by page. */
export type EntitySection = 'mentions' | 'said' | 'companions' | 'timeline';

/** All an entity has of one section, in the order shown: newest first, companions by strength. */
export type EntityDetail =
  | { readonly section: 'mentions'; readonly quotes: readonly SourcedQuote[] }
  | { readonly section: 'said'; readonly sayings: readonly SourcedSaying[] }
  | { readonly section: 'companions'; readonly companions: readonly EntityCompanion[] }
  | {
      readonly section: 'timeline';
      /** Oldest first; the articles without a date under `undefined`, last. */
      readonly days: readonly {
        readonly day: string | undefined;
        readonly articles: readonly (ArticleMeta & { readonly quote: string })[];
      }[];
    };

/** Who said what about something. */
export type QuotesFound =
  | {
      readonly status: 'found';
      readonly speaker: EntityCandidate;
      /** As typed; `undefined` where everything said was asked for. */
      readonly about: string | undefined;
      /** Newest first. */
      readonly sayings: readonly SourcedSaying[];
    }
  | Exclude<EntityLookup, { readonly status: 'found' }>;
