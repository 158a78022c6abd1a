import path from 'node:path';
import { createConsoleLogger } from './adapters/console/console-logger.js';
import { createCorpusFolder } from './adapters/filesystem/corpus-folder.js';
import { createDirectorySnapshotStore } from './adapters/filesystem/directory-snapshot-store.js';
import { createVectorScratchFile } from './adapters/filesystem/vector-scratch-file.js';
import { createHnswVectorIndexFactory } from './adapters/hnswlib/hnsw-vector-index-factory.js';
import { createWordnetThesaurus } from './adapters/wordnet/wordnet-thesaurus.js';
import { createCoverage } from './answering/coverage.js';
import type { Config, EmbeddingsChoice } from './config.js';
import { NoSnapshotError } from './domain/errors.js';
import { createAliasIndex } from './entities/lookup/alias-index.js';
import { createEntityDirectory } from './entities/lookup/create-entity-directory.js';
import { createNameFinder } from './entities/lookup/name-finder.js';
import { loadSnapshot } from './indexing/load-snapshot.js';
import type { ReindexDependencies } from './indexing/reindex.js';
import type { BuildTools } from './indexing/write-snapshot.js';
import type { ArticleSource } from './ports/article-source.js';
import type { Clock } from './ports/clock.js';
import type { Coverage } from './ports/dateline.js';
import type { Embedder } from './ports/embedder.js';
import type { Logger } from './ports/logger.js';
import type { Timers } from './ports/timers.js';
import { createHashedEmbedder } from './retrieval/hashed-embedder.js';
import { prepareQuery } from './retrieval/prepare-query.js';
import { retrieve } from './retrieval/retrieve.js';
import { passageText, type Snapshot } from './retrieval/snapshot.js';

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** The machine's timers; none of them keeps the program from ending. */
export const systemTimers: Timers = {
  after(ms, act) {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** The log on stderr; the secrets of the settings never appear in it. */
export function composeLogger(config: Config): Logger {
  const apiKey = config.embeddings.kind === 'openai' ? config.embeddings.apiKey : undefined;
  const secrets = [config.discord?.token, apiKey].filter((secret) => secret !== undefined);
  return createConsoleLogger({ secrets, clock: systemClock });
}

/** The embedder that is set. A model's client is loaded only where one is set. */
export async function composeEmbedder(choice: EmbeddingsChoice): Promise<Embedder> {
  if (choice.kind === 'builtin') return createHashedEmbedder();
  const { createRemoteEmbedder } = await import('./adapters/langchain/embeddings-choice.js');
  const { createRestingEmbedder } = await import('./adapters/langchain/resting-embedder.js');
  return createRestingEmbedder(createRemoteEmbedder(choice), systemClock);
}

/** Everything a re-index needs; `source` is the corpus folder unless another is given. */
export async function composeReindex(
  config: Config,
  logger: Logger,
  source?: ArticleSource,
): Promise<ReindexDependencies> {
  return {
    source: source ?? (await composeCorpusFolder(config)),
    ...(await composeIndex(config, logger)),
    clock: systemClock,
    scratch: composeScratch(config, logger),
    nameKnowledge: composeNameKnowledge,
    writeExtras: writeForLangChain(logger),
    dropShare: config.confirmDropShare,
  };
}

/** Where a model's vectors are kept until they are published; the built-in embedder makes its own sooner than a disk reads. */
function composeScratch({ dataDir, embeddings }: Config, logger: Logger) {
  if (embeddings.kind === 'builtin') return undefined;
  return createVectorScratchFile({ file: path.join(dataDir, 'embedding-scratch'), clock: systemClock, logger });
}

/** The corpus folder. The parsers are half of what this program loads, and who only answers needs none of them. */
async function composeCorpusFolder(config: Config): Promise<ArticleSource> {
  const { readArticle } = await import('./corpus/read-article.js');
  return createCorpusFolder(config.corpusDir, readArticle);
}

/** Word lists of some megabytes: who only answers needs none of them. */
async function composeNameKnowledge() {
  const { createNameKnowledge } = await import('./name-knowledge.js');
  return createNameKnowledge();
}

/** What an index is kept in and made of. */
async function composeIndex(config: Config, logger: Logger) {
  return {
    store: createDirectorySnapshotStore({ folder: path.join(config.dataDir, 'index'), logger }),
    embedder: await composeEmbedder(config.embeddings),
    vectorIndexes: createHnswVectorIndexFactory(),
  };
}

/** Adds what `HNSWLib.load` of LangChain wants beside the graph; without a graph there is nothing it could load. */
function writeForLangChain(logger: Logger): BuildTools['writeExtras'] {
  return async (draft, { articles, passages, dimensions, vectorIndex }) => {
    if (vectorIndex.kind !== 'hnsw') return;
    const { writeDocstore } = await import('./adapters/langchain/docstore.js');
    const articleOf = new Map(articles.map((article) => [article.id, article]));
    const outcome = await writeDocstore(draft, dimensions, function* () {
      for (const passage of passages) {
        const article = articleOf.get(passage.article);
        if (article === undefined) continue;
        yield { article, passage: passage.id, text: article.body.slice(passage.start, passage.end) };
      }
    });
    if (outcome.kind === 'left-out') logger.warn(outcome.reason);
  };
}

/** The current snapshot in memory and what questions need besides; `null` where nothing is indexed. */
async function openSnapshot(config: Config, logger: Logger) {
  const { store, embedder, vectorIndexes } = await composeIndex(config, logger);
  const stored = await store.loadCurrent();
  if (stored === null) return null;
  const snapshot = await loadSnapshot(stored, embedder, vectorIndexes);
  return { snapshot, folder: stored.folder, ...composeQueryTools(snapshot, embedder) };
}

/** What questions about a snapshot need besides, and the directory of its entities. */
export function composeQueryTools({ catalogue, articles, passages }: Snapshot, embedder: Embedder) {
  const aliases = createAliasIndex(catalogue);
  return {
    tools: { embedder, thesaurus: createWordnetThesaurus(), names: createNameFinder(catalogue, aliases) },
    directory: createEntityDirectory(catalogue, articles, passages, aliases),
  };
}

/** The current snapshot, ready to answer; `null` where there is none. */
export async function loadCoverage(config: Config, logger: Logger): Promise<Coverage | null> {
  const opened = await openSnapshot(config, logger);
  return opened === null ? null : createCoverage(opened.snapshot, opened.tools, opened.directory);
}

/**
 * The current snapshot for LangChain: its folder, for `HNSWLib.load`; the embedder as LangChain's `Embeddings`; and the
 * hybrid retrieval as a retriever of `limit` passages.
 * @throws NoSnapshotError where nothing is indexed.
 */
export async function openForLangChain(config: Config, limit: number) {
  const opened = await openSnapshot(config, composeLogger(config));
  if (opened === null) throw new NoSnapshotError('Nothing is indexed yet. Run: npm run index');
  const { snapshot, tools, folder } = opened;
  const { PassageRetriever } = await import('./adapters/langchain/passage-retriever.js');
  const { LangChainEmbeddings } = await import('./adapters/langchain/langchain-embeddings.js');
  const retriever = new PassageRetriever(async (question, most, signal) => {
    const query = await prepareQuery(snapshot, tools, question, undefined, signal);
    return retrieve(snapshot, query, most).flatMap(({ position, score }) => {
      const passage = snapshot.passages[position];
      const article = snapshot.articles[snapshot.articleOf[position] ?? 0];
      if (passage === undefined || article === undefined) return [];
      return [{ passage: passage.id, article, text: passageText(snapshot, position), score }];
    });
  }, limit);
  return { folder, retriever, embeddings: new LangChainEmbeddings(tools.embedder) };
}
