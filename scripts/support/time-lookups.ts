import { percentile } from '../../src/evaluation/ranking-measures.js';
import type { NameTimes } from '../../src/evaluation/run-tables.js';
import type { EntityDirectory } from '../../src/ports/dateline.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';

const MOST_NAMES = 500;
// What is typed before somebody looks at the suggestions.
const TYPED_LETTERS = 3;

/** How long looking names up takes, and suggesting names for their first letters: so many names evenly from the catalogue. */
export async function timeLookups(directory: EntityDirectory, { catalogue }: Snapshot): Promise<NameTimes> {
  const aliases = catalogue.entities.flatMap((entity) => entity.aliases.map(({ text }) => text));
  const every = Math.max(1, Math.floor(aliases.length / MOST_NAMES));
  const names = aliases.filter((_, index) => index % every === 0).slice(0, MOST_NAMES);
  const lookups = await timesOf(names, (name) => directory.lookUpEntity(name));
  const suggestions = await timesOf(names, (name) => directory.suggestEntities(name.slice(0, TYPED_LETTERS)));
  return { aliases: aliases.length, lookups, suggestions };
}

async function timesOf(names: readonly string[], work: (name: string) => Promise<unknown>) {
  const times: number[] = [];
  for (const name of names) {
    const started = performance.now();
    await work(name);
    times.push(performance.now() - started);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
