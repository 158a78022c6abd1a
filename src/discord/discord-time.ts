import type { Clock } from '../ports/clock.js';

// The Date header counts whole seconds and the answer takes its way: less than this is no skew.
const noiseMs = 2000;

/** Discord's clock, as far as its responses tell. */
export interface DiscordTime extends Clock {
  /** Learns from the `Date` header of a response that has just come. */
  observe(dateHeader: string | null): void;
}

/**
 * Interactions carry the time of Discord's clock. Their age is measured against that clock, so that a machine whose own
 * clock is minutes off does not take every interaction for a late one.
 */
export function createDiscordTime(clock: Clock): DiscordTime {
  let skewMs = 0;
  return {
    now: () => clock.now() + skewMs,
    observe(dateHeader) {
      const theirs = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
      if (Number.isNaN(theirs)) return;
      const difference = theirs - clock.now();
      skewMs = Math.abs(difference) > noiseMs ? difference : 0;
    },
  };
}
