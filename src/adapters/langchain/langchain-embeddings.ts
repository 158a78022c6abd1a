import { Embeddings } from '@langchain/core/embeddings';
import type { Embedder } from '../../ports/embedder.js';

/** An embedder as LangChain's `Embeddings`, for opening a published index with `HNSWLib.load`. */
export class LangChainEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await this.#embedder.embedPassages(texts);
    return vectors.map((vector) => Array.from(vector));
  }

  async embedQuery(text: string): Promise<number[]> {
    return Array.from(await this.#embedder.embedQuestion(text));
  }
}
