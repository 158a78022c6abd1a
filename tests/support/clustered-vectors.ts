import type { VectorTable } from '../../src/ports/vector-index.js';

/** Numbers from 0 up to 1, the same for the same seed (Park and Miller's generator). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Unit vectors around a number of centres, as vectors of texts on a number of topics lie. */
export function clusteredVectors(size: number, dimensions: number, seed = 1, clusters = 40): VectorTable {
  const random = seededRandom(seed);
  const centres = Array.from({ length: clusters * dimensions }, () => random() - 0.5);
  const values = new Float32Array(size * dimensions);
  for (let position = 0; position < size; position++) {
    const centre = Math.floor(random() * clusters) * dimensions;
    const vector = Array.from({ length: dimensions }, (_, i) => (centres[centre + i] ?? 0) + 0.7 * (random() - 0.5));
    values.set(unit(vector), position * dimensions);
  }
  return { dimensions, values };
}

/** A vector scaled to norm 1. */
export function unit(vector: readonly number[]): Float32Array {
  const norm = Math.hypot(...vector);
  return Float32Array.from(vector, (element) => element / norm);
}

/** A table of vectors given one by one. */
export function tableOf(...vectors: (readonly number[])[]): VectorTable {
  return { dimensions: vectors[0]?.length ?? 0, values: Float32Array.from(vectors.flat()) };
}
