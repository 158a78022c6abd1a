import type { Article, SetAsideFile } from '../domain/article.js';

/** One file of the corpus, read: an article, the reason why it is none, or what is said about names. */
export type ReadArticle =
  | { readonly kind: 'article'; readonly article: Article }
  | ({ readonly kind: 'set-aside' } & SetAsideFile)
  /** What people decided about names: the text of the corpus' `entities.yaml`. */
  | { readonly kind: 'entity-pins'; readonly text: string };

/** Where articles come from. */
export interface ArticleSource {
  /** Every file of the corpus once, in the order of their names. A bad file is an element, not an exception. */
  readArticles(signal?: AbortSignal): AsyncIterable<ReadArticle>;
}
