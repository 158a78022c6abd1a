import type { CoverageSpan } from './answer.js';
import type { ArticleMeta, SetAsideFile } from './article.js';
import type { VectorIndexReport } from './snapshot-manifest.js';

/** What is being served, for `/status`. */
export interface IndexStatus {
  readonly snapshot: string;
  readonly created: string;
  /** Whether the names of articles added or changed last are not catalogued yet. */
  readonly catalogueBehind: boolean;
  readonly coverage: CoverageSpan;
  readonly passages: number;
  readonly embedderId: string;
  readonly vectorIndex: VectorIndexReport;
  readonly setAside: readonly SetAsideFile[];
}

/** An outlet of the coverage and its articles, newest first, undated ones last. */
export interface PublisherListing {
  /** `undefined` for the articles that name no outlet. */
  readonly publisher: string | undefined;
  readonly articles: readonly ArticleMeta[];
}
