import { describe, expect, it } from 'vitest';
import { givenRole } from '../../../src/entities/resolve/given-role.js';

/** The role marked by bars. */
function roleIn(marked: string): string | undefined {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') - 1;
  return givenRole(marked.replaceAll('|', ''), { start, end });
}

describe('a role as the article gives it', () => {
  it.each([
    ['|captain of the ferry|, Jonas Berg', 'captain of the ferry'],
    ['Jonas Berg, the former |captain|', 'former captain'],
    ['Acting |Mayor| Ann Holm', 'Acting Mayor'],
    ['Ann Holm, |head of the Harbour Office (HO|), spoke', 'head of the Harbour Office'],
    ['Ann Holm, |head of the Harbour Office (HO)|, spoke', 'head of the Harbour Office (HO)'],
    ['Ann Holm, |cook and “Galley Queen|” of the year', 'cook'],
    ['Ann Holm, |author of the| “Gulls”', 'author'],
    ['The strengthen |captain|', 'captain'],
  ])('of %j is %j', (marked, role) => {
    expect(roleIn(marked)).toBe(role);
  });

  it.each([
    'Ann Holm, once an |ordinary delegate|, spoke',
    'Ann Holm, once |delegate|, spoke',
    'Ann Holm, formerly the |head of the port|, spoke',
    'Then-|Mayor| Ann Holm',
    'Ann Holm, then |mayor of Oslo|, spoke',
    'Ann Holm |(HO|) spoke',
  ])('is none in %j', (marked) => {
    expect(roleIn(marked)).toBeUndefined();
  });
});
