import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ArticleNames, ReadableArticle } from '../article-names.js';
import { gatherEvidence } from './corpus-evidence.js';
import { decideNames } from './decide-names.js';
import { readNames } from './read-names.js';
import type { ArticleReading } from './reading.js';

/**
 * The people, organisations and places named in the articles, one entry an article, in their order.
 * Articles are read each by itself (`readNames`, which may be kept), then decided in the light of all (`decideAll`).
 */
export function recogniseNames(articles: readonly ReadableArticle[], knows: NameKnowledge): ArticleNames[] {
  return decideAll(
    articles.map((article) => readNames(article, knows)),
    knows,
  );
}

/** Decides for all articles what is a name in them, from readings fresh or kept (`decodeReadings`). */
export function decideAll(readings: readonly ArticleReading[], knows: NameKnowledge): ArticleNames[] {
  const corpus = gatherEvidence(readings);
  return readings.map((reading) => decideNames(reading, corpus, knows));
}
