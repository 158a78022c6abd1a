import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { ReindexOutcome } from '../../src/domain/reindex.js';
import { createFaultyFs } from '../support/faulty-fs.js';
import { createSteppedFs, type DiskStep, loadSteppedGraphClass, type RunStep } from '../support/stepped-fs.js';
import { type Ground, heard, indexFolder, type Manner, reindexOver, type Said } from './index-under-test.js';
import { mostKept, type Scenario, scenarios, ticketQuestion } from './scenarios.js';
import type { Sweep, Tally } from './tally.js';

/** How a disk fails at a step. */
interface DiskFault {
  readonly name: string;
  readonly forever: boolean;
  /** Whether a step can fail so. */
  readonly fits: (step: DiskStep) => boolean;
  readonly fail: (step: DiskStep) => Promise<unknown>;
}

const error = (code: string, { call }: DiskStep) =>
  Object.assign(new Error(`${code}: made to fail, ${call}`), { code, syscall: call });
// hnswlib-node reports no failure of the disk: only the short write can come of it.
const reporting = ({ call }: DiskStep) => call !== 'native write';
const halves = ({ half }: DiskStep) => half !== undefined;

async function full(step: DiskStep): Promise<never> {
  await step.half?.();
  throw error('ENOSPC', step);
}

const faults: readonly DiskFault[] = [
  { name: 'ENOSPC, half written', forever: false, fits: reporting, fail: full },
  { name: 'ENOSPC for good', forever: true, fits: reporting, fail: full },
  {
    name: 'EIO, though it was done',
    forever: false,
    // A file that could not be opened has not been made.
    fits: (step) => reporting(step) && step.call !== 'create',
    fail: async (step) => {
      await step.whole();
      throw error('EIO', step);
    },
  },
  // What hnswlib-node does on a full disk, and what a lying disk does to any write.
  {
    name: 'short write, reported as whole',
    forever: false,
    fits: halves,
    fail: ({ half }) => Promise.resolve(half?.()).then(() => true),
  },
];

interface Ready {
  readonly scenario: Scenario;
  readonly template: string;
  readonly old: Said | null;
  readonly fresh: Said;
}

/** Lets the disk fail at each step of a re-index, in this process, and looks at what is left. */
export async function sweepDiskFaults({ work, tally, wants }: Sweep): Promise<void> {
  for (const [number, scenario] of scenarios.entries()) {
    if (scenario.afterCrash || !wants(scenario.name)) continue;
    const ready = await prepare(path.join(work, `disk-${number}`), scenario);
    for (const fault of faults) await sweep(ready, fault.name, (at) => steppedGround(fault, at), tally);
    // Also the calls that only read: each of them, closing included.
    await sweep(ready, 'EIO at any call, reading too', anyCallGround, tally);
    process.stderr.write(`${scenario.name}: all disk faults\n`);
  }
}

async function prepare(folder: string, scenario: Scenario): Promise<Ready> {
  const [template, plain] = [path.join(folder, 'template'), path.join(folder, 'plain')];
  mkdirSync(template, { recursive: true });
  for (const corpus of scenario.before) await reindexOver(template, corpus);
  cpSync(template, plain, { recursive: true });
  await reindexOver(plain, scenario.corpus, mannerOf(scenario));
  const fresh = await heard(plain, [ticketQuestion]);
  if (fresh === null) throw new Error('the undisturbed run published nothing');
  return { scenario, template, old: await heard(template, [ticketQuestion]), fresh };
}

/** A ground that fails at one place, and what became of that. */
interface FailingGround {
  readonly ground: Ground;
  /** Whether there are so many places, and whether the one could fail so. */
  state(): { readonly reached: boolean; readonly failed: boolean };
}

function steppedGround(fault: DiskFault, at: number): FailingGround {
  let [steps, failed] = [0, false];
  const run: RunStep = async (step) => {
    steps += 1;
    if ((steps === at || (fault.forever && steps > at)) && fault.fits(step)) {
      failed = true;
      return fault.fail(step);
    }
    return step.whole();
  };
  const ground = { fs: createSteppedFs(run), loadGraphs: () => loadSteppedGraphClass(run) };
  return { ground, state: () => ({ reached: steps >= at, failed }) };
}

