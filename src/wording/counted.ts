/** `1 article`, `3 articles`, `no articles`, `1,234 articles`; `many` where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`;
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** A whole number with commas between the thousands. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
