import type { ArticleId } from '../domain/article.js';
import type { Companion, Entity, EntityAlias, EntityCatalogue, EntityId, MergeEvidence } from '../domain/entity.js';
import type { Span } from '../domain/passage.js';
import { sentenceAt } from './resolve/companions.js';

/** An article that is no longer in the corpus as it was catalogued, with its sentences as they were then. */
export interface GoneArticle {
  readonly id: string;
  readonly sentences: readonly Span[];
}

/**
 * A catalogue without whatever rests on some articles: mentions, statements, spellings, roles, relations and evidence. An entity
 * that no other article names in full goes, and with it what refers to it. What is left is what the others say; names are not
 * decided anew, so a catalogue made of the others alone may tell them apart or join them otherwise.
 */
export function withoutArticles({ entities }: EntityCatalogue, gone: readonly GoneArticle[]): EntityCatalogue {
  const ids = new Set(gone.map(({ id }) => id));
  const touched = new Set(entities.filter((entity) => isTouched(entity, ids)).map(({ id }) => id));
  const unspelled = new Map<EntityId, ReadonlySet<string>>();
  const left = entities.flatMap((entity) => {
    if (!touched.has(entity.id)) return [entity];
    const rest = withoutMentions(entity, ids);
    unspelled.set(entity.id, new Set(entity.aliases.map(({ text }) => text).filter((text) => !spells(rest, text))));
    return rest === undefined ? [] : [rest];
  });
  const kept = new Set(left.map(({ id }) => id));
  const losses = { ids, kept, unspelled, shared: createSharedSentences(entities, gone) };
  // Stable: those of as many articles stay in the order of their names.
  const ordered = left.sort((a, b) => b.articles.length - a.articles.length);
  return { entities: ordered.map((entity) => withoutRelations(entity, losses)) };
}

type Ids = ReadonlySet<string>;

function isTouched({ articles, aliases, roles }: Entity, gone: Ids): boolean {
  return [articles, ...[...aliases, ...roles].map((one) => one.articles)].some((all) => all.some((id) => gone.has(id)));
}

function spells(entity: Entity | undefined, spelling: string): boolean {
  return entity?.aliases.some(({ text }) => text === spelling) === true;
}

/** `undefined` where no article is left that names it in full. */
function withoutMentions(entity: Entity, gone: Ids): Entity | undefined {
  const mentions = entity.mentions.filter(({ article }) => !gone.has(article));
  const aliases = stillUsed(entity.aliases, gone);
  const [first] = aliases;
  if (mentions.length === 0 || first === undefined) return undefined;
  return {
    ...entity,
    name: aliases.some(({ text }) => text === entity.name) ? entity.name : first.text,
    aliases,
    roles: stillUsed(entity.roles, gone),
    mentions,
    articles: entity.articles.filter((id) => !gone.has(id)),
    said: entity.said.filter(({ sentence }) => !gone.has(sentence.article)),
  };
}

/** Those that an article uses still, the most used first as before. */
function stillUsed(named: readonly EntityAlias[], gone: Ids): EntityAlias[] {
  return named
    .map(({ text, articles }) => ({ text, articles: articles.filter((id) => !gone.has(id)) }))
    .filter(({ articles }) => articles.length > 0)
    .sort((a, b) => b.articles.length - a.articles.length);
}

interface Losses {
  readonly ids: Ids;
  readonly kept: ReadonlySet<EntityId>;
  /** The spellings that no article uses for an entity any more. */
  readonly unspelled: ReadonlyMap<EntityId, ReadonlySet<string>>;
  /** In how many sentences of the gone articles two entities are both named. */
  readonly shared: (one: EntityId, other: EntityId) => number;
}

function withoutRelations(entity: Entity, losses: Losses): Entity {
  const companions = entity.companions.flatMap((companion) => companionLeft(entity.id, companion, losses));
  return {
    ...entity,
    companions: companions.sort((a, b) => b.sentences - a.sentences || b.articles.length - a.articles.length),
    merges: entity.merges.flatMap((merge) => evidenceLeft(merge, [entity.id], losses)),
    possiblySame: entity.possiblySame.flatMap(({ id, evidence }) =>
      evidenceLeft(evidence, [entity.id, id], losses).map((left) => ({ id, evidence: left })),
    ),
  };
}

function companionLeft(entity: EntityId, companion: Companion, { ids, kept, shared }: Losses): Companion[] {
  const articles = companion.articles.filter((id) => !ids.has(id));
  if (!kept.has(companion.id) || articles.length === 0) return [];
  if (articles.length === companion.articles.length) return [companion];
  return [{ ...companion, articles, sentences: Math.max(0, companion.sentences - shared(entity, companion.id)) }];
}

/** Of evidence about names of these entities: nothing where a name or all articles that told it are gone. */
function evidenceLeft(evidence: MergeEvidence, of: readonly EntityId[], losses: Losses): MergeEvidence[] {
  const isGone = (spelling: string) => of.some((id) => losses.unspelled.get(id)?.has(spelling) === true);
  const articles = evidence.articles.filter((id) => !losses.ids.has(id));
  const isUntold = evidence.articles.length > 0 && articles.length === 0;
  const isLeft = of.every((id) => losses.kept.has(id)) && !isUntold && ![evidence.alias, evidence.other].some(isGone);
  return isLeft ? [{ ...evidence, articles }] : [];
}

function createSharedSentences(entities: readonly Entity[], gone: readonly GoneArticle[]): Losses['shared'] {
  const sentencesOf = new Map<ArticleId | string, readonly Span[]>(gone.map(({ id, sentences }) => [id, sentences]));
  const placesOf = new Map<EntityId, Set<string>>();
  for (const { id, mentions } of entities) {
    for (const { article, start } of mentions) {
      const sentences = sentencesOf.get(article);
      if (sentences === undefined) continue;
      const places = placesOf.get(id) ?? new Set();
      placesOf.set(id, places.add(`${sentenceAt(sentences, start)} ${article}`));
    }
  }
  return (one, other) => {
    const theirs = placesOf.get(other);
    return [...(placesOf.get(one) ?? [])].filter((place) => theirs?.has(place) === true).length;
  };
}
