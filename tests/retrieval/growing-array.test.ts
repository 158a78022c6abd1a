import { expect, it } from 'vitest';
import { GrowingUint32 } from '../../src/retrieval/growing-array.js';

it('keeps what was pushed, past its first size, and gives 0 beyond it', () => {
  const list = new GrowingUint32();
  const values = Array.from({ length: 5_000 }, (_, i) => (i * 2_654_435_761) % 4_294_967_296);
  for (const value of values) list.push(value);
  expect([...list.toArray()]).toEqual(values);
  expect([list.length, list.at(4_999), list.at(5_000)]).toEqual([5_000, values[4_999], 0]);
  expect(list.sum()).toBe(values.reduce((sum, value) => sum + value, 0));
});
