import { describe, expect, it } from 'vitest';
import { createRefusalLimit } from '../../src/administration/refusal-limit.js';

describe('refusals worth an entry', () => {
  const setUp = () => {
    let now = 0;
    const isWorthAnEntry = createRefusalLimit({ now: () => now });
    const pass = (ms: number) => {
      now += ms;
    };
    const recorded = (people: readonly string[]) => people.filter(isWorthAnEntry).length;
    return { recorded, pass };
  };
  const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

  it('are three an hour of one person', () => {
    const { recorded, pass } = setUp();
    expect(recorded(Array(1000).fill('mallory'))).toBe(3);
    expect(recorded(['trent'])).toBe(1);
    pass(3_599_999);
    expect(recorded(['mallory'])).toBe(0);
    pass(1);
    expect(recorded(['mallory'])).toBe(1);
  });

  it('are thirty an hour of all people', () => {
    const { recorded, pass } = setUp();
    expect(recorded(people(5000))).toBe(30);
    pass(3_600_000);
    expect(recorded(people(5000))).toBe(30);
  });
});
