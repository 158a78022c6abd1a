import type { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { RunnableConfig } from '@langchain/core/runnables';
import { cancellable, currentSignal } from './cancellation.js';
import { type PassageMetadata, type PassageText, passageDocument } from './passage-documents.js';

/** A passage that was found for a question; a higher score is better. */
export interface RetrievedPassage extends PassageText {
  readonly score: number;
}

/** Finds at most `limit` passages for a question, the best first. */
export type RetrievePassages = (
  question: string,
  limit: number,
  signal: AbortSignal | undefined,
) => Promise<readonly RetrievedPassage[]>;

/** Our retrieval as a LangChain retriever: it runs in chains, with callbacks, and ends with the signal of the run. */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  readonly lc_namespace = ['dateline', 'retrievers'];
  readonly #retrieve: RetrievePassages;
  readonly #limit: number;

  constructor(retrieve: RetrievePassages, limit: number, fields: BaseRetrieverInput = {}) {
    super(fields);
    this.#retrieve = retrieve;
    this.#limit = limit;
  }

  override invoke(question: string, options?: RunnableConfig): Promise<Document<PassageMetadata>[]> {
    // The base class does not hand the signal on.
    return cancellable(options?.signal, () => super.invoke(question, options));
  }

  override async _getRelevantDocuments(question: string): Promise<Document<PassageMetadata>[]> {
    const found = await this.#retrieve(question, this.#limit, currentSignal());
    return found.map((passage) => passageDocument(passage, passage.score));
  }
}
