import { splitArticle, splitterVersion } from '../corpus/split-article.js';
import type { Article, SetAsideFile } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import type { ReindexProgress, ReindexReport } from '../domain/reindex.js';
import { snapshotFormatVersion, type VectorIndexReport } from '../domain/snapshot-manifest.js';
import { catalogueVersion } from '../entities/build-catalogue.js';
import type { EntityPins } from '../entities/resolve/pins.js';
import type { ArticleOrigin } from '../ports/article-source.js';
import type { Clock } from '../ports/clock.js';
import type { Embedder } from '../ports/embedder.js';
import { type NameKnowledge, noNameKnowledge } from '../ports/name-knowledge.js';
import type { SnapshotDescription, SnapshotDraft } from '../ports/snapshot-store.js';
import type { EarlierVectorIndex, VectorIndexFactory } from '../ports/vector-index.js';
import type { VectorScratch } from '../ports/vector-scratch.js';
import { encodeBm25 } from '../retrieval/bm25-codec.js';
import { buildLexicalTables } from '../retrieval/lexical-index.js';
import type { EarlierWords } from '../retrieval/word-counts-codec.js';
import { createStep } from './create-step.js';
import type { EarlierIndex } from './earlier-index.js';
import { encodeOrigins } from './earlier-readings.js';
import { writeFormerEntities } from './former-entities.js';
import { keepVectors } from './keep-vectors.js';
import type { ReindexPlan } from './plan-reindex.js';
import { encodeArticles, encodePassages, snapshotFiles } from './snapshot-files.js';
import { makeVectorRows, type VectorRows } from './vector-rows.js';
import { writeEntities } from './write-entities.js';

/** What building a snapshot needs from outside. */
export interface BuildTools {
  readonly embedder: Embedder;
  readonly vectorIndexes: VectorIndexFactory;
  readonly clock: Clock;
  /** General knowledge about names, loaded when entities are catalogued; none, and names are told by the texts alone. */
  readonly nameKnowledge?: (() => Promise<NameKnowledge>) | undefined;
  /** Where vectors are kept until they are published; none for an embedder that makes them sooner than a disk gives them. */
  readonly scratch?: VectorScratch | undefined;
  /** Writes further files into the generation, for readers other than this program. */
  readonly writeExtras?: ((draft: SnapshotDraft, snapshot: WrittenIndex) => Promise<void>) | undefined;
}

/** What a generation holds, for those who add to it. */
export interface WrittenIndex {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly dimensions: number;
  readonly vectorIndex: VectorIndexReport;
}

interface Material {
  readonly articles: readonly Article[];
  readonly origins: ReadonlyMap<string, ArticleOrigin>;
  readonly pins: EntityPins;
  /** SHA-256 (hex) of what the pins were read from. */
  readonly pinsHash: string;
  readonly setAside: readonly SetAsideFile[];
}

interface Written {
  readonly description: SnapshotDescription;
  readonly passages: readonly Passage[];
  readonly work: Pick<ReindexReport, 'passages' | 'entities' | 'vectorsReused' | 'vectorsMade'>;
}

/**
 * Splits, embeds and indexes the articles and writes every file of the generation. `behind`: the articles that have changed since
 * the earlier one, where its catalogue without them is to do for now.
 */
