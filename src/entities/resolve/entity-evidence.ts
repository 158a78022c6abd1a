import type { ArticleId } from '../../domain/article.js';
import type { MergeEvidence } from '../../domain/entity.js';
import type { NameLink } from './clusters.js';
import type { NamedDraft, ResolvedNames } from './entity-drafts.js';
import type { Name } from './name-table.js';
import { byUse, type Spelling } from './preferred-name.js';

/** The evidence for an entity's names, and for what else may be the same, made when it is asked for. */
export interface Evidence {
  merges(draft: NamedDraft, aliases: readonly Spelling[]): MergeEvidence[];
  /** By number of the other entity. */
  possiblySame(number: number): { readonly other: number; readonly evidence: MergeEvidence }[];
}

/** `numberOf`: the entity that a name belongs to, if any. */
export function createEvidence(
  numberOf: (name: Name) => number | undefined,
  { clusters, weak }: Pick<ResolvedNames, 'clusters' | 'weak'>,
  articleIds: readonly ArticleId[],
): Evidence {
  const joins = linksByKey(clusters.joins.map((link) => [clusters.rootOf(link.one), link]));
  const possible = linksByKey(
    weak.flatMap((link): [number, NameLink][] => {
      const [one, other] = [numberOf(link.one), numberOf(link.other)];
      if (one === undefined || other === undefined || one === other) return [];
      return clusters.heldApart(link.one, link.other)
        ? []
        : [
            [one, link],
            [other, link],
          ];
    }),
  );
  const toEvidence = ({ one, other, reason, articles }: NameLink): MergeEvidence => ({
    alias: mainSpelling(other),
    other: mainSpelling(one),
    reason,
    articles: articles.map((article) => articleIds[article] as ArticleId),
  });
  return {
    merges: ({ root }, aliases) => [
      ...(joins.get(root) ?? []).map(toEvidence),
      ...clusters.membersOf(root).flatMap((name) => spelledAlike(name, aliases)),
    ],
    possiblySame(number) {
      const first = new Map<number, NameLink>();
      for (const link of possible.get(number) ?? []) {
        const other = [numberOf(link.one), numberOf(link.other)].find((either) => either !== number);
        if (other !== undefined && !first.has(other)) first.set(other, link);
      }
      return [...first].sort(([a], [b]) => a - b).map(([other, link]) => ({ other, evidence: toEvidence(link) }));
    },
  };
}

function linksByKey<K>(links: Iterable<readonly [K, NameLink]>): ReadonlyMap<K, readonly NameLink[]> {
  const found = new Map<K, NameLink[]>();
  for (const [key, link] of links) {
    const known = found.get(key);
    if (known === undefined) found.set(key, [link]);
    else known.push(link);
  }
  return found;
}

function spelledAlike({ spellings }: Name, aliases: readonly Spelling[]): MergeEvidence[] {
  if (spellings.length < 2) return [];
  const main = mainSpelling({ spellings });
  const used = new Set(aliases.map(({ text }) => text));
  const others = spellings.map(({ text }) => text).filter((text) => text !== main && used.has(text));
  const reason = 'differ in case, accents, hyphens, blanks or a legal form only';
  return others.sort().map((alias) => ({ alias, other: main, reason, articles: [] }));
}

function mainSpelling({ spellings }: Pick<Name, 'spellings'>): string {
  return [...spellings].sort(byUse)[0]?.text ?? '';
}
