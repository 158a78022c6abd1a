import { describe, expect, it } from 'vitest';
import { createSetsByKey } from '../../../src/entities/resolve/sets-by-key.js';

const [lark, wren, finch] = [{ name: 'Lark' }, { name: 'Wren' }, { name: 'Finch' }];

describe('sets by key', () => {
  it('hold each value once under a key, in the order they came', () => {
    const sets = createSetsByKey<object>();
    for (const value of [wren, lark, wren, finch, lark]) sets.add('birds', value);
    expect([...(sets.get('birds') ?? [])]).toEqual([wren, lark, finch]);
  });

  it('give a set of one for a key with one value, and nothing for a key without', () => {
    const sets = createSetsByKey<object>();
    sets.add('birds', lark);
    sets.add('birds', lark);
    expect(sets.get('birds')).toEqual(new Set([lark]));
    expect(sets.get('fish')).toBeUndefined();
  });

  it('tell which keys more than one value shares, by the first that came under them', () => {
    const sets = createSetsByKey<object>();
    sets.add('a', lark);
    sets.add('b', lark);
    sets.add('c', lark);
    sets.add('c', wren);
    sets.add('a', finch);
    expect([...sets.shared()]).toEqual([new Set([lark, finch]), new Set([lark, wren])]);
  });
});
