/** Works through the list, `width` at a time, and gives back the results in its order. */
export async function inTurns<T, R>(
  list: readonly T[],
  width: number,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>();
  const waiting = list.entries();
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const [index, one] of waiting) results.set(index, await work(one));
    }),
  );
  return list.flatMap((_, index) => {
    const result = results.get(index);
    return result === undefined ? [] : [result];
  });
}
