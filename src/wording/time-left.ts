/** How far something was at a moment. */
export interface Mark {
  /** Milliseconds, of any clock. */
  readonly at: number;
  readonly done: number;
}

// Before that a pace is luck.
const leastMs = 2_000;

/** How long the rest takes at the pace since `from`, in milliseconds; `undefined` where there is no pace yet or no end. */
export function msLeft(from: Mark, now: Mark, total: number | undefined): number | undefined {
  const [ms, done] = [now.at - from.at, now.done - from.done];
  if (total === undefined || ms < leastMs || done <= 0) return undefined;
  return (ms / done) * Math.max(0, total - now.done);
}

/** `about 40 s left`, `about 3 min left`: rounded up, as nobody minds waiting less. */
export function timeLeftText(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  return seconds <= 90 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
}
