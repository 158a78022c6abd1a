import type { CoverageSpan } from '../domain/answer.js';
import type { Article } from '../domain/article.js';
import type { EntityCatalogue } from '../domain/entity.js';
import type { Passage } from '../domain/passage.js';
import type { SnapshotManifest } from '../domain/snapshot-manifest.js';
import type { VectorIndex, VectorTable } from '../ports/vector-index.js';
import type { Bm25Index } from './bm25-index.js';
import type { MentionIndex } from './mention-index.js';
import type { NearSpellings } from './near-spellings.js';
import type { Publisher } from './publishers.js';

/** Everything needed to answer, in memory; never changed once made. Positions count passages, numbers count articles. */
export interface Snapshot {
  readonly manifest: SnapshotManifest;
  readonly articles: readonly Article[];
  /** In the articles' order. */
  readonly passages: readonly Passage[];
  /** Passage position → article number. */
  readonly articleOf: Uint32Array;
  readonly passageIndex: Bm25Index;
  readonly articleIndex: Bm25Index;
  /** Over the terms of the passages. */
  readonly spellings: NearSpellings;
  /** The outlets, those with most articles first. */
  readonly publishers: readonly Publisher[];
  /** What all articles together span. */
  readonly coverage: CoverageSpan;
  readonly catalogue: EntityCatalogue;
  /** Where the catalogue's entities are named and speak. */
  readonly mentions: MentionIndex;
  readonly vectors: VectorTable;
  readonly vectorIndex: VectorIndex;
}

/** The text of the passage at a position. */
export function passageText(snapshot: Snapshot, position: number): string {
  const passage = snapshot.passages[position];
  const article = snapshot.articles[snapshot.articleOf[position] ?? 0];
  return passage === undefined || article === undefined ? '' : article.body.slice(passage.start, passage.end);
}

/** What is embedded for a passage: its article's title says what the passage is about. */
export function embeddedText(article: Article, passage: Passage): string {
  return `${article.title}\n${article.body.slice(passage.start, passage.end)}`;
}
