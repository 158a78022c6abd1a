import type { Article, ArticleId } from '../domain/article.js';

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
