import { namesIn, type StorePlace } from './snapshot-fs.js';

const generationPattern = /^gen-(\d{6,15})$/;
const leftoverPattern = /^(gen-\d{6,15}|CURRENT|GONE-BACK|LOCK)\.tmp-/;

/** The file that names the generation in use. */
export const pointerName = 'CURRENT';

/** The file that names the generation somebody has gone back to; it says nothing once `CURRENT` names another. */
export const goneBackName = 'GONE-BACK';

/** Whether a name is a generation's folder. */
export function isGenerationName(name: string): boolean {
  return generationPattern.test(name);
}

/** Whether a name is a draft, a pointer that was never put in place, or what a dead process took a lock over with. */
export function isLeftoverName(name: string): boolean {
  return leftoverPattern.test(name);
}

/** Counts a generation: 7 for `gen-000007`. */
export function generationNumber(name: string): number {
  return Number(generationPattern.exec(name)?.[1] ?? Number.NaN);
}

/** The generation after the highest of these; never depends on a clock, which may jump back. */
export function nextGenerationName(generations: readonly string[]): string {
  const highest = Math.max(0, ...generations.map(generationNumber));
  return `gen-${String(highest + 1).padStart(6, '0')}`;
}

/** The generations that lie in the store, newest first. */
export async function listGenerations({ fs, folder }: StorePlace): Promise<string[]> {
  const names = (await namesIn(fs, folder)).filter(isGenerationName);
  return names.sort((one, other) => generationNumber(other) - generationNumber(one));
}
