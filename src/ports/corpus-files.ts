/** An entry of the corpus folder. */
export interface CorpusFileEntry {
  /** Path below the corpus folder, as it is. */
  readonly name: string;
  /** Why it is not read; `undefined` for a file that is. */
  readonly refused: string | undefined;
  readonly bytes: number | undefined;
  /** Milliseconds since 1970 of the last change. */
  readonly modified: number | undefined;
  /** The same of content, name or rights, which no program can set back. */
  readonly touched: number | undefined;
}

/** What a write did. */
export type WriteOutcome =
  | { readonly kind: 'written'; readonly formerKeptAs: string | undefined }
  /** There is a file of that name, or the file to be replaced has changed or gone. */
  | { readonly kind: 'conflict' };

/** What a removal did. `refused` has one plain sentence. */
export type MoveOutcome =
  | { readonly kind: 'moved'; readonly keptAs: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** The files of the corpus folder, for those who may change them. All reject with `UnavailableError` where the disk refuses. */
export interface CorpusFiles {
  /** In the order of their names. Rejects with `UsageError` where the folder can't be listed. */
  list(): Promise<readonly CorpusFileEntry[]>;
  /** SHA-256, hex, of a listed file; `undefined` where it can't be read. */
  digest(name: string): Promise<string | undefined>;
  /**
   * Writes a new file whole or not at all, never over another; with `replacing`, keeps a copy of that file and takes its
   * place where it still has the digest.
   */
  write(
    name: string,
    bytes: Uint8Array,
    replacing?: { readonly name: string; readonly digest: string },
  ): Promise<WriteOutcome>;
  /** Moves a listed file out of the corpus folder, below the data folder; with `digest` only while it has that. */
  setAside(name: string, digest?: string): Promise<MoveOutcome>;
}
