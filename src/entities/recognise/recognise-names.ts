import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ArticleNames, ReadableArticle } from '../article-names.js';
import { type CorpusEvidence, createEvidenceGatherer } from './corpus-evidence.js';
import { decideNames } from './decide-names.js';
import { createPackedReadings, type PackedReadings } from './packed-readings.js';
import { readNames } from './read-names.js';

/** What articles show by themselves, and what all of them show together. */
export interface ReadCorpus {
  readonly readings: PackedReadings;
  readonly evidence: CorpusEvidence;
}

/** Reads articles one at a time, each by itself; what only one needs is put away or let go before the next. */
export interface CorpusReader {
  read(article: ReadableArticle): void;
  /** After the last article. */
  done(): ReadCorpus;
}

/** No article read yet. */
export function createCorpusReader(knows: NameKnowledge): CorpusReader {
  const readings = createPackedReadings();
  const gatherer = createEvidenceGatherer();
  return {
    read(article) {
      const reading = readNames(article, knows);
      gatherer.add(reading);
      readings.add(reading);
    },
    done: () => ({ readings, evidence: gatherer.gathered() }),
  };
}

/** The names of each article, in their order, decided in the light of all; each is decided when it is its turn. */
export function* decideAll({ readings, evidence }: ReadCorpus, knows: NameKnowledge): Generator<ArticleNames> {
  for (const reading of readings.unpacked()) yield decideNames(reading, evidence, knows);
}

/** The people, organisations and places named in the articles, one entry an article, in their order. */
export function recogniseNames(articles: readonly ReadableArticle[], knows: NameKnowledge): ArticleNames[] {
  const reader = createCorpusReader(knows);
  for (const article of articles) reader.read(article);
  return [...decideAll(reader.done(), knows)];
}
