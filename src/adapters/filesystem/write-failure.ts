import { messageOf, UnavailableError } from '../../domain/errors.js';
import { type StorePlace, systemCode } from './snapshot-fs.js';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space and try again',
  EDQUOT: 'the disk quota is used up; free some space and try again',
  ENOENT: 'no folder can be made there; set SETTING to another place',
  ENOTDIR: 'a part of its path is a file; set SETTING to another place',
  EROFS: 'it is on a read-only file system',
  EACCES: 'this program may not write there',
  EPERM: 'this program may not write there',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/** What is written to, as people know it. */
type WrittenPlace = 'index folder' | 'audit log' | 'corpus folder' | 'folder of removed articles';

/**
 * Runs a step that needs the disk.
 * @throws UnavailableError in place of the system's error, saying what a person can do about it.
 */
export async function explainingFailure<T>(step: () => Promise<T>, place: WrittenPlace = 'index folder'): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const setting = place === 'corpus folder' ? 'CORPUS_DIR' : 'DATA_DIR';
    const reason = (reasons[code] ?? 'it could not be used').replace('SETTING', setting);
    throw new UnavailableError(place, `${reason} (${code})`, { cause: error });
  }
}

/** Runs a step whose failure changes nothing for the caller: it is logged with its reason. */
export async function reporting(place: StorePlace, message: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    place.logger.warn(message, { reason: messageOf(error) });
  }
}

/** What is logged where something half-made stays. */
export const leftoverStays = 'a leftover was not removed; the next publication will try again';

/** Runs a step, and where it fails removes the file or folder it would leave behind. */
export async function removingOnFailure<T>(place: StorePlace, leftover: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const remove = () => place.fs.rm(leftover, { recursive: true, force: true });
    await reporting(place, leftoverStays, remove);
    throw error;
  }
}
