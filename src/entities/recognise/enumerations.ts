import type { Candidate } from './reading.js';
import type { Run } from './runs.js';

// Longer lists are tables and line-ups.
const MAX_MEMBERS = 12;
// More between two names is no "and the retailer".
const MAX_GAP = 40;
const comma = /^, $/u;
const last = /^,? (?:and|or|&) (?:the |a |an )?(?:\p{Ll}+ ){0,2}$/u;

/**
 * The enumerations of an article, as ranges of its candidates: "Lark, Finch and the retailer Wren". What is listed together is
 * mostly of one kind. A list is two names joined by "and", or several with commas and an "and".
 */
export function enumerations(body: string, candidates: readonly Candidate[]): Run[] {
  const found: Run[] = [];
  for (let from = 0; from < candidates.length; ) {
    const to = endOfList(body, candidates, from);
    if (to !== undefined) found.push({ from, to });
    from = to ?? from + 1;
  }
  return found;
}

/** Behind the last member of the list that begins at the candidate; `undefined` where none does. */
function endOfList(body: string, candidates: readonly Candidate[], from: number): number | undefined {
  for (let at = from; at < Math.min(candidates.length - 1, from + MAX_MEMBERS); at++) {
    const [left, right] = [candidates[at], candidates[at + 1]];
    if (left === undefined || right === undefined || right.start - left.end > MAX_GAP) return undefined;
    const gap = body.slice(left.end, right.start);
    // "… in Lark, and Finch …": a comma before the "and" of two joins sentences.
    if (last.test(gap)) return at === from && gap.startsWith(',') ? undefined : at + 2;
    if (!comma.test(gap)) return undefined;
  }
  return undefined;
}
