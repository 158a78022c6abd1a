import { rm } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../../domain/errors.js';
import type { VectorIndexReport } from '../../domain/snapshot-manifest.js';
import type { VectorIndexFactory, VectorTable } from '../../ports/vector-index.js';
import { nonZeroPositions } from './checked-vectors.js';
import { ExactVectorIndex } from './exact-vector-index.js';
import { graphFileName } from './graph-header.js';
import { recallAgainst } from './graph-recall.js';
import { HnswVectorIndex, leastEf } from './hnsw-vector-index.js';
import { buildGraph, type GraphClass, loadGraphClass, readGraph, releaseGraph, writeGraph } from './native-graph.js';

// Below this a reader would miss one source in fifty that exact search shows.
const leastRecall = 0.98;

// Each doubling costs a search about twice the time: 0.2 ms at 100, 2.5 ms at 800, still a sixth of exact search.
const efsTried = [leastEf, 200, 400, 600, 800];

// How every reason begins that a package since installed would mend.
const withoutPackage = 'hnswlib-node ';
const nowWithPackage = 'the index was made without hnswlib-node; run `npm run index -- --full` to build the graph';

/**
 * Graphs by hnswlib-node, measured against exact search before they are trusted. Where the package can't be loaded or
 * the graph misses too much, search is exact, and the report says why. `load` gets the package's class.
 */
export function createHnswVectorIndexFactory(load: () => Promise<GraphClass> = loadGraphClass): VectorIndexFactory {
  return {
    async build(table, folder, onProgress = () => undefined) {
      const positions = nonZeroPositions(table);
      if (positions.length === 0) return exactReport('there is nothing to build a graph of');
      const Graph = await loadOr(load);
      if (typeof Graph === 'string') return exactReport(Graph);
      const graph = await buildGraph(Graph, table, positions, onProgress);
      await writeGraph(graph, folder, table);
      releaseGraph(graph);
      return measureWritten(Graph, folder, table, positions);
    },
    async open(table, report, folder) {
      const positions = nonZeroPositions(table);
      if (report.kind === 'exact' && !report.reason.startsWith(withoutPackage)) {
        return new ExactVectorIndex(table, report, positions);
      }
      const Graph = await loadOr(load);
      if (typeof Graph === 'string') return new ExactVectorIndex(table, exactReport(Graph), positions);
      if (report.kind === 'exact') return new ExactVectorIndex(table, exactReport(nowWithPackage), positions);
      try {
        return new HnswVectorIndex(await readGraph(Graph, folder, table, positions), table, report, positions);
      } catch (error) {
        return new ExactVectorIndex(table, exactReport(`the graph can't be used: ${messageOf(error)}`), positions);
      }
    },
  };
}

function exactReport(reason: string, recall?: number): VectorIndexReport {
  return { kind: 'exact', recall, reason };
}

async function loadOr(load: () => Promise<GraphClass>): Promise<GraphClass | string> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') {
      return `${withoutPackage}is not installed`;
    }
    // The first line: the rest lists every place on this machine that was searched.
    return `${withoutPackage}can't be loaded: ${messageOf(error).split('\n', 1)[0]}`;
  }
}

/** Reads the graph back as the next start will, and finds the least `ef` that reaches the recall wanted. */
async function measureWritten(
  Graph: GraphClass,
  folder: string,
  table: VectorTable,
  positions: Uint32Array,
): Promise<VectorIndexReport> {
  const graph = await readGraph(Graph, folder, table, positions);
  const exact = new ExactVectorIndex(table, exactReport(''), positions);
  let recall = 0;
  for (const ef of efsTried) {
    const report: VectorIndexReport = { kind: 'hnsw', recall: undefined, reason: '', ef };
    recall = await recallAgainst(exact, new HnswVectorIndex(graph, table, report, positions), table, positions);
    if (recall >= leastRecall) {
      releaseGraph(graph);
      return { ...report, recall };
    }
  }
  releaseGraph(graph);
  await rm(path.join(folder, graphFileName));
  return exactReport(`the graph finds only ${(100 * recall).toFixed(1)} % of the nearest`, recall);
}
