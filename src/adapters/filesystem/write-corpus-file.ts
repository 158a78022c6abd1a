import path from 'node:path';
import { writeNewFile } from './file-digest.js';
import { type StorePlace, syncFolder, systemCode } from './snapshot-fs.js';
import { findInCorpus, placeInCorpus } from './within-corpus.js';
import { removingOnFailure } from './write-failure.js';

/** A file to be put into the corpus folder. */
export interface NewCorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The file whose place it takes: of the same name, or to be deleted. */
  readonly over: string | undefined;
}

/**
 * Writes a file aside, hidden so that nobody reads it, has the disk confirm it, and gives it its name in one step. A crash leaves
 * at most a hidden file, or an empty one of the new name, which no reader takes for an article.
 * @returns false where the name is taken or leads out of the folder.
 */
export async function putInPlace(corpus: StorePlace, { name, bytes, over }: NewCorpusFile): Promise<boolean> {
  const { fs } = corpus;
  const place = await placeInCorpus(corpus.folder, name);
  if (place === undefined) return false;
  const [aside, target] = [
    path.join(place.folder, `.dateline-${process.pid}.new`),
    path.join(place.folder, place.base),
  ];
  const write = () =>
    removingOnFailure(corpus, aside, async () => {
      // Of a crash, under the same process number.
      await fs.rm(aside, { force: true });
      await writeNewFile(fs, aside, [bytes]);
      await fs.rename(aside, target);
    });
  if (over === name) await write();
  else if (await claim(corpus, target)) await removingOnFailure(corpus, target, write);
  else return false;
  const former = over === undefined || over === name ? undefined : await findInCorpus(fs, corpus.folder, over);
  if (former !== undefined) await fs.rm(former);
  await syncFolder(fs, place.folder);
  return true;
}

/** Takes a name with an empty file: a rename would go over a file that someone else puts there at this moment. */
async function claim(corpus: StorePlace, file: string): Promise<boolean> {
  try {
    const handle = await corpus.fs.open(file, 'wx');
    await removingOnFailure(corpus, file, () => handle.close());
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}
