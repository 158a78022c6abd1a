import type { Clock } from '../../src/ports/clock.js';
import type { Timers } from '../../src/ports/timers.js';

/** A clock that stands still and timers that are due when it is moved. */
export interface ManualTimers {
  readonly timers: Timers;
  readonly clock: Clock;
  /** Moves the clock, step by step to each timer that falls due, and lets what it starts come to rest. */
  pass(ms: number): Promise<void>;
  /** How many are waiting. */
  waiting(): number;
}

/** Begins at 2026-01-20T08:30Z. */
export function createManualTimers(): ManualTimers {
  let now = Date.parse('2026-01-20T08:30:00Z');
  const waiting = new Map<number, { readonly at: number; readonly act: () => void }>();
  let next = 0;
  return {
    clock: { now: () => now },
    timers: {
      after(ms, act) {
        const id = next++;
        waiting.set(id, { at: now + ms, act });
        return () => void waiting.delete(id);
      },
    },
    waiting: () => waiting.size,
    async pass(ms) {
      const until = now + ms;
      await rest();
      for (;;) {
        const due = [...waiting].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
        if (due === undefined) break;
        waiting.delete(due[0]);
        now = due[1].at;
        due[1].act();
        await rest();
      }
      now = until;
    },
  };
}

/** Every promise that needs no more than other promises is settled by then. */
export function rest(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
