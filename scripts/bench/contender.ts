import type { Config } from '../../src/config.js';
import type { ArticleSource } from '../../src/ports/article-source.js';

/** A way to search articles, set beside the others. */
export interface Contender {
  /** Reads the articles and makes them searchable. */
  index(source: ArticleSource, config: Config): Promise<IndexedArticles>;
}

/** Articles that one contender can search. */
export interface IndexedArticles {
  readonly articleIds: readonly string[];
  readonly passages: number;
  /** The articles of the best `limit` passages, best first; an article once for each of its passages. */
  search(question: string, limit: number): Promise<readonly string[]>;
}
