/** A vector made for a text, by the key of embedder and text. */
export interface KeptVector {
  /** SHA-256 (hex). */
  readonly key: string;
  readonly vector: Float32Array;
}

/** Where vectors of a re-index are kept until it is published, so that one that fails has not made them for nothing. */
export interface VectorScratch {
  /** The vectors kept under these keys, as they were; those that are not there, or not whole, are left out. Never rejects. */
  find(keys: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  /** Keeps more; what can't be kept is logged. Never rejects. */
  keep(vectors: readonly KeptVector[]): Promise<void>;
  /** Forgets all; what can't be is logged. Never rejects. */
  clear(): Promise<void>;
}
