import type { Article, SetAsideFile } from '../../src/domain/article.js';
import type { ArticleSource } from '../../src/ports/article-source.js';

/** A corpus that is a list, behind the articles the files that could not be read. */
export function articleList(articles: readonly Article[], setAside: readonly SetAsideFile[] = []): ArticleSource {
  return {
    async *readArticles() {
      for (const article of articles) yield { kind: 'article', article };
      for (const file of setAside) yield { kind: 'set-aside', ...file };
    },
  };
}
