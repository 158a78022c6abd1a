import path from 'node:path';
import { readWhole } from './file-digest.js';
import { generationNumber, listGenerations } from './generation-names.js';
import { manifestName, saysBehind } from './manifest-json.js';
import { type StorePlace, systemCode } from './snapshot-fs.js';

// Two: the one before to go back to, and one more where that is itself damaged. Each costs about a corpus of disk.
const keptForRollback = 2;

/**
 * The generations beyond those kept. Kept are the current one, the `former` that served until now (somebody may be reading it
 * still), and the newest others, two with the former. One whose catalogue is behind counts for none of them: beside it one
 * more is kept, as the one that completes it takes its place; and itself it is kept only as the current one, as the former, or
 * while nothing newer serves.
 */
export async function outdatedGenerations(place: StorePlace, current: string, former?: string): Promise<string[]> {
  const names = await listGenerations(place);
  const behind = new Set<string>();
  for (const name of names) if (await isBehind(place, name)) behind.add(name);
  const others = names.filter((name) => name !== current && name !== former);
  const isFormerCounted = former !== undefined && former !== current && !behind.has(former);
  const room = keptForRollback + (behind.has(current) ? 1 : 0) - (isFormerCounted ? 1 : 0);
  const older = others.filter((name) => !behind.has(name)).slice(room);
  const completed = others.filter((name) => behind.has(name) && generationNumber(name) < generationNumber(current));
  return [...older, ...completed];
}

/** Whether a generation's catalogue is behind. One whose manifest can't be read counts like any other, and ages out. */
export async function isBehind(place: StorePlace, generation: string): Promise<boolean> {
  try {
    const manifest = await readWhole(place.fs, path.join(place.folder, generation, manifestName));
    return saysBehind(manifest.toString('utf8'));
  } catch (error) {
    if (systemCode(error) !== undefined) return false;
    throw error;
  }
}
