import path from 'node:path';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { VectorTable } from '../../ports/vector-index.js';
import { rowOf } from './checked-vectors.js';
import { graphFileFault, graphFileName, linksPerVector } from './graph-header.js';

/** The class of hnswlib-node. */
export type GraphClass = typeof HierarchicalNSW;

// 53,000 vectors of 256 dimensions on one thread: 50 builds in 6 to 12 s, 100 in 14 to 20 s, 200 in 26 to 34 s; recall@10
// at ef 100 .999/1/1 on clustered vectors, .940/.963/.971 on bags of hashed random words. On 20,861 real passages and 200
// real questions 100 and 200 are equal (.923 and .928 at ef 100, .992 and .990 at ef 400).
const efConstruction = 100;

// hnswlib's own default, written out: with one seed and one thread the same vectors give the same bytes.
const randomSeed = 100;

// Sixteen additions take some 5 ms, after which others may run.
const batchSize = 16;

/** Loads hnswlib-node, which is optional: rejects where it was not installed or could not be compiled. */
export async function loadGraphClass(): Promise<GraphClass> {
  const { default: bindings } = await import('hnswlib-node');
  return bindings.HierarchicalNSW;
}

/** Adds the vectors at these positions to a new graph, labelled by position, and lets others run in between. */
export async function buildGraph(
  Graph: GraphClass,
  table: VectorTable,
  positions: Uint32Array,
  onProgress: (done: number) => void,
): Promise<HierarchicalNSW> {
  const graph = new Graph('cosine', table.dimensions);
  graph.initIndex(positions.length, linksPerVector, efConstruction, randomSeed);
  await addPoints(graph, table, positions, onProgress);
  return graph;
}

/** Adds the vectors at these positions to a graph that has room for them. */
export async function addPoints(
  graph: HierarchicalNSW,
  table: VectorTable,
  positions: Uint32Array,
  onProgress: (done: number) => void,
): Promise<void> {
  for (let start = 0; start < positions.length; start += batchSize) {
    const batch = positions.subarray(start, start + batchSize);
    // Plain arrays: the addon refuses typed ones. Every vector has been checked, as a bad one would abort the process.
    for (const position of batch) graph.addPoint(Array.from(rowOf(table, position)), position);
    onProgress(start + batch.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Frees a graph's memory at once; the garbage collector does not know how large it is. */
export function releaseGraph(graph: HierarchicalNSW): void {
  graph.initIndex(1);
}

/**
 * Writes a graph into a folder.
 * @throws Error where the file is not whole afterwards: the addon reports success on a full disk too.
 */
export async function writeGraph(graph: HierarchicalNSW, folder: string, table: VectorTable): Promise<void> {
  const file = path.join(folder, graphFileName);
  await graph.writeIndex(file);
  const fault = await graphFileFault(file, graph.getCurrentCount(), table.dimensions);
  if (fault !== undefined) throw new Error(`the graph was not written whole (${fault}); is the disk full?`);
}

/**
 * Reads a graph, always into a new object: one whose reading failed must not be used again. `removed`: how many vectors
 * it has besides that are marked as deleted.
 * @throws Error where the file is not the graph of the vectors at these positions of the table.
 */
export async function readGraph(
  Graph: GraphClass,
  folder: string,
  table: VectorTable,
  positions: Uint32Array,
  removed = 0,
): Promise<HierarchicalNSW> {
  const file = path.join(folder, graphFileName);
  const fault = await graphFileFault(file, positions.length + removed, table.dimensions);
  if (fault !== undefined) throw new Error(fault);
  const graph = new Graph('cosine', table.dimensions);
  await graph.readIndex(file);
  if (graph.getCurrentCount() === positions.length + removed && holds(graph, table, positions)) return graph;
  releaseGraph(graph);
  throw new Error(`${graphFileName} is the graph of other vectors`);
}

/** Compares the labels, and the elements of a few vectors. */
function holds(graph: HierarchicalNSW, table: VectorTable, positions: Uint32Array): boolean {
  const labels = new Set(graph.getIdsList());
  if (!positions.every((position) => labels.has(position))) return false;
  // Sixteen spread evenly: the digests say that the file is unchanged, this only that it belongs to the table.
  return evenlySpread(positions, 16).every((position) => {
    const stored = graph.getPoint(position);
    // The graph normalises once more, which moves the last bit.
    return rowOf(table, position).every((element, i) => Math.abs(element - (stored[i] ?? Number.NaN)) < 1e-5);
  });
}

/** At most `count` of the positions, at equal distances: the same for the same positions. */
export function evenlySpread(positions: Uint32Array, count: number): readonly number[] {
  const step = Math.max(1, positions.length / count);
  return Array.from({ length: Math.min(count, positions.length) }, (_, i) => positions[Math.floor(i * step)] ?? 0);
}
