import path from 'node:path';
import { z } from 'zod';
import { runChild } from '../faults/run-child.js';
import { barred, type Figure, told } from './report.js';

/** What a process of its own finds about one size. */
export const scaleFigures = z.object({
  articles: z.int(),
  passages: z.int(),
  entities: z.int(),
  indexSeconds: z.number(),
  catalogueSeconds: z.number(),
  peakMegabytes: z.number(),
  diskMegabytes: z.number(),
  loadSeconds: z.number(),
  p50: z.number(),
  p95: z.number(),
  search: z.string(),
  lookupP50: z.number(),
  lookupP95: z.number(),
});
export type ScaleFigures = z.infer<typeof scaleFigures>;

const hours = 3_600;

/** Time, memory and disk at each size. */
export async function soakScale(
  work: string,
  dataset: string | undefined,
  sizes: readonly number[],
): Promise<Figure[]> {
  const rows: Figure[] = [];
  for (const size of sizes) {
    process.stderr.write(`${size} articles\n`);
    const script = '../soak/scale-child.js';
    const end = await runChild(script, [path.join(work, String(size)), String(size), dataset ?? ''], 2 * hours);
    if (end.code !== 0) {
      rows.push(
        barred(`${size} articles`, `ended with ${end.signal ?? end.code}: ${end.stderr.slice(-200)}`, 'done', false),
      );
      continue;
    }
    const found = scaleFigures.parse(JSON.parse(end.stdout));
    process.stderr.write(`${end.stdout}\n`);
    rows.push(told(`${size} articles`, wordsOf(found)));
  }
  return rows;
}

function wordsOf(found: ScaleFigures): string {
  const { passages, entities, indexSeconds, catalogueSeconds, peakMegabytes, diskMegabytes } = found;
  const { loadSeconds, p50, p95, search, lookupP50, lookupP95 } = found;
  return (
    `${passages} passages, ${entities} entities, ${indexSeconds.toFixed(0)} s (catalogue ${catalogueSeconds.toFixed(0)} s), ` +
    `peak ${peakMegabytes.toFixed(0)} MB, disk ${diskMegabytes.toFixed(0)} MB, load ${loadSeconds.toFixed(1)} s, ` +
    `search ${p50.toFixed(1)} / ${p95.toFixed(1)} ms (${search}), lookup ${lookupP50.toFixed(2)} / ${lookupP95.toFixed(2)} ms`
  );
}
