import { splitArticle } from '../../src/corpus/split-article.js';
import type { Article } from '../../src/domain/article.js';
import type { ArticleSource } from '../../src/ports/article-source.js';

/** A passage as the other searches get it: a plain document of two fields. */
export interface PassageDocument {
  readonly id: number;
  readonly article: string;
  readonly title: string;
  readonly text: string;
}

/** All articles of a source. */
export async function readArticles(source: ArticleSource): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const read of source.readArticles()) if (read.kind === 'article') articles.push(read.article);
  return articles;
}

/** Dateline's own passages of the articles, each with its article's title. */
export function passageDocuments(articles: readonly Article[]): PassageDocument[] {
  const passages = articles.flatMap((article) =>
    splitArticle(article).map(({ start, end }) => ({
      article: article.id,
      title: article.title,
      text: article.body.slice(start, end),
    })),
  );
  return passages.map((passage, id) => ({ id, ...passage }));
}
