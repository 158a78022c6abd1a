import { readdirSync } from 'node:fs';
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

/** The growth of one of them per thousand turns, by the line through what was seen after each. */
export function growthPerThousand(seen: readonly Resources[], of: keyof Resources): number {
  return slopeOf(seen.map((resources, turn) => [turn / 1_000, resources[of]] as const));
}

/** The least and the most of one of them. */
export function spanOf(seen: readonly Resources[], of: keyof Resources): string {
  const values = seen.map((resources) => resources[of]);
  return `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
}
