import type { ArticleId } from '../../domain/article.js';
import type { MergeEvidence } from '../../domain/entity.js';
import type { NameClusters, NameLink } from './clusters.js';
import type { NamedDraft, ResolvedNames } from './entity-drafts.js';
import type { Name } from './name-table.js';
import { byUse } from './preferred-name.js';

/** The evidence for each entity's names, and for what else may be the same. */
export function createEvidence(
  drafts: readonly NamedDraft[],
  numbers: ReadonlyMap<Name, number>,
  { clusters, weak }: ResolvedNames,
  articleIds: readonly ArticleId[],
) {
  const merges = new Map<number, MergeEvidence[]>();
  const possible = new Map<number, Map<number, MergeEvidence>>();
  const toEvidence = ({ one, other, reason, articles }: NameLink): MergeEvidence => ({
    alias: mainSpelling(other),
    other: mainSpelling(one),
    reason,
    articles: articles.map((article) => articleIds[article] as ArticleId),
  });
  for (const join of clusters.joins) {
    const number = numbers.get(clusters.rootOf(join.one));
    if (number !== undefined) merges.set(number, [...(merges.get(number) ?? []), toEvidence(join)]);
  }
  for (const link of weak) {
    const [one, other] = [numbers.get(clusters.rootOf(link.one)), numbers.get(clusters.rootOf(link.other))];
    if (one === undefined || other === undefined || one === other || clusters.heldApart(link.one, link.other)) continue;
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      const known = possible.get(from) ?? new Map<number, MergeEvidence>();
      if (!known.has(to)) known.set(to, toEvidence(link));
      possible.set(from, known);
    }
  }
  return {
    merges: (number: number) => [...(merges.get(number) ?? []), ...spelledAlike(drafts[number], clusters)],
    possiblySame: (number: number) =>
      [...(possible.get(number) ?? [])].sort(([a], [b]) => a - b).map(([other, evidence]) => ({ other, evidence })),
  };
}

function spelledAlike(draft: NamedDraft | undefined, clusters: NameClusters): MergeEvidence[] {
  if (draft === undefined) return [];
  return clusters.membersOf(draft.root).flatMap((name) => {
    const main = mainSpelling(name);
    const others = [...name.spellings.keys()].filter((text) => text !== main && draft.aliases.has(text)).sort();
    const reason = 'differ in case, accents, hyphens, blanks or a legal form only';
    return others.map((alias) => ({ alias, other: main, reason, articles: [] }));
  });
}

function mainSpelling({ spellings }: Name): string {
  const [first] = [...spellings].map(([text, articles]) => ({ text, articles: [...articles] })).sort(byUse);
  return first?.text ?? '';
}
