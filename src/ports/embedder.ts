/** Turns texts into vectors that lie near each other when the texts are alike. */
export interface Embedder {
  /** Names the method, the model and its settings: vectors of two ids are never compared. */
  readonly id: string;
  /** Length of every vector; `undefined` until the first text has been embedded by a model that does not say. */
  readonly dimensions: number | undefined;
  /**
   * One vector a text, in order; every number finite, none of zero length where the text has words.
   * @throws UnavailableError when the model does not answer or answers with something else.
   */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  embedQuestion(text: string, signal?: AbortSignal): Promise<Float32Array>;
}
