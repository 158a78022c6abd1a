import type { PassageReader } from '../retrieval/passage-reader.js';
import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';

// Two passages with so many of all their words in common are one text, whatever figure or name was changed in a copy.
const NEARLY_SAME = 0.8;
// Some may stay: the same words in other outlets can be cited for the same statement.
const COPIES_KEPT = 4;

/**
 * The passages without near-copies of better ones: one wire story printed fifty times is one voice, and must not push out
 * what others say. At most `limit`, in their order.
 */
export function withoutCopies(
  snapshot: Snapshot,
  passages: readonly RankedPassage[],
  readPassage: PassageReader,
  limit: number,
): RankedPassage[] {
  const kept: { passage: RankedPassage; terms: ReadonlySet<string>; copies: number }[] = [];
  const chosen: RankedPassage[] = [];
  for (const passage of passages) {
    if (chosen.length >= limit) break;
    const terms = new Set(readPassage(passage.position).flatMap(({ term, primary }) => (primary ? [term] : [])));
    const article = snapshot.articleOf[passage.position];
    const original = kept.find(
      (one) => snapshot.articleOf[one.passage.position] !== article && overlap(one.terms, terms) >= NEARLY_SAME,
    );
    if (original === undefined) kept.push({ passage, terms, copies: 0 });
    else if (original.copies++ >= COPIES_KEPT) continue;
    chosen.push(passage);
  }
  return chosen;
}

/** Words in common as a share of all words of both, 0..1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < NEARLY_SAME * large.size) return 0;
  let common = 0;
  for (const term of small) if (large.has(term)) common++;
  return common / Math.max(1, a.size + b.size - common);
}
