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

/** A size on a disk: `840 bytes`, `12.3 kB`, `1.2 MB`; thousands, as disks are sold. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 100 ? size.toFixed(1) : grouped(Math.round(size))} ${unit}`;
}
