import { describe, expect, it } from 'vitest';
import { groupPairs } from '../../../src/entities/resolve/pair-groups.js';

const given = [
  [2, 7, 0],
  [0, 1, 5],
  [2, 3, 4],
  [2, 7, 0],
] as const;
const groups = groupPairs(4, (add) => {
  for (const [group, one, other] of given) add(group, one, other);
});

describe('grouped pairs', () => {
  it('come group by group, in the order they were given', () => {
    expect([0, 1, 2, 3].map((group) => [...groups.of(group)])).toEqual([
      [[1, 5]],
      [],
      [
        [7, 0],
        [3, 4],
        [7, 0],
      ],
      [],
    ]);
  });

  it('are counted', () => {
    expect([0, 1, 2, 3].map((group) => groups.size(group))).toEqual([1, 0, 3, 0]);
  });

  it('may be of no group at all', () => {
    expect(groupPairs(0, () => {}).size(0)).toBe(0);
  });
});
