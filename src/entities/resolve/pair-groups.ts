/** Pairs of numbers by the group they belong to, in the order they were given, all in one flat array. */
export interface PairGroups {
  /** How many pairs the group has. */
  size(group: number): number;
  of(group: number): Generator<readonly [one: number, other: number]>;
}

/** Groups the pairs that `give` adds; it is called twice and must add the same ones, those of groups from 0 to `count` - 1. */
export function groupPairs(
  count: number,
  give: (add: (group: number, one: number, other: number) => void) => void,
): PairGroups {
  const from = new Int32Array(count + 1);
  give((group) => {
    from[group + 1] = (from[group + 1] ?? 0) + 1;
  });
  for (let group = 0; group < count; group++) from[group + 1] = (from[group + 1] ?? 0) + (from[group] ?? 0);
  const pairs = new Int32Array(2 * (from[count] ?? 0));
  const next = from.slice();
  give((group, one, other) => {
    const at = next[group] ?? 0;
    pairs[2 * at] = one;
    pairs[2 * at + 1] = other;
    next[group] = at + 1;
  });
  return {
    size: (group) => (from[group + 1] ?? 0) - (from[group] ?? 0),
    *of(group) {
      for (let at = from[group] ?? 0; at < (from[group + 1] ?? 0); at++) {
        yield [pairs[2 * at] ?? 0, pairs[2 * at + 1] ?? 0];
      }
    },
  };
}
