/** What a question may bring along when it is embedded. */
export interface QuestionContext {
  readonly signal?: AbortSignal | undefined;
  /** How telling a term is in the corpus (its inverse document frequency); a model that has learnt that itself ignores it. */
  readonly termWeight?: ((term: string) => number) | undefined;
}

/** Turns texts into vectors that lie near each other when the texts are alike. */
export interface Embedder {
  /** Names the method, the model and its settings: vectors of two ids are never compared. */
  readonly id: string;
  /**
   * What makes its vectors alike: words spelt alike, as in the built-in one, or words that mean the like, as in a trained
   * model. Says how much the vectors add to a search by words.
   */
  readonly sees: 'spellings' | 'meanings';
  /** Length of every vector; `undefined` until the first text has been embedded by a model that does not say. */
  readonly dimensions: number | undefined;
  /**
   * One vector a text, in order; every number finite, of norm 1, or all zero for a text without words.
   * @throws UnavailableError when the model does not answer or answers with something else.
   */
  embedPassages(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
  embedQuestion(text: string, context?: QuestionContext): Promise<Float32Array>;
}
