import type { Article, ArticleId } from '../domain/article.js';
import type { ReindexOptions } from '../domain/reindex.js';

/** What a re-index has to do. Ids sorted. */
export interface ReindexPlan {
  readonly added: readonly ArticleId[];
  readonly changed: readonly ArticleId[];
  readonly removed: readonly string[];
  readonly unchanged: readonly ArticleId[];
}

/** Compares the articles with the hashes of the snapshot that serves (none: everything is new). */
export function planReindex(
  hashes: Readonly<Record<string, string>> | undefined,
  articles: readonly Pick<Article, 'id' | 'contentHash'>[],
): ReindexPlan {
  const before = new Map(Object.entries(hashes ?? {}));
  const now = new Set<string>(articles.map(({ id }) => id));
  const sorted = (chosen: typeof articles) => chosen.map(({ id }) => id).sort();
  return {
    added: sorted(articles.filter(({ id }) => !before.has(id))),
    changed: sorted(articles.filter(({ id, contentHash }) => before.has(id) && before.get(id) !== contentHash)),
    removed: [...before.keys()].filter((id) => !now.has(id)).sort(),
    unchanged: sorted(articles.filter(({ id, contentHash }) => before.get(id) === contentHash)),
  };
}

/** Whether the corpus is the one the snapshot was made of. */
export function isUnchanged(plan: ReindexPlan): boolean {
  return plan.added.length + plan.changed.length + plan.removed.length === 0;
}

/**
 * Whether so many of the articles of before would go that somebody should be asked first: more than `share` of them, those
 * that may be dropped not counted. A folder that is not mounted, or another than was meant, looks like a corpus that has lost most
 * of its articles.
 */
export function dropsTooMuch(
  { removed, changed, unchanged }: ReindexPlan,
  share: number | undefined,
  mayDrop: ReindexOptions['mayDrop'],
): boolean {
  if (share === undefined || mayDrop === 'any') return false;
  const confirmed = new Set(mayDrop);
  const unasked = removed.filter((id) => !confirmed.has(id)).length;
  return unasked > share * (removed.length + changed.length + unchanged.length);
}
