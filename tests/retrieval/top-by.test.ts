import { describe, expect, it } from 'vitest';
import { topBy } from '../../src/retrieval/top-by.js';
import { seeded } from '../support/random.js';

describe('topBy', () => {
  it.each(Array.from({ length: 50 }, (_, seed) => seed))('gives what sorting everything gives (seed %i)', (seed) => {
    const random = seeded(seed);
    // Few different scores: most of the order is decided by the positions.
    const scores = Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 8));
    const positions = scores.map((_, position) => position).filter(() => random() < 0.8);
    const score = (position: number) => scores[position] ?? 0;
    const sorted = positions.toSorted((a, b) => score(b) - score(a) || a - b);
    for (const limit of [0, 1, 3, 50, 500]) expect(topBy(positions, score, limit)).toEqual(sorted.slice(0, limit));
    expect(topBy(positions.toReversed(), score, 10)).toEqual(sorted.slice(0, 10));
  });

  it('asks for each score once', () => {
    const asked: number[] = [];
    const score = (position: number) => {
      asked.push(position);
      return position % 7;
    };
    topBy(
      Uint32Array.from({ length: 100 }, (_, i) => i),
      score,
      5,
    );
    expect(asked).toHaveLength(100);
  });
});
