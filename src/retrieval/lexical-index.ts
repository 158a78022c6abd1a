import type { Article } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import { Bm25Builder } from './bm25-builder.js';
import type { Bm25Parameters, Bm25Tables } from './bm25-index.js';
import { countArticle } from './counted-article.js';
import { Vocabulary } from './vocabulary.js';
import { type EarlierWords, WordCountsWriter } from './word-counts-codec.js';

// Title, body, publisher. Measured on news-dev and scifact-dev: k1 0.9 to 2, b 0.4 to 0.75 and title weights 0 to 1.5
// were tried; these were the best of both, flat around the top. The outlet's name is a hint, no topic.
const PARAMETERS: Bm25Parameters = {
  k1: 1.2,
  fields: [
    { weight: 1, b: 0.75 },
    { weight: 1, b: 0.75 },
    { weight: 0.3, b: 0 },
  ],
};

/** The two inverted indexes of a snapshot: one over its passages, one over its whole articles. */
export interface LexicalTables {
  readonly passages: Bm25Tables;
  readonly articles: Bm25Tables;
  /** What they were computed from, for the next time: `decodeWordCounts` reads it. */
  readonly counts: Uint8Array;
}

/**
 * Builds both indexes. `passages` come article by article, in the articles' order. `earlier` gives the words of those articles
 * that would be counted the same now; the tables are the same with it and without. `onArticle` hears the number done and may
 * wait, so that a caller can stay responsive.
 */
export async function buildLexicalTables(
  articles: readonly Article[],
  passages: readonly Passage[],
  earlier: EarlierWords,
  onArticle: (done: number) => Promise<void> | void = () => {},
): Promise<LexicalTables> {
  const vocabulary = new Vocabulary();
  const passageBuilder = new Bm25Builder(PARAMETERS, vocabulary);
  const articleBuilder = new Bm25Builder(PARAMETERS, vocabulary);
  const counts = new WordCountsWriter();
  let next = 0;
  for (const [number, article] of articles.entries()) {
    const first = next;
    while (passages[next]?.article === article.id) next++;
    const counted = earlier(article, vocabulary) ?? countArticle(article, passages.slice(first, next), vocabulary);
    const { title, publisher } = counted;
    for (const body of counted.passages) passageBuilder.add([title, body, publisher]);
    articleBuilder.add([title, vocabulary.sum(counted.passages), publisher]);
    counts.add(article.id, counted);
    await onArticle(number + 1);
  }
  return { passages: passageBuilder.build(), articles: articleBuilder.build(), counts: counts.bytes(vocabulary) };
}
