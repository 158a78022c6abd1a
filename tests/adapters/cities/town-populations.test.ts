import { expect, it } from 'vitest';
import { createTownPopulations } from '../../../src/adapters/cities/town-populations.js';

const population = createTownPopulations();

it('gives the inhabitants of the largest town of a name, whatever its apostrophes and accents', () => {
  expect(population('Oslo')).toBeGreaterThan(400_000);
  expect(population("Xi'an")).toBe(population('Xi’an'));
  expect(population('Sao Paulo')).toBeGreaterThan(5_000_000);
});

it('knows a city without the word City', () => {
  expect(population('New York')).toBe(population('New York City'));
});

it('gives 0 for what is no town', () => {
  expect(population('Nowhere At All')).toBe(0);
});
