/** The least distance of what was typed to a beginning of the key, by one table of distances for all beginnings. */
export function prefixDistance(typed: string, key: string, most: number): number {
  const width = Math.min(key.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, i) => i);
  for (let i = 1; i <= typed.length; i++) {
    const row = [i];
    for (let j = 1; j <= width; j++) {
      let cost = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + Number(typed[i - 1] !== key[j - 1]),
      );
      const isSwap = i > 1 && j > 1 && typed[i - 1] === key[j - 2] && typed[i - 2] === key[j - 1];
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return Math.min(...last);
}
