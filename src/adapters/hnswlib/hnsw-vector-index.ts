import type { HierarchicalNSW } from 'hnswlib-node';
import type { VectorIndexReport } from '../../domain/snapshot-manifest.js';
import type { Neighbour, VectorIndex, VectorTable } from '../../ports/vector-index.js';
import { similarityTo, tableSize, unitVector } from './checked-vectors.js';
import { ExactVectorIndex } from './exact-vector-index.js';
import { releaseGraph } from './native-graph.js';
import { byNearness } from './nearest-heap.js';

/** The least number of candidates a search keeps; LangChain's 10 loses 13 to 17 % of the true ten nearest. */
export const leastEf = 100;

// Candidates per neighbour wanted: at ef = k alone the last of the k are often wrong.
const efPerNeighbour = 4;

// Up to here scanning the allowed takes under 6 ms; a filter inside the graph took 2.8 to 37 ms, the fewer the slower.
const mostScanned = 20_000;

/**
 * Searches a graph over the table's vectors that are not all zero, and gives the similarities of the table itself, so
 * that a graph and exact search never disagree on a number.
 */
export class HnswVectorIndex implements VectorIndex {
  readonly size: number;
  readonly report: VectorIndexReport;
  readonly #table: VectorTable;
  #graph: HierarchicalNSW | undefined;
  readonly #inGraph: number;
  readonly #exact: ExactVectorIndex;

  /** `graph` holds exactly the vectors at the positions `nonZero`, under these as labels. */
  constructor(graph: HierarchicalNSW, table: VectorTable, report: VectorIndexReport, nonZero: Uint32Array) {
    this.size = tableSize(table);
    this.report = report;
    this.#table = table;
    this.#graph = graph;
    this.#inGraph = nonZero.length;
    this.#exact = new ExactVectorIndex(table, report, nonZero);
  }

  search(vector: Float32Array, limit: number, allowed?: Uint32Array): readonly Neighbour[] {
    const question = unitVector(vector, this.#table.dimensions);
    if (question === null || !(limit > 0)) return [];
    const ef = Math.max(this.report.ef ?? leastEf, efPerNeighbour * limit);
    // Where nearly all must be looked at, looking at all is quicker, and right.
    const scans = ef >= this.#inGraph || (allowed !== undefined && allowed.length <= mostScanned);
    if (scans || this.#graph === undefined) return this.#exact.search(vector, limit, allowed);
    this.#graph.setEf(ef);
    const { neighbors } = this.#graph.searchKnn(Array.from(question.elements), limit, this.#filter(allowed));
    // Fewer than wanted means that parts of the graph can't be reached from its entry.
    if (neighbors.length < limit) return this.#exact.search(vector, limit, allowed);
    return neighbors
      .map((position) => ({ position, similarity: similarityTo(question, this.#table, position) }))
      .sort(byNearness);
  }

  release(): void {
    if (this.#graph !== undefined) releaseGraph(this.#graph);
    this.#graph = undefined;
  }

  /** A table of flags: the callback must not throw, as that would abort the process. */
  #filter(allowed: Uint32Array | undefined): ((label: number) => boolean) | undefined {
    if (allowed === undefined) return undefined;
    const flags = new Uint8Array(this.size);
    for (const position of allowed) flags[position] = 1;
    return (label) => flags[label] === 1;
  }
}
