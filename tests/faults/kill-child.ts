import path from 'node:path';
import { UnconfirmedWrites } from '../support/power-cut.js';
import { createSteppedFs, type DiskStep, loadSteppedGraphClass, type RunStep } from '../support/stepped-fs.js';
import { reindexOver } from './index-under-test.js';
import { type KillOrder, killOrder } from './kill-point.js';
import { scenarios } from './scenarios.js';

/** Runs a re-index and kills its own process at the step that was ordered. */
async function runAndDie({ dataDir, scenario, at, death }: KillOrder): Promise<void> {
  const steps: Pick<DiskStep, 'call' | 'file' | 'half'>[] = [];
  const unconfirmed = new UnconfirmedWrites(path.join(dataDir, 'stash'));
  const run: RunStep = async (step) => {
    steps.push(step);
    if (steps.length !== at) return unconfirmed.run(step);
    if (death === 'middle') await step.half?.();
    if (death === 'power: content') unconfirmed.cut('content');
    if (death === 'power: names') unconfirmed.cut('names');
    process.kill(process.pid, 'SIGKILL');
    return new Promise(() => setInterval(() => {}, 1_000));
  };
  const { corpus, full, twoStagesFrom } = scenarios[scenario] ?? raise(`there is no scenario ${scenario}`);
  const ground = { fs: createSteppedFs(run), loadGraphs: () => loadSteppedGraphClass(run) };
  const outcome = await reindexOver(dataDir, corpus, { full, twoStagesFrom, ...ground });
  if (outcome.kind !== 'published') raise(JSON.stringify(outcome));
  const list = steps.map(({ call, file, half }) => ({ call, file, halves: half !== undefined }));
  process.stdout.write(JSON.stringify(list));
}

function raise(reason: string): never {
  throw new Error(reason);
}

await runAndDie(killOrder.parse(JSON.parse(process.argv[2] ?? '')));
