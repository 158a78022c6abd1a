import type { ArticleMeta } from '../domain/article.js';
import type { EntityKind } from '../domain/entity.js';
import type {
  EntityCandidate,
  EntityCard,
  EntityLookup,
  SourcedName,
  SourcedQuote,
  SourcedSaying,
} from '../domain/entity-lookup.js';
import { sayingText } from './describe-entity.js';

// Enough to see what is said of somebody; all places are behind /entity's "All mentions".
const mostAbout = 20;

/** What came of a look-up, as other programs get it from `npm run -s entity -- --json`; the names of the fields are a contract. */
export interface EntityJson {
  readonly status: EntityLookup['status'];
  /** `null` unless found. */
  readonly entity: FoundJson | null;
  /** Of an ambiguous name. */
  readonly candidates: readonly CandidateJson[];
  /** Of an unknown name. */
  readonly nearest: readonly CandidateJson[];
}

/** All `articles` are ids of articles. */
interface FoundJson {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly aliases: readonly NameJson[];
  readonly roles: readonly NameJson[];
  /** Newest first. */
  readonly articles: readonly string[];
  /** All that it said, newest first. */
  readonly statementsBy: readonly StatementJson[];
  /** Sentences that name it: those of its card, then the newest; at most 20. */
  readonly statementsAbout: readonly StatementJson[];
  /** The ten strongest at most. */
  readonly companions: readonly { readonly name: string; readonly articles: readonly string[] }[];
}

interface NameJson {
  readonly text: string;
  readonly articles: readonly string[];
}

interface StatementJson {
  /** `quote`; of something said with its speaker before it, and in quotation marks where all of it is the speaker's words. */
  readonly text: string;
  readonly article: string;
  /** Verbatim. */
  readonly quote: string;
}

/** Here `articles` is how many name it. */
interface CandidateJson {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly role: string | null;
  readonly articles: number;
}

/** `said` and `mentions` are all of the entity's where one was found, newest first. */
export function toEntityJson(
  lookup: EntityLookup,
  said: readonly SourcedSaying[],
  mentions: readonly SourcedQuote[],
): EntityJson {
  return {
    status: lookup.status,
    entity: lookup.status === 'found' ? found(lookup.entity, said, mentions) : null,
    candidates: lookup.status === 'ambiguous' ? lookup.candidates.map(candidate) : [],
    nearest: lookup.status === 'unknown' ? lookup.nearest.map(candidate) : [],
  };
}

function found(card: EntityCard, said: readonly SourcedSaying[], mentions: readonly SourcedQuote[]): FoundJson {
  const { id, kind, name } = card;
  return {
    id,
    kind,
    name,
    aliases: card.aliases.map(named),
    roles: card.roles.map(named),
    articles: ids(card.articles),
    statementsBy: said.map((one) => ({ text: sayingText(one), article: one.article.id, quote: one.quote })),
    statementsAbout: about(card, mentions).map(({ article, quote }) => ({ text: quote, article: article.id, quote })),
    companions: card.companions.map(({ name: companion, shared }) => ({ name: companion, articles: ids(shared) })),
  };
}

/** A sentence that names an entity twice is two mentions, and one sentence. */
function about(card: EntityCard, mentions: readonly SourcedQuote[]): SourcedQuote[] {
  const quotes = new Map<string, SourcedQuote>();
  for (const one of [...card.about, ...mentions]) {
    const key = JSON.stringify([one.article.id, one.quote]);
    if (!quotes.has(key)) quotes.set(key, one);
  }
  return [...quotes.values()].slice(0, mostAbout);
}

function named({ text, articles }: SourcedName): NameJson {
  return { text, articles: ids(articles) };
}

function candidate({ id, kind, name, role, articles }: EntityCandidate): CandidateJson {
  return { id, kind, name, role: role ?? null, articles };
}

function ids(articles: readonly ArticleMeta[]): string[] {
  return articles.map(({ id }) => id);
}
