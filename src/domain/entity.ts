import type { ArticleId } from './article.js';
import type { Span } from './passage.js';

declare const entityIdBrand: unique symbol;

/** An entity's name in addresses: its preferred name in lower case with hyphens, made unique where two share it. */
export type EntityId = string & { readonly [entityIdBrand]: true };

/** Brands a string as an entity id. */
export function entityId(slug: string): EntityId {
  return slug as EntityId;
}

/** What the catalogue tells apart. */
export type EntityKind = 'person' | 'organisation' | 'place';

/** A place in an article's body; `body.slice(start, end)` is its text. */
export interface BodySpan extends Span {
  readonly article: ArticleId;
}

/** A spelling under which an entity is named in full. */
export interface EntityAlias {
  readonly text: string;
  /** The articles that use it, in the corpus' order. */
  readonly articles: readonly ArticleId[];
}

/** What an entity is called besides its name ("chairman of Lark Group"), word for word as the articles give it. */
export interface EntityRole {
  readonly text: string;
  readonly articles: readonly ArticleId[];
}

/** Something an entity said. */
export interface SaidStatement {
  /** The whole sentence, verbatim. */
  readonly sentence: BodySpan;
  /** The verb of saying as written ("told", "urged"). */
  readonly verb: string;
  readonly form: 'direct' | 'reported';
  /** Where the speaker is named in the sentence: a name or a pronoun; `undefined` where a sentence before names them. */
  readonly speaker: BodySpan | undefined;
}

/** Another entity named in the same sentences or articles; the strongest first. */
export interface Companion {
  readonly id: EntityId;
  /** Articles in which both are named. */
  readonly articles: readonly ArticleId[];
  /** Sentences in which both are named. */
  readonly sentences: number;
}

/** Why two names were taken for one entity, or are thought to be possibly the same. */
export interface MergeEvidence {
  readonly alias: string;
  readonly other: string;
  /** One plain clause: "differ in case, hyphens or blanks only", "written as one in brackets". */
  readonly reason: string;
  /** Where the text says so, if it does. */
  readonly articles: readonly ArticleId[];
}

/** A person, organisation or place of the coverage, under all its names. */
export interface Entity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** The spelling that most articles use. */
  readonly name: string;
  /** All full spellings, the most used first, `name` among them. */
  readonly aliases: readonly EntityAlias[];
  /** The most given first. */
  readonly roles: readonly EntityRole[];
  /** Every place it is named, short forms too, in the order of the corpus. */
  readonly mentions: readonly BodySpan[];
  /** The articles that name it, in the order of the corpus. */
  readonly articles: readonly ArticleId[];
  readonly said: readonly SaidStatement[];
  readonly companions: readonly Companion[];
  readonly merges: readonly MergeEvidence[];
  /** Entities that may be the same, on evidence too weak to merge. */
  readonly possiblySame: readonly { readonly id: EntityId; readonly evidence: MergeEvidence }[];
}

/** All entities of a snapshot, by number of articles and then by id. */
export interface EntityCatalogue {
  readonly entities: readonly Entity[];
}
