/** A snapshot kept in the store, whether it serves or not. */
export interface KeptGeneration {
  readonly id: string;
  readonly isCurrent: boolean;
  /** Whether it is current because somebody has gone back to it, and not because it was published last. */
  readonly isGoneBackTo: boolean;
  /** What it holds; `undefined` where its manifest can't be read. */
  readonly contents: GenerationContents | undefined;
}

/** What a kept snapshot says of itself; its files have not been checked against it. */
export interface GenerationContents {
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly articles: number;
  readonly passages: number;
  readonly publishers: number;
  readonly entities: number;
  readonly embedderId: string;
  /** Of all its files on the disk. */
  readonly bytes: number;
}
