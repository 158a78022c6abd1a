import type { VectorIndexReport } from '../domain/snapshot-manifest.js';

/** A stored vector's position and its cosine similarity to the one asked for: 1 is the same direction, higher is nearer. */
export interface Neighbour {
  readonly position: number;
  readonly similarity: number;
}

/** Vectors of equal length, one after another in one array, each of norm 1 or all zero. */
export interface VectorTable {
  readonly dimensions: number;
  /** `dimensions` times the number of vectors. */
  readonly values: Float32Array;
}

/** Finds the nearest of a fixed set of vectors. */
export interface VectorIndex {
  readonly size: number;
  readonly report: VectorIndexReport;
  /**
   * The nearest first, at most `limit`, fewer when there are fewer; `allowed` (positions, ascending) restricts the search.
   * A question vector of zero norm has no neighbours.
   * @throws RangeError for a vector of another length or with an element that is not finite.
   */
  search(vector: Float32Array, limit: number, allowed?: Uint32Array): readonly Neighbour[];
  /** Frees memory the garbage collector does not see, when another snapshot has taken over. Searches still answer, exactly. */
  release(): void;
}

/** A vector index built earlier over a table that shares vectors with the new one. */
export interface EarlierVectorIndex {
  readonly report: VectorIndexReport;
  /** How many vectors its table had. */
  readonly size: number;
  /** For each position of the new table where the same vector stood, each former position at most once; -1 for a new one. */
  readonly formerPositions: Int32Array;
  /** Reads a file that `build` wrote then; its size and digest have been checked. */
  read(file: string): Promise<Uint8Array>;
}

/** Makes vector indexes, and keeps what is costly to make beside the vectors. */
export interface VectorIndexFactory {
  /**
   * Builds over the table and writes whatever is worth keeping into `folder`; says how good it is. May change what was
   * built `earlier` instead of building as a whole, where that is as good.
   */
  build(
    table: VectorTable,
    folder: string,
    onProgress?: (done: number) => void,
    earlier?: EarlierVectorIndex,
  ): Promise<VectorIndexReport>;
  /** Opens what `build` left in `folder` (already checked); where that can't be, exact search, with the reason in its report. */
  open(table: VectorTable, report: VectorIndexReport, folder: string): Promise<VectorIndex>;
}
