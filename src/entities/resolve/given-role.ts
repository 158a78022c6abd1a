import type { Span } from '../../domain/passage.js';

// Behind "once" and its like stands what somebody no longer is.
const past = /(?<!\p{L})(?:once|formerly|previously|then|at one time)[\s-]+(?:(?:an?|the)\s+)?$/iu;
// Part of what somebody is: a former president is none.
const standing = /(?<!\p{L})(?:former|ex|late|acting|interim|outgoing|incoming|retired)[\s-]+$/iu;
const reach = 24;
const pairs = ['()', '（）', '[]', '“”', '「」'] as const;
const openEnd = /(?:[\s,;:–—/&-]|(?<!\p{L})(?:of|the|an?|and|or|at|for|in|with|on|by|as|to|from))+$/iu;

/**
 * A role as the article gives it: with "former" or "acting" where that stands before it, without a bracket or quotation that
 * is not closed in it. `undefined` where the article says that it is past, or nothing is left.
 */
export function givenRole(body: string, { start, end }: Span): string | undefined {
  const before = body.slice(Math.max(0, start - reach), start);
  if (past.test(before)) return undefined;
  const from = start - (standing.exec(before)?.[0].length ?? 0);
  const role = untilUnclosed(body.slice(from, end)).replace(openEnd, '').trim();
  return role === '' ? undefined : role;
}

/** "President of the Republic of Korea (ROK": the bracket was cut off. */
function untilUnclosed(role: string): string {
  const ends = pairs.map(([opener = '', closer = '']) => {
    const open = role.lastIndexOf(opener);
    return open >= 0 && !role.includes(closer, open) ? open : role.length;
  });
  return role.slice(0, Math.min(...ends));
}