export async function writeSnapshot(
  draft: SnapshotDraft,
  { articles, origins, pins, pinsHash, setAside }: Material,
  earlier: EarlierIndex,
  tools: BuildTools,
  onProgress: (progress: ReindexProgress) => void,
  signal: AbortSignal | undefined,
  behind?: Pick<ReindexPlan, 'changed' | 'removed'>,
): Promise<Written> {
  const step = createStep(onProgress, signal);
  const passages = await splitAll(articles, earlier, step('splitting', articles.length));
  const rows = await makeRows(
    { articles, passages },
    earlier,
    tools,
    (done, total) => step('embedding', total)(done),
    signal,
  );
  if (origins.size > 0) await draft.write(snapshotFiles.origins, encodeOrigins(origins));
  await writeTexts(draft, articles, passages);
  await writeWords(draft, articles, passages, earlier.wordsOf, step('indexing', articles.length));
  const { values, dimensions } = rows.table;
  await draft.write(snapshotFiles.vectors, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  const onVector = (done: number) => {
    onProgress({ phase: 'indexing', done, total: passages.length });
    signal?.throwIfAborted();
  };
  const former = earlierVectorIndex(earlier, rows);
  const vectorIndex = await tools.vectorIndexes.build(rows.table, draft.folder, onVector, former);
  const onCatalogued = step('cataloguing', articles.length);
  const entities =
    behind === undefined
      ? await writeEntities(draft, { articles, passages, pins }, await nameKnowledgeOf(tools), onCatalogued)
      : await writeFormerEntities(draft, earlier, behind);
  await tools.writeExtras?.(draft, { articles, passages, dimensions, vectorIndex });
  onProgress({ phase: 'publishing', done: 0, total: 1 });
  return {
    passages,
    work: { passages: passages.length, entities, vectorsReused: rows.reused, vectorsMade: rows.made },
    description: {
      formatVersion: snapshotFormatVersion,
      created: new Date(tools.clock.now()).toISOString(),
      embedderId: tools.embedder.id,
      dimensions,
      metric: 'cosine',
      vectorIndex,
      splitter: splitterVersion,
      counts: { articles: articles.length, passages: passages.length, publishers: countPublishers(articles), entities },
      catalogue: {
        version: catalogueVersion,
        pins: pinsHash,
        ...(behind && { ...earlier.stored?.manifest.catalogue, behind: true }),
      },
      articleHashes: Object.fromEntries(articles.map(({ id, contentHash }) => [id, contentHash])),
      setAside,
    },
  };
}

/** The vectors, those of an unfinished run among the reused. */
async function makeRows(
  source: Parameters<typeof makeVectorRows>[0],
  { vectorOf }: EarlierIndex,
  { embedder, scratch }: BuildTools,
  onBatch: (done: number, total: number) => Promise<void>,
  signal: AbortSignal | undefined,
): Promise<VectorRows> {
  if (scratch === undefined) return makeVectorRows(source, embedder, vectorOf, onBatch, signal);
  const keeping = keepVectors(embedder, scratch);
  const rows = await makeVectorRows(source, keeping.embedder, vectorOf, onBatch, signal);
  return { ...rows, reused: rows.reused + keeping.taken(), made: rows.made - keeping.taken() };
}

function earlierVectorIndex({ stored }: EarlierIndex, rows: VectorRows): EarlierVectorIndex | undefined {
  if (stored === undefined) return undefined;
  const { vectorIndex, counts } = stored.manifest;
  const { formerPositions } = rows;
  return { report: vectorIndex, size: counts.passages, formerPositions, read: (file) => stored.read(file) };
}

/** General knowledge about names; none where there is none. */
export async function nameKnowledgeOf({ nameKnowledge }: Pick<BuildTools, 'nameKnowledge'>): Promise<NameKnowledge> {
  return (await nameKnowledge?.()) ?? noNameKnowledge;
}

async function splitAll(
  articles: readonly Article[],
  earlier: EarlierIndex,
  onArticle: (done: number) => Promise<void>,
): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const [number, article] of articles.entries()) {
    passages.push(...(earlier.passagesOf(article) ?? splitArticle(article)));
    await onArticle(number + 1);
  }
  return passages;
}

async function writeTexts(draft: SnapshotDraft, articles: readonly Article[], passages: readonly Passage[]) {
  await draft.write(snapshotFiles.articles, toAsync(encodeArticles(articles)));
  await draft.write(snapshotFiles.passages, toAsync(encodePassages(articles, passages)));
}

async function writeWords(
  draft: SnapshotDraft,
  articles: readonly Article[],
  passages: readonly Passage[],
  earlier: EarlierWords,
  onArticle: (done: number) => Promise<void>,
) {
  const tables = await buildLexicalTables(articles, passages, earlier, onArticle);
  await draft.write(snapshotFiles.passageWords, encodeBm25(tables.passages));
  await draft.write(snapshotFiles.articleWords, encodeBm25(tables.articles));
  await draft.write(snapshotFiles.wordCounts, tables.counts);
}

async function* toAsync<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

function countPublishers(articles: readonly Article[]): number {
  return new Set(articles.flatMap(({ publisher }) => publisher ?? [])).size;
}
