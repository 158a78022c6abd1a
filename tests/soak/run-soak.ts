import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { alignedTable } from '../../src/evaluation/aligned-table.js';
import { soakChurn } from './churn.js';
import { readMaterial } from './corpora.js';
import { soakDelay } from './delay.js';
import { soakDeterminism } from './determinism.js';
import { soakDrops } from './drops.js';
import { soakIncremental } from './incremental.js';
import { soakMemory } from './memory.js';
import { soakScale } from './scale.js';
import { soakSwitching } from './switching.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    dataset: { type: 'string' },
    sizes: { type: 'string', default: '1000,4000,26000' },
    reindexes: { type: 'string', default: '1000' },
    drops: { type: 'string', default: '200' },
  },
});
const { dataset } = values;
const parts = {
  switching: soakSwitching,
  delay: async (work: string) => soakDelay(work, await readMaterial(dataset)),
  memory: soakMemory,
  determinism: (work: string) => soakDeterminism(work),
  incremental: async (work: string) => soakIncremental(work, await readMaterial(dataset)),
  churn: (work: string) => soakChurn(work, Number(values.reindexes)),
  drops: () => soakDrops(Number(values.drops)),
  scale: (work: string) => soakScale(work, dataset, values.sizes.split(',').map(Number)),
} as const;

const rows: [string, string, string, string][] = [];
let broken = 0;
for (const [name, run] of Object.entries(parts)) {
  if (values.only !== undefined && !values.only.split(',').includes(name)) continue;
  const work = mkdtempSync(path.join(tmpdir(), 'dateline-soak-'));
  process.stderr.write(`== ${name}\n`);
  try {
    for (const { what, value, bar, kept } of await run(work)) {
      rows.push([what, value, bar, kept === undefined ? '' : kept ? 'kept' : 'BROKEN']);
      if (kept === false) broken += 1;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
const load = loadavg()
  .map((one) => one.toFixed(1))
  .join(' ');
process.stdout.write(`${alignedTable({ title: 'soak', columns: ['value', 'bar', ''], rows })}\n`);
process.stdout.write(`${cpus().length} cores, load at the end ${load}\n`);
process.exitCode = broken > 0 ? 1 : 0;
