import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ArticleNames, ReadableArticle } from '../article-names.js';
import { gatherEvidence } from './corpus-evidence.js';
import { decideNames } from './decide-names.js';
import { readNames } from './read-names.js';

/**
 * The people, organisations and places named in the articles, one entry an article, in their order.
 * Articles are read each by itself, then decided in the light of all.
 */
export function recogniseNames(articles: readonly ReadableArticle[], knows: NameKnowledge): ArticleNames[] {
  const readings = articles.map((article) => readNames(article, knows));
  const corpus = gatherEvidence(readings);
  return readings.map((reading) => decideNames(reading, corpus, knows));
}
