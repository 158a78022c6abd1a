import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { slopeOf } from './report.js';

/** What this process holds at one moment. */
export interface Resources {
  readonly megabytes: number;
  /** Open file descriptors; sockets are among them. */
  readonly descriptors: number;
  /** Timers, sockets, threads, running calls: whatever the event loop knows of. */
  readonly active: number;
}

/** Looks at itself; descriptors on Linux only, elsewhere -1. */
export function resourcesNow(): Resources {
  return {
    megabytes: process.memoryUsage().rss / 1e6,
    descriptors: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : -1,
    active: process.getActiveResourcesInfo().length,
  };
}

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** What is in use of the memory of JavaScript, buffers included, after all that can be given back has been. */
export function megabytesInUse(): number {
  if (typeof collect !== 'function') throw new Error('this runtime does not let its garbage be collected');
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** The growth of one of them per thousand turns, by the line through what was seen after each. */
export function growthPerThousand<Name extends string>(seen: readonly Record<Name, number>[], of: Name): number {
  return slopeOf(seen.map((one, turn) => [turn / 1_000, one[of]] as const));
}

/** The least and the most of one of them. */
export function spanOf<Name extends string>(seen: readonly Record<Name, number>[], of: Name): string {
  const values = seen.map((one) => one[of]);
  return `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
}
