import { writeFile as nodeWriteFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../../domain/errors.js';
import type { VectorIndexReport } from '../../domain/snapshot-manifest.js';
import type { EarlierVectorIndex, VectorIndexFactory } from '../../ports/vector-index.js';
import { nonZeroPositions } from './checked-vectors.js';
import { ExactVectorIndex } from './exact-vector-index.js';
import { graphFileName } from './graph-header.js';
import { changedSample, recallOf, recallSamples, spreadSample } from './graph-recall.js';
import { HnswVectorIndex, leastEf } from './hnsw-vector-index.js';
import { buildGraph, type GraphClass, loadGraphClass, readGraph, releaseGraph, writeGraph } from './native-graph.js';
import { changeSince, type GraphSite, patchGraph, type WriteFile } from './patch-graph.js';

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
export function createHnswVectorIndexFactory(
  load: () => Promise<GraphClass> = loadGraphClass,
  writeFile: WriteFile = nodeWriteFile,
): VectorIndexFactory {
  return {
    async build(table, folder, onProgress = () => undefined, earlier = undefined) {
      const positions = nonZeroPositions(table);
      if (positions.length === 0) return exactReport('there is nothing to build a graph of');
      const Graph = await loadOr(load);
      if (typeof Graph === 'string') return exactReport(Graph);
      const site = { Graph, table, positions, folder, onProgress, writeFile };
      return (earlier && (await change(site, earlier))) ?? buildWhole(site);
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
        const graph = await readGraph(Graph, folder, table, positions, report.patched?.removed);
        return new HnswVectorIndex(graph, table, report, positions);
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

async function buildWhole(site: GraphSite): Promise<VectorIndexReport> {
  const { Graph, table, positions, folder, onProgress } = site;
  const graph = await buildGraph(Graph, table, positions, onProgress);
  await writeGraph(graph, folder, table);
  releaseGraph(graph);
  const found = await measureWritten(site, spreadSample(positions), leastEf);
  if (found.recall >= leastRecall) return { kind: 'hnsw', recall: found.recall, reason: '', ef: found.ef };
  await rm(path.join(folder, graphFileName));
  return exactReport(`the graph finds only ${(100 * found.recall).toFixed(1)} % of the nearest`, found.recall);
}

/**
 * Changes the earlier graph where few vectors changed, or keeps to it that a graph misses too much. `undefined` where the
 * graph must be built as a whole: too much has changed, there was none, or the changed one misses too much.
 */
async function change(site: GraphSite, earlier: EarlierVectorIndex): Promise<VectorIndexReport | undefined> {
  const { positions } = site;
  const { kind, recall, ef = leastEf } = earlier.report;
  const patched = changeSince(earlier, positions);
  if (patched === undefined || recall === undefined) return undefined;
  if (kind === 'exact') return { ...earlier.report, patched };
  // The graph is a cache: whatever is wrong with the earlier one, building it as a whole mends it, or fails by itself.
  const removed = await patchGraph(site, earlier).catch(() => undefined);
  if (removed === undefined) return undefined;
  const added = positions.filter((position) => (earlier.formerPositions[position] ?? -1) < 0);
  const found = await measureWritten(site, changedSample(positions, added), ef, removed);
  if (found.recall < leastRecall) return undefined;
  return { kind, recall: found.recall, reason: '', ef: found.ef, patched: { removed, added: patched.added } };
}

/** Reads the graph back as the next start will, and finds the least `ef` from `least` up that reaches the recall wanted. */
async function measureWritten(
  { Graph, folder, table, positions }: GraphSite,
  sample: readonly number[],
  least: number,
  removed = 0,
): Promise<{ readonly ef: number; readonly recall: number }> {
  const graph = await readGraph(Graph, folder, table, positions, removed);
  const samples = await recallSamples(table, positions, sample);
  let found = { ef: least, recall: 0 };
  for (const ef of efsTried.filter((tried) => tried >= least)) {
    const report: VectorIndexReport = { kind: 'hnsw', recall: undefined, reason: '', ef };
    found = { ef, recall: await recallOf(new HnswVectorIndex(graph, table, report, positions), samples) };
    if (found.recall >= leastRecall) break;
  }
  releaseGraph(graph);
  return found;
}
