import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { messageOf, UnavailableError } from '../../domain/errors.js';
import type { Embedder } from '../../ports/embedder.js';
import { callModel, isRefusal, unavailable } from './model-call.js';
import { readVectors } from './model-vectors.js';

/** What LangChain's interface does not say about a model. */
export interface EmbedderOptions {
  /** Names the model and its settings in every snapshot made with it. */
  readonly id: string;
  /** What people are told is unavailable: `Ollama`. */
  readonly service: string;
  /** Length of the vectors, where it is known before the first answer. */
  readonly dimensions?: number;
  /** Texts a call. */
  readonly batchSize: number;
  /** The longest a batch may take, further tries included. */
  readonly passagesDeadlineMs?: number;
  /** The longest a question may take. */
  readonly questionDeadlineMs?: number;
}

// A batch on a laptop's CPU, after the minute in which a large model is loaded.
const defaultPassagesDeadlineMs = 180_000;
// Somebody waits for it; a model that is not loaded yet takes 10 to 20 s.
const defaultQuestionDeadlineMs = 30_000;

/**
 * Any LangChain embeddings as an embedder. Answers are checked and scaled to norm 1.
 *
 * Rejects with the signal's reason when it is aborted, and with `UnavailableError` for everything else: no answer within
 * the deadline, an error of the server, an answer that is not one finite vector of the right length a text. A text that
 * the server will not have is named by its number.
 */
export function embedderFromLangChain(embeddings: EmbeddingsInterface, options: EmbedderOptions): Embedder {
  return new LangChainEmbedder(embeddings, options);
}

class LangChainEmbedder implements Embedder {
  readonly id: string;
  readonly sees = 'meanings';
  readonly #embeddings: EmbeddingsInterface;
  readonly #options: EmbedderOptions;
  #dimensions: number | undefined;

  constructor(embeddings: EmbeddingsInterface, options: EmbedderOptions) {
    this.id = options.id;
    this.#embeddings = embeddings;
    this.#options = options;
    this.#dimensions = options.dimensions;
  }

  get dimensions(): number | undefined {
    return this.#dimensions;
  }

  async embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let start = 0; start < texts.length; start += this.#options.batchSize) {
      vectors.push(...(await this.#embedBatch(texts, start, signal)));
    }
    return vectors;
  }

  async embedQuestion(text: string, context?: { readonly signal?: AbortSignal | undefined }): Promise<Float32Array> {
    const deadlineMs = this.#options.questionDeadlineMs ?? defaultQuestionDeadlineMs;
    const limits = { service: this.#options.service, deadlineMs, signal: context?.signal };
    const answer = await callModel(limits, async () => [await this.#embeddings.embedQuery(text)]);
    return this.#only(this.#checked(answer, [text]));
  }

  async #embedBatch(texts: readonly string[], start: number, signal: AbortSignal | undefined): Promise<Float32Array[]> {
    const batch = texts.slice(start, start + this.#options.batchSize);
    try {
      return await this.#embed(batch, signal);
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    // The server does not say which text it will not have; where they were only too many at once, none is refused now.
    const vectors: Float32Array[] = [];
    for (const [i, text] of batch.entries())
      vectors.push(await this.#embedAlone(text, start + i, texts.length, signal));
    return vectors;
  }

  async #embedAlone(text: string, index: number, of: number, signal: AbortSignal | undefined): Promise<Float32Array> {
    try {
      return this.#only(await this.#embed([text], signal));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const which = `text ${index + 1} of ${of} (${text.length} characters) is refused`;
      throw new UnavailableError(this.#options.service, `${which}: ${messageOf(error)}`, { cause: error });
    }
  }

  async #embed(texts: readonly string[], signal: AbortSignal | undefined): Promise<Float32Array[]> {
    const deadlineMs = this.#options.passagesDeadlineMs ?? defaultPassagesDeadlineMs;
    const limits = { service: this.#options.service, deadlineMs, signal };
    return this.#checked(await callModel(limits, () => this.#embeddings.embedDocuments([...texts])), texts);
  }

  #checked(answer: unknown, texts: readonly string[]): Float32Array[] {
    try {
      const vectors = readVectors(answer, texts, this.#dimensions);
      this.#dimensions ??= vectors[0]?.length;
      return vectors;
    } catch (error) {
      throw unavailable(this.#options.service, error);
    }
  }

  #only(vectors: readonly Float32Array[]): Float32Array {
    const [vector] = vectors;
    if (vector === undefined) throw new UnavailableError(this.#options.service, 'no vector came back');
    return vector;
  }
}
