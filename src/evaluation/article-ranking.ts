import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';

/** An article and the score of its best passage. */
export interface RankedArticle {
  readonly article: string;
  readonly score: number;
}

/** Articles in the order of their best passage, at most `depth`. */
export function rankArticles(snapshot: Snapshot, passages: readonly RankedPassage[], depth: number): RankedArticle[] {
  const best = new Map<string, number>();
  for (const { position, score } of passages) {
    const article = snapshot.passages[position]?.article ?? '';
    if (!best.has(article)) best.set(article, score);
  }
  return [...best].slice(0, depth).map(([article, score]) => ({ article, score }));
}
