import { z } from 'zod';
import { readWhole } from './file-digest.js';
import { type SnapshotFs, systemCode } from './snapshot-fs.js';

const ownerSchema = z.object({ pid: z.int().positive(), boot: z.string(), started: z.string().optional() });

/** The process a lock names: its number, the machine's start that number is of, and when it began, where the system tells. */
export type LockOwner = z.infer<typeof ownerSchema>;

/** This process, as the owner of a lock. */
export async function thisProcess(fs: SnapshotFs): Promise<LockOwner> {
  const started = await startOf(fs, process.pid);
  return { pid: process.pid, boot: await bootId(fs), ...(started !== undefined && { started }) };
}

/** Reads the content of a lock; `undefined` for what a process left that was stopped before it had written its name. */
export function parseOwner(text: string): LockOwner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether the owner, another process than this one, is still there. */
export async function isRunning(fs: SnapshotFs, owner: LockOwner, boot: string): Promise<boolean> {
  if (owner.boot !== boot || !isAlive(owner.pid)) return false;
  // Numbers are given again: of a process that began at another moment, the lock is not.
  const started = owner.started === undefined ? undefined : await startOf(fs, owner.pid);
  return started === undefined || started === owner.started;
}

/** A file's text; `undefined` where there is none. */
export async function readIfThere(fs: SnapshotFs, file: string): Promise<string | undefined> {
  try {
    return (await readWhole(fs, file)).toString('utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Any other refusal (EPERM) comes from a process that is there.
    return systemCode(error) !== 'ESRCH';
  }
}

/** When a process began, in ticks since the machine's start; `undefined` where the system does not tell. */
async function startOf(fs: SnapshotFs, pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  // Its second field is the program's name in brackets, which may hold anything; the 22nd is the start (proc(5)).
  const stat = await readIfThere(fs, `/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/** Another one after each start of the machine, when numbers of processes are given anew; empty where there is none. */
async function bootId(fs: SnapshotFs): Promise<string> {
  if (process.platform !== 'linux') return '';
  return (await readIfThere(fs, '/proc/sys/kernel/random/boot_id'))?.trim() ?? '';
}
