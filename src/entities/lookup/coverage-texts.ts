import { type Article, type ArticleId, type ArticleMeta, publishedDay } from '../../domain/article.js';
import type { BodySpan } from '../../domain/entity.js';
import type { Passage, Span } from '../../domain/passage.js';
import { sentenceAt } from '../resolve/companions.js';

/** The articles and their sentences, as the catalogue's places refer to them. */
export interface CoverageTexts {
  meta(id: ArticleId): ArticleMeta;
  text(span: BodySpan): string;
  sentences(id: ArticleId): readonly Span[];
  /** The sentence that a place stands in, and its number in the article. */
  sentenceOf(span: BodySpan): BodySpan & { readonly number: number };
  /** Newest first, those without a date last, else in the order of the corpus. */
  newestFirst(a: ArticleId, b: ArticleId): number;
}

/** Reads sentences from the passages, an article at a time. */
export function createCoverageTexts(articles: readonly Article[], passages: readonly Passage[]): CoverageTexts {
  const numbers = new Map(articles.map(({ id }, number) => [id, number]));
  const passagesOf = new Map<ArticleId, Passage[]>();
  for (const passage of passages) {
    const known = passagesOf.get(passage.article);
    if (known === undefined) passagesOf.set(passage.article, [passage]);
    else known.push(passage);
  }
  const read = new Map<ArticleId, readonly Span[]>();
  const sentences = (id: ArticleId): readonly Span[] => {
    const known = read.get(id) ?? sentencesOf(passagesOf.get(id) ?? []);
    read.set(id, known);
    return known;
  };
  const articleOf = (id: ArticleId): Article => {
    const article = articles[numbers.get(id) ?? -1];
    if (article === undefined) throw new Error(`The catalogue names an article that is not there: ${id}`);
    return article;
  };
  return {
    meta: (id) => metaOf(articleOf(id)),
    text: ({ article, start, end }) => articleOf(article).body.slice(start, end),
    sentences,
    sentenceOf(span) {
      const own = sentences(span.article);
      const number = sentenceAt(own, span.start);
      const { start, end } = own[number] ?? span;
      return { article: span.article, start, end, number };
    },
    newestFirst(a, b) {
      const [day, other] = [publishedDay(articleOf(a)) ?? '', publishedDay(articleOf(b)) ?? ''];
      return day === other ? (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0) : day > other ? -1 : 1;
    },
  };
}

/** Passages may overlap: each sentence once, in order. */
function sentencesOf(passages: readonly Passage[]): Span[] {
  const byStart = new Map(passages.flatMap((passage) => passage.sentences.map((span) => [span.start, span] as const)));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}

function metaOf({ id, title, publisher, byline, published, url, language }: Article): ArticleMeta {
  return { id, title, publisher, byline, published, url, language };
}