function anyCallGround(at: number): FailingGround {
  const { fs, calls } = createFaultyFs({ at, code: 'EIO', forever: false });
  return { ground: { fs }, state: () => ({ reached: calls() >= at, failed: calls() >= at }) };
}

async function sweep(ready: Ready, name: string, groundAt: (at: number) => FailingGround, tally: Tally): Promise<void> {
  for (let at = 1; ; at++) {
    const dataDir = path.join(path.dirname(ready.template), 'run');
    cpSync(ready.template, dataDir, { recursive: true });
    const { ground, state } = groundAt(at);
    const outcome = await reindexOver(dataDir, ready.scenario.corpus, { ...mannerOf(ready.scenario), ...ground });
    const { reached, failed } = state();
    if (reached && failed) {
      const where = `${ready.scenario.name}, ${name}, step ${at}`;
      const wrong = await judge(ready, dataDir, outcome, name.endsWith('for good'));
      tally.count(`disk: ${name}`, wrong.length > 0 ? 'torn' : outcome.kind === 'published' ? 'new' : 'old');
      for (const one of wrong) tally.violation(`${where}: ${one}`);
    }
    rmSync(dataDir, { recursive: true });
    if (!reached) return;
  }
}

function mannerOf({ full, twoStagesFrom }: Scenario): Manner {
  return { full, twoStagesFrom };
}

// What a person may be told: what is wrong with what, in a sentence.
const plainReason =
  /^(index folder: .* \(E[A-Z]+\)|the graph was not written whole \(.*\); is the disk full\?|[\w.-]+ came back from the disk other than it was written)$/;

async function judge(ready: Ready, dataDir: string, outcome: ReindexOutcome, forGood: boolean): Promise<string[]> {
  const wrong: string[] = [];
  const reason = reasonOf(outcome);
  if (reason !== undefined && !plainReason.test(reason)) wrong.push(`not plain: ${reason}`);
  if (outcome.kind !== 'failed' && outcome.kind !== 'published') wrong.push(`it ended ${outcome.kind}`);
  const expected = outcome.kind === 'published' ? ready.fresh : ready.old;
  const answers = await heard(dataDir, [ticketQuestion]);
  // Where nothing was indexed before, a whole generation that could not be named is served all the same.
  const unnamed = ready.old === null && same(answers, ready.fresh);
  if (!same(answers, expected) && !unnamed) wrong.push(`after "${outcome.kind}" it answers otherwise`);
  const most = mostKept(ready.scenario);
  if (reason !== undefined && !forGood) wrong.push(...rubbish(dataDir, most + 1));
  const next = await reindexOver(dataDir, ready.scenario.corpus);
  if (next.kind === 'failed') wrong.push(`the next run failed: ${next.reason}`);
  if (!same(await heard(dataDir, [ticketQuestion]), ready.fresh)) wrong.push('after the next run it answers otherwise');
  return [...wrong, ...rubbish(dataDir, most)];
}

/** Why a run, or the second of its stages, did not end well. */
function reasonOf(outcome: ReindexOutcome): string | undefined {
  if (outcome.kind === 'failed') return outcome.reason;
  return outcome.kind === 'published' ? outcome.report.catalogueBehind : undefined;
}

/** What should not be there. Right after a failure a whole generation may be one too many: it ages out like the others. */
function rubbish(dataDir: string, most: number): string[] {
  const folder = indexFolder(dataDir);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const left = names.filter((name) => !/^(CURRENT|gen-\d{6})$/.test(name));
  return left.length > 0 || names.length > most + 1 ? [`left behind: ${names.join(', ')}`] : [];
}

function same(one: Said | null, other: Said | null): boolean {
  return JSON.stringify(one?.answers) === JSON.stringify(other?.answers);
}
