import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sweepDiskFaults } from './disk-faults.js';
import { sweepKills } from './kill-sweep.js';
import { sweepMutations } from './mutations.js';
import { Tally } from './tally.js';

const parts = { kills: sweepKills, disk: sweepDiskFaults, mutations: sweepMutations } as const;

const { values } = parseArgs({
  options: { only: { type: 'string' }, scenario: { type: 'string' }, jobs: { type: 'string', default: '2' } },
});
const { only, scenario } = values;
const wants = (name: string) => scenario === undefined || name === scenario;
const work = mkdtempSync(path.join(tmpdir(), 'dateline-faults-'));
const tally = new Tally();
const started = performance.now();
try {
  for (const [name, run] of Object.entries(parts)) {
    if (only === undefined || only.split(',').includes(name))
      await run({ work, jobs: Number(values.jobs), tally, wants });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.stdout.write(`${tally.table()}\nseconds: ${((performance.now() - started) / 1_000).toFixed(0)}\n`);
process.exitCode = tally.failed ? 1 : 0;
