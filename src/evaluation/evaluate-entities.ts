import type { Article } from '../domain/article.js';
import type { Entity, EntityKind } from '../domain/entity.js';
import { type AliasIndex, keyOf, type Match, type Measured } from './entity-matches.js';
import type { JudgedEntity } from './entity-set.js';
import { scoreClusters } from './score-aliases.js';
import { scoreArticles } from './score-article-lists.js';

/** How many judged entities of a kind the catalogue has. */
export interface KindFound {
  readonly found: number;
  readonly of: number;
}

/** Right, wrong and missing articles, and the measures of them. */
export interface ArticleFigures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** What an entity file says of a catalogue. */
export interface EntityEvaluation {
  readonly kinds: Readonly<Record<EntityKind, KindFound>>;
  /** People and organisations together. */
  readonly named: KindFound;
  readonly bCubed: { readonly items: number; readonly precision: number; readonly recall: number };
  readonly macro: ArticleFigures;
  readonly micro: ArticleFigures;
  /** Pairs given as confusable that are one entity here. */
  readonly confused: readonly (readonly [string, string])[];
  /** One line for everything that is not as judged. */
  readonly misses: readonly string[];
}

/**
 * Measures a catalogue against judged entities.
 *
 * Two names are equal here where they differ in case, accents, hyphens and blanks only.
 * - Found: an entity of the kind has one of the judged aliases. Of several the one with most of them, then with most articles.
 *   Judged entities none of whose aliases stands literally in a body (only in titles or front matter) are left out and noted.
 * - B-cubed, over all judged aliases that stand literally in a body, as items: an item's cluster is the entity that has it as an
 *   alias (of several: of the judged kind first, then with most articles using it); an item that no entity has is alone.
 *   Precision: the share of an item's cluster (counted in items) that is judged the same; recall: the share of the
 *   judged entity's items that are in the item's cluster; both averaged over the items.
 * - Article lists: judged articles against the found entity's; macro over the found ones, micro over all their articles.
 */
export function evaluateEntities(
  judged: readonly JudgedEntity[],
  entities: readonly Entity[],
  articles: readonly Article[],
): EntityEvaluation {
  const bodies = articles.map(({ body }) => body.normalize('NFC'));
  const stands = (alias: string) => bodies.some((body) => body.includes(alias.normalize('NFC')));
  const inBodies = judged.map((one) => ({ ...one, inBodies: one.aliases.filter(stands) }));
  const measured = inBodies.filter((one) => one.inBodies.length > 0);
  const index = indexAliases(entities);
  const matches = measured.map((one) => ({ judged: one, entity: matchOf(one, index) }));
  const bCubed = scoreClusters(measured, index);
  const lists = scoreArticles(matches);
  const confused = confusedPairs(matches);
  return {
    kinds: {
      person: found(matches, ['person']),
      organisation: found(matches, ['organisation']),
      place: found(matches, ['place']),
    },
    named: found(matches, ['person', 'organisation']),
    bCubed: bCubed.figures,
    macro: lists.macro,
    micro: lists.micro,
    confused,
    misses: [
      ...inBodies.filter((one) => one.inBodies.length === 0).map((one) => `not in a body: ${one.kind} ${one.name}`),
      ...matches.filter(({ entity }) => entity === undefined).map(({ judged: one }) => notFound(one, index)),
      ...bCubed.misses,
      ...lists.misses,
      ...confused.map(([one, other]) => `confused: ${one} and ${other}`),
    ],
  };
}

function indexAliases(entities: readonly Entity[]): AliasIndex {
  const index = new Map<string, { entity: Entity; articles: number }[]>();
  for (const entity of entities) {
    const counts = new Map<string, number>();
    for (const { text, articles } of entity.aliases)
      counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + articles.length);
    for (const [key, articles] of counts) index.set(key, [...(index.get(key) ?? []), { entity, articles }]);
  }
  return index;
}

function matchOf(judged: JudgedEntity, index: AliasIndex): Entity | undefined {
  const counts = new Map<Entity, number>();
  for (const alias of judged.aliases) {
    for (const { entity } of index.get(keyOf(alias)) ?? []) {
      if (entity.kind === judged.kind) counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || b.articles.length - a.articles.length)[0]?.[0];
}

function found(matches: readonly Match[], kinds: readonly EntityKind[]): KindFound {
  const of = matches.filter(({ judged }) => kinds.includes(judged.kind));
  return { found: of.filter(({ entity }) => entity !== undefined).length, of: of.length };
}

function notFound(judged: Measured, index: AliasIndex): string {
  const others = judged.inBodies.flatMap((alias) =>
    (index.get(keyOf(alias)) ?? []).map(({ entity }) => `${entity.kind} ${entity.name}`),
  );
  return `not found: ${judged.kind} ${judged.name} (${judged.inBodies.join(' | ')})${others.length > 0 ? `, but ${others.join(', ')}` : ''}`;
}

function confusedPairs(matches: readonly Match[]): [string, string][] {
  const byId = new Map(matches.map((match) => [match.judged.id, match]));
  return matches.flatMap(({ judged, entity }) =>
    judged.confusableWith.flatMap((id): [string, string][] => {
      const other = byId.get(id);
      const isMerged = entity !== undefined && other?.entity === entity;
      return isMerged && (judged.id < id || !other.judged.confusableWith.includes(judged.id)) ? [[judged.id, id]] : [];
    }),
  );
}
