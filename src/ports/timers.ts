/** Calls back later; an argument, so that no test has to wait. */
export interface Timers {
  /** Calls `act` once after so many milliseconds, unless the function that comes back is called before. */
  after(ms: number, act: () => void): () => void;
}
