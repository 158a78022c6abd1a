import type { Clock } from '../ports/clock.js';

// An interaction's token lives 15 minutes: nothing older can be answered, so nothing older need be known.
const keptMs = 15 * 60_000;

/** Tells whether an id comes for the first time. A resumed gateway replays events it has sent before. */
export function createSeenIds(clock: Clock): (id: string) => boolean {
  const seen = new Map<string, number>();
  return (id) => {
    const now = clock.now();
    for (const [old, at] of seen) {
      if (now - at <= keptMs) break;
      seen.delete(old);
    }
    if (seen.has(id)) return false;
    seen.set(id, now);
    return true;
  };
}
