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
  const touched = entities.filter(({ articles }) => articles.some((id) => ids.has(id)));
  const rests = new Map(touched.map((entity) => [entity.id, withoutMentions(entity, ids)]));
  const losses = { ids, rests, unspelled: unspelledOf(touched, rests), shared: createSharedSentences(touched, gone) };
  const left = entities.flatMap((entity) => {
    // Whatever is named beside an entity in a gone article is touched itself: of the others only what may be the same can be gone.
    if (!rests.has(entity.id)) return [withoutNamesakes(entity, losses)];
    const rest = rests.get(entity.id);
    return rest === undefined ? [] : [withoutRelations(rest, losses)];
  });
  // Stable: those of as many articles stay in the order of their names.
  return { entities: left.sort((a, b) => b.articles.length - a.articles.length) };
}

type Ids = ReadonlySet<string>;

/** `undefined` where no article is left that names it in full. */
function withoutMentions(entity: Entity, gone: Ids): Entity | undefined {
  const mentions = entity.mentions.filter(({ article }) => !gone.has(article));
  const aliases = stillUsed(entity.aliases, gone);
  const [first] = aliases;
  if (mentions.length === 0 || first === undefined) return undefined;
  const { id, kind, name, companions, merges, possiblySame } = entity;
  return {
    id,
    kind,
    name: aliases.some(({ text }) => text === name) ? name : first.text,
    aliases,
    roles: stillUsed(entity.roles, gone),
    mentions,
    articles: entity.articles.filter((article) => !gone.has(article)),
    said: entity.said.filter(({ sentence }) => !gone.has(sentence.article)),
    companions,
    merges,
    possiblySame,
  };
}

type Rests = ReadonlyMap<EntityId, Entity | undefined>;

/** The spellings that no article uses for an entity any more. */
function unspelledOf(touched: readonly Entity[], rests: Rests): Map<EntityId, ReadonlySet<string>> {
  return new Map(
    touched.map(({ id, aliases }) => {
      const spelled = new Set(rests.get(id)?.aliases.map(({ text }) => text));
      return [id, new Set(aliases.map(({ text }) => text).filter((text) => !spelled.has(text)))];
    }),
  );
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
  /** What is left of the entities that a gone article named; `undefined`: nothing. */
  readonly rests: Rests;
  readonly unspelled: ReadonlyMap<EntityId, ReadonlySet<string>>;
  /** In how many sentences of the gone articles two entities are both named. */
  readonly shared: (one: EntityId, other: EntityId) => number;
}

const isGone = ({ rests }: Losses, id: EntityId) => rests.has(id) && rests.get(id) === undefined;

function withoutRelations(entity: Entity, losses: Losses): Entity {
  const companions = entity.companions.flatMap((companion) => companionLeft(entity.id, companion, losses));
  return {
    ...entity,
    companions: companions.sort((a, b) => b.sentences - a.sentences || b.articles.length - a.articles.length),
    merges: entity.merges.flatMap((merge) => evidenceLeft(merge, [entity.id], losses)),
    possiblySame: namesakesLeft(entity, losses),
  };
}

/** The entity itself where nothing of it changes. */
function withoutNamesakes(entity: Entity, losses: Losses): Entity {
  const possiblySame = namesakesLeft(entity, losses);
  const isAsBefore = possiblySame.every(({ evidence }, i) => {
    return evidence.articles.length === entity.possiblySame[i]?.evidence.articles.length;
  });
  if (isAsBefore && possiblySame.length === entity.possiblySame.length) return entity;
  const { id, kind, name, aliases, roles, mentions, articles, said, companions, merges } = entity;
  return { id, kind, name, aliases, roles, mentions, articles, said, companions, merges, possiblySame };
}

function namesakesLeft({ id: own, possiblySame }: Entity, losses: Losses): Entity['possiblySame'] {
  return possiblySame.flatMap(({ id, evidence }) =>
    evidenceLeft(evidence, [own, id], losses).map((left) => ({ id, evidence: left })),
  );
}

function companionLeft(entity: EntityId, companion: Companion, losses: Losses): Companion[] {
  const { id, sentences } = companion;
  const articles = companion.articles.filter((article) => !losses.ids.has(article));
  if (isGone(losses, id) || articles.length === 0) return [];
  if (articles.length === companion.articles.length) return [companion];
  return [{ id, articles, sentences: Math.max(0, sentences - losses.shared(entity, id)) }];
}

/** Of evidence about names of these entities: nothing where a name or all articles that told it are gone. */
function evidenceLeft(evidence: MergeEvidence, of: readonly EntityId[], losses: Losses): MergeEvidence[] {
  const isUnspelled = (text: string) => of.some((id) => losses.unspelled.get(id)?.has(text) === true);
  const articles = evidence.articles.filter((id) => !losses.ids.has(id));
  const isUntold = evidence.articles.length > 0 && articles.length === 0;
  const isLost = of.some((id) => isGone(losses, id)) || [evidence.alias, evidence.other].some(isUnspelled);
  return isUntold || isLost ? [] : [{ ...evidence, articles }];
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
