import { type AliasIndex, keyOf, type Measured } from './entity-matches.js';

interface Item {
  readonly judged: Measured;
  readonly alias: string;
  /** The entity that has it, or a name of its own for an item that none has. */
  readonly cluster: string;
}

/** B-cubed precision and recall over the judged aliases. */
export function scoreClusters(measured: readonly Measured[], index: AliasIndex) {
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

function groupBy<T, K>(items: readonly T[], groupOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(groupOf(item));
    if (group === undefined) groups.set(groupOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
