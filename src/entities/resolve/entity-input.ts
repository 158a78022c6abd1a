import type { ArticleId } from '../../domain/article.js';
import type { SaidStatement } from '../../domain/entity.js';
import type { Span } from '../../domain/passage.js';
import type { ReadableArticle } from '../article-names.js';
import type { KeptNames } from './kept-names.js';
import type { EntityPins } from './pins.js';

/** Something said in an article, by whom the article's mention of that index names. */
export interface SaidByMention extends Pick<SaidStatement, 'verb' | 'form'> {
  readonly mention: number;
  readonly sentence: Span;
  readonly speaker: Span | undefined;
}

/** Everything that entities are resolved from. */
export interface EntityInput {
  /** In the corpus' order. */
  readonly articles: readonly ReadableArticle[];
  /** Those of articles that are not among these are left out. */
  readonly names: KeptNames;
  readonly said: ReadonlyMap<ArticleId, readonly SaidByMention[]>;
  readonly pins: EntityPins;
}
