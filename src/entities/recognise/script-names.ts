import type { Candidate } from './reading.js';

/** Placeholder. */
export function scriptCandidates(_body: string): Candidate[] {
  return [];
}
