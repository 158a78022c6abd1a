import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { IndexBusyError } from '../../domain/errors.js';
import { linkOrNot } from './draft-folder.js';
import { isRunning, type LockOwner, parseOwner, readIfThere, thisProcess } from './lock-owner.js';
import { type StorePlace, systemCode } from './snapshot-fs.js';
import { explainingFailure, leftoverStays, removingOnFailure, reporting } from './write-failure.js';

/** The file that says which process publishes. */
export const lockName = 'LOCK';

// On a disk without second names a lock is made, and a moment later its owner's name is in it. One without a name after this long is a
// dead one's.
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
  await explainingFailure(async () => take(place, file, await thisProcess(place.fs)));
  return releasing(place, file, step);
}

async function releasing<T>(place: StorePlace, file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } finally {
    await reporting(place, 'the lock was not removed; it will be taken over', () => place.fs.rm(file, { force: true }));
    held.delete(file);
  }
}

async function take(place: StorePlace, file: string, mine: LockOwner): Promise<void> {
  // Thrice: once against a dead owner, once more against another process that takes over at the same moment.
  for (let attempt = 0; attempt < 3; attempt++) {
    const text = await readIfThere(place.fs, file);
    if (text === undefined) {
      if (await create(place, file, mine)) return;
      continue;
    }
    const owner = parseOwner(text);
    if (owner === undefined && attempt === 0) {
      await setTimeout(nameWithinMs);
      continue;
    }
    if (owner !== undefined && (await holdsStill(place, owner, mine, file))) {
      throw new IndexBusyError(`process ${owner.pid} is writing to it; wait until that has ended`, owner.pid);
    }
    await removeStale(place, file, text, mine);
  }
  throw new IndexBusyError('several processes want to write to it at once; try again');
}

/**
 * Removes the lock of a dead process, if it is that one still. Two may have judged it at once; the slower one would remove the lock
 * that the quicker one has made since. So whoever removes holds a lock of its own, named for what is removed.
 */
async function removeStale(place: StorePlace, file: string, text: string, mine: LockOwner): Promise<void> {
  const claim = `${file}.tmp-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  await take(place, claim, mine);
  await releasing(place, claim, () => removeIfSame(place, file, text));
}

async function removeIfSame({ fs }: StorePlace, file: string, text: string): Promise<void> {
  if ((await readIfThere(fs, file)) === text) await fs.rm(file, { force: true });
}

/** False where the file exists. */
async function create(place: StorePlace, file: string, owner: LockOwner): Promise<boolean> {
  // Of two stores of this process one at a time: to the other its name says nothing.
  if (held.has(file)) return false;
  held.add(file);
  let isMine = false;
  try {
    isMine = await placeWhole(place, file, JSON.stringify(owner));
  } finally {
    if (!isMine) held.delete(file);
  }
  return isMine;
}

/** Written aside and given its name in one step: a lock that is there has its owner's name in it, and no living one looks dead. */
async function placeWhole(place: StorePlace, file: string, text: string): Promise<boolean> {
  const aside = `${file}.tmp-${randomBytes(8).toString('hex')}`;
  await writeInto(place, aside, text);
  try {
    return (await linkOrNot(place.fs, aside, file)) || (await writeInto(place, file, text));
  } catch (error) {
    // Another was quicker; or has the lock already, and has tidied up.
    if (systemCode(error) === 'EEXIST' || systemCode(error) === 'ENOENT') return false;
    // A disk may do what it reports as failed: a lock of ours would keep all others out for as long as this process lives.
    await reporting(place, leftoverStays, () => removeIfSame(place, file, text));
    throw error;
  } finally {
    await reporting(place, leftoverStays, () => place.fs.rm(aside, { force: true }));
  }
}

async function writeInto(place: StorePlace, file: string, text: string): Promise<true> {
  const handle = await place.fs.open(file, 'wx');
  await removingOnFailure(place, file, async () => {
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  });
  return true;
}

async function holdsStill({ fs }: StorePlace, owner: LockOwner, mine: LockOwner, file: string): Promise<boolean> {
  return owner.pid === mine.pid ? held.has(file) : isRunning(fs, owner, mine.boot);
}
