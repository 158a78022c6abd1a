import type { ArticleMeta } from '../domain/article.js';
import { NoSnapshotError } from '../domain/errors.js';
import type { Clock } from '../ports/clock.js';
import type { Coverage } from '../ports/dateline.js';

const most = 25;
// Suggestions are asked for at each key stroke, and ten thousand articles take some 20 ms to come over from their thread.
const keptMs = 10_000;

/** Finds indexed articles by the words of their ids and titles; the list is asked for every ten seconds at most. */
export function createArticleSuggestions(
  coverage: Pick<Coverage, 'sources'>,
  clock: Clock,
): (typed: string) => Promise<readonly ArticleMeta[]> {
  let kept: { readonly at: number; readonly articles: Promise<readonly ArticleMeta[]> } | undefined;
  return async (typed) => {
    const now = clock.now();
    if (kept === undefined || now - kept.at > keptMs) kept = { at: now, articles: allArticles(coverage) };
    const words = typed.toLowerCase().split(/\s+/);
    const fits = ({ id, title }: ArticleMeta) => {
      const text = `${id} ${title}`.toLowerCase();
      return words.every((word) => text.includes(word));
    };
    return (await kept.articles).filter(fits).slice(0, most);
  };
}

async function allArticles(coverage: Pick<Coverage, 'sources'>): Promise<readonly ArticleMeta[]> {
  try {
    const listed = (await coverage.sources()).flatMap(({ articles }) => articles);
    return listed.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  } catch (error) {
    if (error instanceof NoSnapshotError) return [];
    throw error;
  }
}
