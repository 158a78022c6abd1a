/** The one form of a stored snapshot this program writes and reads; counted up when the form changes. */
export const snapshotFormatVersion = 2;

/** Size and SHA-256 (hex) of one file of a snapshot. */
export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

/** How the vector index answers, and why. */
export interface VectorIndexReport {
  readonly kind: 'hnsw' | 'exact';
  /** Recall@10 of the graph against exact search for a sample of halved stored vectors; `undefined` without a graph. */
  readonly recall: number | undefined;
  /** Why exact search is used; empty for `hnsw`. */
  readonly reason: string;
  /** Candidates the graph keeps while it searches, at least: the first value tried that reached the recall wanted. */
  readonly ef?: number | undefined;
  /**
   * What has been changed since the graph was built, and its recall found, as a whole: vectors of it that are no longer in
   * the table (they lead the way, but are never found), and vectors put in since. Absent right after that.
   */
  readonly patched?: { readonly removed: number; readonly added: number } | undefined;
}

/** How the entities were made. */
export interface CatalogueMaking {
  /** The version of the rules. */
  readonly version: number;
  /** SHA-256 (hex) of what people decided about names. */
  readonly pins: string;
  /**
   * The entities are those of a snapshot before. What rests on articles changed or removed since is left out of them when they
   * are loaded, and what new articles name is missing. Absent where they were made of all the articles.
   */
  readonly behind?: true | undefined;
}

/** What a snapshot is made of. Checked whole before any other byte of it is used. */
export interface SnapshotManifest {
  readonly formatVersion: number;
  /** `gen-000001`, counted up with each publication: order never depends on a clock. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly embedderId: string;
  readonly dimensions: number;
  readonly metric: 'cosine';
  readonly vectorIndex: VectorIndexReport;
  /** Which way of splitting cut the passages; absent in indexes of before it was told. */
  readonly splitter?: number | undefined;
  readonly counts: {
    readonly articles: number;
    readonly passages: number;
    readonly publishers: number;
    /** Where the catalogue is behind, those of before. */
    readonly entities: number;
  };
  readonly catalogue: CatalogueMaking;
  /** Article id → content hash. */
  readonly articleHashes: Readonly<Record<string, string>>;
  readonly setAside: readonly { readonly file: string; readonly reason: string }[];
  /** File name → digest, for every file of the folder but the manifest. */
  readonly files: Readonly<Record<string, FileDigest>>;
}

/** How much disk the files of a snapshot take, its manifest left out. */
export function snapshotBytes({ files }: Pick<SnapshotManifest, 'files'>): number {
  return Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
}
