import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory';
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import type { DocumentInterface } from '@langchain/core/documents';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { z } from 'zod';
import { LangChainEmbeddings } from '../../src/adapters/langchain/langchain-embeddings.js';
import { composeEmbedder } from '../../src/compose.js';
import type { Article } from '../../src/domain/article.js';
import type { Contender } from './contender.js';
import { readArticles } from './passages.js';

const metadata = z.object({ article: z.string() });

/** LangChain's own way: its splitter, Dateline's embedder, its vector store with the store's defaults. */
export const contender: Contender = {
  async index(source, config) {
    const articles = await readArticles(source);
    const documents = await split(articles);
    const embeddings = new LangChainEmbeddings(await composeEmbedder(config.embeddings));
    const store = await (await storeClass()).fromDocuments(documents, embeddings);
    return {
      articleIds: articles.map(({ id }) => id),
      passages: documents.length,
      async search(question, limit) {
        const found = await store.similaritySearch(question, Math.min(limit, documents.length));
        return found.map((document) => metadata.parse(document.metadata).article);
      },
    };
  },
};

/** The sizes of LangChain's tutorials. The title heads each chunk, as the other contenders have it beside each passage. */
async function split(articles: readonly Article[]): Promise<DocumentInterface[]> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 1000, chunkOverlap: 200 });
  const chunks: DocumentInterface[] = [];
  for (const { id, title, body } of articles) {
    chunks.push(...(await splitter.createDocuments([body], [{ article: id }], { chunkHeader: `${title}\n` })));
  }
  return chunks;
}

/** HNSWLib; where its optional package is missing, the store in memory, which LangChain's tutorials use. */
async function storeClass(): Promise<typeof HNSWLib | typeof MemoryVectorStore> {
  const available = await HNSWLib.imports().then(
    () => true,
    () => false,
  );
  if (available) return HNSWLib;
  process.stderr.write('langchain: without hnswlib-node, with MemoryVectorStore\n');
  return MemoryVectorStore;
}
