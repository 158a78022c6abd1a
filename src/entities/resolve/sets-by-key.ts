/** Values by key, each once under a key, in the order they came. */
export interface SetsByKey<V> {
  add(key: string, value: V): void;
  get(key: string): ReadonlySet<V> | undefined;
  /** Those of more than one value, in the order of their keys' first. */
  shared(): Iterable<ReadonlySet<V>>;
}

/** Nothing yet. Most keys of names have one value, and a set of one takes 200 bytes: it is made when a second one comes. */
export function createSetsByKey<V extends object>(): SetsByKey<V> {
  const found = new Map<string, V | Set<V>>();
  return {
    add(key, value) {
      const held = found.get(key);
      if (held === undefined) found.set(key, value);
      else if (held instanceof Set) held.add(value);
      else if (held !== value) found.set(key, new Set([held, value]));
    },
    get(key) {
      const held = found.get(key);
      return held === undefined || held instanceof Set ? held : new Set([held]);
    },
    *shared() {
      for (const held of found.values()) if (held instanceof Set) yield held;
    },
  };
}
