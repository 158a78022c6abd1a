import type { SentenceEvidence } from './sentence-evidence.js';

/** Whether the evidence answers, is only near, or is nothing. */
export type Verdict =
  | { readonly status: 'answered'; readonly confidence: 'direct' | 'likely' }
  | { readonly status: 'related-only' }
  | { readonly status: 'not-covered' };

// Shares of the question's weight found around the best sentence (SentenceEvidence.covered).
const NOTHING_BELOW = 0.3;
const DIRECT_FROM = 0.6;

/** Judges by the best sentence; `weighed` comes best first. */
export function judgeEvidence(weighed: readonly SentenceEvidence[]): Verdict {
  const best = weighed[0];
  const covered = weighed.reduce((most, evidence) => Math.max(most, evidence.covered), 0);
  if (best === undefined || covered < NOTHING_BELOW) return { status: 'not-covered' };
  if (!best.hasType) return { status: 'related-only' };
  return { status: 'answered', confidence: best.covered >= DIRECT_FROM ? 'direct' : 'likely' };
}
