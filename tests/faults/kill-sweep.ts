import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { heard, reindexOver, type Said } from './index-under-test.js';
import { deaths, type Finding, finding, type KillOrder, stepList } from './kill-point.js';
import { atATime, runChild } from './run-child.js';
import { mostKept, type Scenario, scenarios, ticketQuestion } from './scenarios.js';
import type { Sweep, Tally } from './tally.js';

type Death = KillOrder['death'];
type Steps = z.infer<typeof stepList>;

interface Prepared {
  readonly number: number;
  readonly scenario: Scenario;
  readonly template: string;
  readonly old: Said | null;
  readonly fresh: Said;
  readonly steps: Steps;
}

// A later process looks at so many folders in turn, but for the main scenario, where each has its own.
const foldersAChild = 20;

/** Kills a re-index of every scenario at each of its steps, in every way, and looks at what is left. */
export async function sweepKills({ work, jobs, tally, wants }: Sweep): Promise<void> {
  for (const [number, scenario] of scenarios.entries()) {
    if (!wants(scenario.name)) continue;
    const prepared = await prepare(path.join(work, `scenario-${number}`), number, scenario);
    const points = pointsOf(prepared);
    process.stderr.write(`${scenario.name}: ${prepared.steps.length} steps, ${points.length} points\n`);
    const size = scenario.main ? 1 : foldersAChild;
    const groups = Array.from({ length: Math.ceil(points.length / size) }, (_, i) => ({
      points: points.slice(i * size, (i + 1) * size),
      folder: path.join(work, `points-${number}-${i}`),
    }));
    const seen: string[] = [];
    await atATime(jobs, groups, async ({ points, folder }) => {
      seen.push(...(await sweepGroup(prepared, points, folder, tally)));
      rmSync(folder, { recursive: true });
    });
    // A sweep that never met one of them did not cross the moment it is about.
    for (const one of ['old', 'new']) if (!seen.includes(one)) tally.violation(`${scenario.name}: never ${one}`);
  }
}

async function prepare(folder: string, number: number, scenario: Scenario): Promise<Prepared> {
  const template = path.join(folder, 'template');
  mkdirSync(template, { recursive: true });
  for (const corpus of scenario.before) await reindexOver(template, corpus);
  const untouched = await undisturbed(template, path.join(folder, 'plain'), number);
  if (scenario.afterCrash) await crashTwice(template, number, untouched.steps);
  const old = await heard(template, [ticketQuestion]);
  const { steps, fresh } = scenario.afterCrash
    ? await undisturbed(template, path.join(folder, 'again'), number)
    : untouched;
  return { number, scenario, template, old, fresh, steps };
}

/** The steps of a run that is not killed, and what its index says. */
async function undisturbed(template: string, dataDir: string, scenario: number) {
  cpSync(template, dataDir, { recursive: true });
  const end = await die({ dataDir, scenario, at: Number.MAX_SAFE_INTEGER, death: 'before' });
  if (end.code !== 0) throw new Error(`the undisturbed run failed: ${end.stderr}`);
  const fresh = await heard(dataDir, [ticketQuestion]);
  if (fresh === null) throw new Error('the undisturbed run published nothing');
  return { steps: stepList.parse(JSON.parse(end.stdout)), fresh };
}

/** Leaves a generation that was never named, half a draft, and the lock of a dead process. */
async function crashTwice(dataDir: string, scenario: number, steps: Steps): Promise<void> {
  const pointer = steps.findIndex(({ call, file }) => call === 'create' && path.basename(file).startsWith('CURRENT'));
  const graph = steps.findIndex(({ call }) => call === 'native write');
  for (const at of [pointer + 1, Math.max(graph, 20)]) {
    const end = await die({ dataDir, scenario, at, death: 'before' });
    if (end.signal !== 'SIGKILL') throw new Error(`it was not killed at step ${at}`);
  }
}

function die(order: KillOrder) {
  return runChild('kill-child.js', [JSON.stringify(order)]);
}

interface Point {
  readonly at: number;
  readonly death: Death;
  readonly name: string;
}

function pointsOf({ steps, scenario }: Prepared): Point[] {
  return steps.flatMap(({ call, file, halves }, i) =>
    deaths
      .filter((death) => (death === 'middle' ? halves : scenario.powerCuts || !death.startsWith('power')))
      .map((death) => ({ at: i + 1, death, name: `${death} step ${i + 1} (${call} ${path.basename(file)})` })),
  );
}

async function sweepGroup(prepared: Prepared, points: readonly Point[], folder: string, tally: Tally) {
  const { template, number, scenario } = prepared;
  const killed = new Map<string, Point>();
  for (const point of points) {
    const dataDir = path.join(folder, `${point.at}-${deaths.indexOf(point.death)}`);
    cpSync(template, dataDir, { recursive: true });
    const end = await die({ dataDir, scenario: number, at: point.at, death: point.death });
    if (end.signal === 'SIGKILL') killed.set(dataDir, point);
    else tally.violation(`${scenario.name}, ${point.name}: it ended with ${end.signal ?? end.code}: ${end.stderr}`);
  }
  const end = await runChild('check-child.js', [String(number), ...killed.keys()]);
  const lines = end.stdout.split('\n').filter((line) => line !== '');
  const findings = new Map(lines.map((line) => finding.parse(JSON.parse(line))).map((one) => [one.dataDir, one]));
  return [...killed].map(([dataDir, point]) => judge(prepared, point, findings.get(dataDir), tally));
}

function judge(prepared: Prepared, point: Point, found: Finding | undefined, tally: Tally): string {
  const where = `${prepared.scenario.name}, ${point.name}`;
  const verdict = found === undefined ? 'crashed' : whichOf(prepared, found);
  tally.count(`kill: ${prepared.scenario.name}`, verdict);
  if (verdict === 'crashed' || verdict === 'torn') tally.violation(`${where}: ${JSON.stringify(found)}`);
  else for (const wrong of aftermath(prepared, found)) tally.violation(`${where}: ${wrong}`);
  return verdict;
}

function whichOf({ old, fresh }: Prepared, { loaded, fault }: Finding) {
  if (fault !== undefined) return 'torn';
  if (loaded === null || loaded.snapshot === old?.snapshot) return same(loaded, old) ? 'old' : 'torn';
  return same(loaded, fresh) ? 'new' : 'torn';
}

/** What is wrong after the next re-index. */
function aftermath({ fresh, scenario }: Prepared, found: Finding | undefined): string[] {
  if (found === undefined) return [];
  const wrong: string[] = [];
  if (found.outcome !== 'published' && found.outcome !== 'unchanged') wrong.push(`the next run: ${found.outcome}`);
  if (!same(found.afterwards, fresh)) wrong.push('the next index answers otherwise');
  const rubbish = found.names.filter((name) => !/^(CURRENT|gen-\d{6})$/.test(name));
  if (rubbish.length > 0) wrong.push(`left behind: ${rubbish.join(', ')}`);
  if (!found.names.includes('CURRENT')) wrong.push('no CURRENT');
  if (found.names.length > 1 + mostKept(scenario)) wrong.push(`kept: ${found.names.join(', ')}`);
  return wrong;
}

function same(one: Said | null, other: Said | null): boolean {
  return JSON.stringify(one?.answers) === JSON.stringify(other?.answers);
}
