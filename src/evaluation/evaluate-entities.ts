import type { Article } from '../domain/article.js';
import type { Entity, EntityKind } from '../domain/entity.js';
import { nameKey } from '../entities/resolve/name-key.js';
import type { JudgedEntity } from './entity-set.js';

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

type Measured = JudgedEntity & { readonly inBodies: readonly string[] };
type AliasIndex = ReadonlyMap<string, readonly { readonly entity: Entity; readonly articles: number }[]>;
interface Match {
  readonly judged: Measured;
  readonly entity: Entity | undefined;
}

const keyOf = (name: string) => nameKey(name, 'place');

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

interface Item {
  readonly judged: Measured;
  readonly alias: string;
  /** The entity that has it, or a name of its own for an item that none has. */
  readonly cluster: string;
}

function scoreClusters(measured: readonly Measured[], index: AliasIndex) {
  const items = measured.flatMap((judged) =>
    judged.inBodies.map((alias): Item => ({ judged, alias, cluster: clusterOf(judged, alias, index) })),
  );
  const clusters = groupBy(items, ({ cluster }) => cluster);
  let [precision, recall] = [0, 0];
  for (const { judged, cluster } of items) {
    const all = clusters.get(cluster) ?? [];
    const right = all.filter((item) => item.judged === judged).length;
    precision += right / all.length;
    recall += right / judged.inBodies.length;
  }
  const mean = (sum: number) => (items.length === 0 ? 0 : sum / items.length);
  const misses = [...groupBy(items, ({ judged }) => judged)].flatMap(([judged, own]) =>
    splitOrMixed(judged, own, clusters),
  );
  return { figures: { items: items.length, precision: mean(precision), recall: mean(recall) }, misses };
}

function clusterOf(judged: Measured, alias: string, index: AliasIndex): string {
  const [best] = [...(index.get(keyOf(alias)) ?? [])].sort(
    (a, b) => Number(b.entity.kind === judged.kind) - Number(a.entity.kind === judged.kind) || b.articles - a.articles,
  );
  return best === undefined ? `none: ${judged.id} ${alias}` : best.entity.id;
}

function splitOrMixed(
  judged: Measured,
  own: readonly Item[],
  clusters: ReadonlyMap<string, readonly Item[]>,
): string[] {
  const parts = groupBy(own, ({ cluster }) => cluster);
  const told = [...parts].map(([cluster, items]) => `${items.map(({ alias }) => alias).join(' | ')} in ${cluster}`);
  const strangers = [...parts.keys()].flatMap((cluster) =>
    (clusters.get(cluster) ?? []).filter((item) => item.judged !== judged),
  );
  return [
    ...(parts.size > 1 ? [`split: ${judged.name}: ${told.join('; ')}`] : []),
    ...strangers.map((item) => `mixed: ${judged.name} with ${item.alias} of ${item.judged.name}`),
  ];
}

function scoreArticles(matches: readonly Match[]) {
  const totals = { right: 0, given: 0, wanted: 0 };
  const singles: ArticleFigures[] = [];
  const misses: string[] = [];
  for (const { judged, entity } of matches) {
    if (entity === undefined) continue;
    const wanted = new Set(judged.articles);
    const given = new Set(entity.articles.map((id) => (wanted.has(id) ? id : (id.split('-')[0] ?? id))));
    const right = [...given].filter((id) => wanted.has(id)).length;
    totals.right += right;
    totals.given += given.size;
    totals.wanted += wanted.size;
    singles.push(figuresOf({ right, given: given.size, wanted: wanted.size }));
    const [extra, missing] = [[...given].filter((id) => !wanted.has(id)), [...wanted].filter((id) => !given.has(id))];
    if (extra.length + missing.length > 0) {
      misses.push(`articles: ${judged.name}: not in ${missing.join(' ') || '-'}; wrongly in ${extra.join(' ') || '-'}`);
    }
  }
  const mean = (of: (figures: ArticleFigures) => number) =>
    singles.reduce((sum, one) => sum + of(one), 0) / (singles.length || 1);
  const macro = {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
  };
  return { macro, micro: figuresOf(totals), misses };
}

function figuresOf({ right, given, wanted }: { right: number; given: number; wanted: number }): ArticleFigures {
  const precision = given === 0 ? 0 : right / given;
  const recall = wanted === 0 ? 0 : right / wanted;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
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

function groupBy<T, K>(items: readonly T[], groupOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group === undefined) groups.set(groupOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
