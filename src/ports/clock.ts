/** The time, as an argument. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
}
