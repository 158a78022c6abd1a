import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { IndexBusyError } from '../../domain/errors.js';
import { readWhole } from './file-digest.js';
import { type SnapshotFs, type StorePlace, systemCode } from './snapshot-fs.js';
import { explainingFailure, removingOnFailure, reporting } from './write-failure.js';

/** The file that says which process publishes. */
export const lockName = 'LOCK';

const ownerSchema = z.object({ pid: z.int().positive(), boot: z.string() });
type Owner = z.infer<typeof ownerSchema>;

// A lock is made, and a moment later its owner's name is in it. One without a name after this long is a dead one's.
const nameWithinMs = 200;

// The locks this process holds: after a restart in a container, a lock with our own number may be a dead one's.
const held = new Set<string>();

/**
 * Runs a step while no other process publishes into the folder. The lock of a process that is gone, or of before the
 * machine was started, is taken over.
 * @throws IndexBusyError where another process holds it.
 */
export async function withPublishLock<T>(place: StorePlace, step: () => Promise<T>): Promise<T> {
  const file = path.join(place.folder, lockName);
  await explainingFailure(() => take(place, file));
  held.add(file);
  try {
    return await step();
  } finally {
    held.delete(file);
    await reporting(place, 'the lock was not removed; it will be taken over', () => place.fs.rm(file, { force: true }));
  }
}

async function take(place: StorePlace, file: string): Promise<void> {
  const mine: Owner = { pid: process.pid, boot: await bootId(place.fs) };
  // Thrice: once against a dead owner, once more against another process that takes over at the same moment.
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(place, file, mine)) return;
    const text = await readIfThere(place.fs, file);
    if (text === undefined) continue;
    const owner = ownerOf(text);
    if (owner === undefined && attempt === 0) {
      await setTimeout(nameWithinMs);
      continue;
    }
    if (owner !== undefined && holdsStill(owner, mine, file)) {
      throw new IndexBusyError(`process ${owner.pid} is writing to it; wait until that has ended`, owner.pid);
    }
    await place.fs.rm(file, { force: true });
  }
  throw new IndexBusyError('several processes want to write to it at once; try again');
}

/** False where the file exists. */
async function create(place: StorePlace, file: string, owner: Owner): Promise<boolean> {
  const handle = await openNew(place.fs, file);
  if (handle === undefined) return false;
  await removingOnFailure(place, file, async () => {
    try {
      await handle.writeFile(JSON.stringify(owner));
    } finally {
      await handle.close();
    }
  });
  return true;
}

async function openNew(fs: SnapshotFs, file: string): Promise<FileHandle | undefined> {
  try {
    return await fs.open(file, 'wx');
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return undefined;
    throw error;
  }
}

async function readIfThere(fs: SnapshotFs, file: string): Promise<string | undefined> {
  try {
    return (await readWhole(fs, file)).toString('utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** `undefined` for what a process left that was stopped before it had written its name. */
function ownerOf(text: string): Owner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function holdsStill(owner: Owner, mine: Owner, file: string): boolean {
  if (owner.pid === mine.pid) return held.has(file);
  return owner.boot === mine.boot && isAlive(owner.pid);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Any other refusal (EPERM) comes from a process that is there.
    return systemCode(error) !== 'ESRCH';
  }
}

/** Another one after each start of the machine, when numbers of processes are given anew; empty where there is none. */
async function bootId(fs: SnapshotFs): Promise<string> {
  if (process.platform !== 'linux') return '';
  return (await readIfThere(fs, '/proc/sys/kernel/random/boot_id'))?.trim() ?? '';
}
