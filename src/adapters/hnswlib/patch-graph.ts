import path from 'node:path';
import { messageOf } from '../../domain/errors.js';
import type { EarlierVectorIndex, VectorTable } from '../../ports/vector-index.js';
import { tableSize } from './checked-vectors.js';
import { graphBytesFault, graphFileName } from './graph-header.js';
import { addPoints, type GraphClass, readGraph, releaseGraph, writeGraph } from './native-graph.js';
import { relabelGraph } from './relabelled-graph.js';

/**
 * Up to so many vectors taken out and put in since a graph was built as a whole, it is changed; beyond, it is built anew.
 * A tenth, because those taken out stay in the file and on the way of every search, and a graph whose vectors came late
 * has links to the early ones it never got. The recall is measured after each change all the same.
 */
const mostChanged = 0.1;

/** What has been changed since the earlier graph was built as a whole, once the new table is served. */
export interface GraphChange {
  readonly removed: number;
  readonly added: number;
}

/** The change from the earlier table to the new one; `undefined` where it is too large a part to be one. */
export function changeSince(earlier: EarlierVectorIndex, positions: Uint32Array): GraphChange | undefined {
  const kept = positions.reduce((sum, position) => sum + ((earlier.formerPositions[position] ?? -1) >= 0 ? 1 : 0), 0);
  const before = earlier.report.patched ?? { removed: 0, added: 0 };
  // A vector of norm zero is in no graph; that it counts as removed makes the estimate only more careful.
  const removed = before.removed + earlier.size - kept;
  const added = before.added + positions.length - kept;
  return removed + added <= mostChanged * positions.length ? { removed, added } : undefined;
}

/** What a graph is built of, and where. */
export interface GraphSite {
  readonly Graph: GraphClass;
  readonly table: VectorTable;
  readonly positions: Uint32Array;
  readonly folder: string;
  readonly onProgress: (done: number) => void;
  readonly writeFile: WriteFile;
}

/** Writes a new file; an argument, so that a test can let it fail. */
export type WriteFile = (file: string, bytes: Uint8Array) => Promise<void>;

/**
 * Writes the earlier graph into `folder` with the new table's labels, vectors that are gone marked as deleted, and new
 * ones put in. Says how many are so marked; `undefined` where the earlier file can't be used.
 * @throws Error where the file could not be written whole.
 */
export async function patchGraph(
  { Graph, table, positions, folder, onProgress, writeFile }: GraphSite,
  earlier: EarlierVectorIndex,
): Promise<number | undefined> {
  const former = await earlier.read(graphFileName);
  if (graphBytesFault(former, table.dimensions) !== undefined) return undefined;
  const labels = newLabels(earlier, positions);
  const { bytes, removed } = relabelGraph(former, table.dimensions, (label) => labels.get(label), tableSize(table));
  const kept = positions.filter((position) => (earlier.formerPositions[position] ?? -1) >= 0);
  await writeWhole(writeFile, path.join(folder, graphFileName), bytes);
  const graph = await readGraph(Graph, folder, table, kept, removed);
  graph.resizeIndex(positions.length + removed);
  const fresh = positions.filter((position) => (earlier.formerPositions[position] ?? -1) < 0);
  await addPoints(graph, table, fresh, onProgress);
  await writeGraph(graph, folder, table);
  releaseGraph(graph);
  return removed;
}

/** Former position → new one, of the vectors that stay. */
function newLabels({ formerPositions }: EarlierVectorIndex, positions: Uint32Array): Map<number, number> {
  const labels = new Map<number, number>();
  for (const position of positions) {
    const former = formerPositions[position] ?? -1;
    if (former >= 0) labels.set(former, position);
  }
  return labels;
}

async function writeWhole(writeFile: WriteFile, file: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    throw new Error(`the graph was not written whole (${messageOf(error)}); is the disk full?`, { cause: error });
  }
}
