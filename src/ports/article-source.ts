import type { Article, SetAsideFile } from '../domain/article.js';

/** One file of the corpus, read: an article, the reason why it is none, or what is said about names. */
export type ReadArticle =
  | { readonly kind: 'article'; readonly article: Article; readonly origin?: ArticleOrigin }
  | ({ readonly kind: 'set-aside' } & SetAsideFile)
  /** What people decided about names: the text of the corpus' `entities.yaml`. */
  | { readonly kind: 'entity-pins'; readonly text: string };

/** The file an article was read from: its name within the corpus, and SHA-256 (hex) of its bytes. */
export interface ArticleOrigin {
  readonly file: string;
  readonly sha256: string;
}

/** The article that was read earlier from a file of that name and these bytes; `undefined` for any other. */
export type KnownArticles = (origin: ArticleOrigin) => Article | undefined;

/** Where articles come from. */
export interface ArticleSource {
  /**
   * Every file of the corpus once, in the order of their names. A bad file is an element, not an exception. The bytes of
   * every file are looked at; what is `known` need not be made of them again.
   */
  readArticles(signal?: AbortSignal, known?: KnownArticles): AsyncIterable<ReadArticle>;
}
