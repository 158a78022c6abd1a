import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { messageOf } from '../../domain/errors.js';
import type { Logger } from '../../ports/logger.js';

/** What is used of `fs.watch`; an argument, so that a test can let it fail or fall silent. */
export type Watch = (
  folder: string,
  options: { readonly persistent: false },
  onEvent: (event: string, name: string | null) => void,
) => Pick<FSWatcher, 'close' | 'on'>;

/** Notices of a folder and those below it. */
export interface FolderNotices {
  /** Watches the folders that are there now and no others. Those with a renamed, new or deleted entry are watched anew. */
  refresh(): Promise<void>;
  close(): void;
}

// As many levels, from the top, as the corpus is searched.
const maxDepth = 8;
// Systems allow some thousand watches; a corpus of more folders is found out about by looking.
const maxFolders = 200;

/**
 * Calls back when something may have changed in a folder. One watch a folder: the recursive kind is made up on Linux, of a watch a
 * file. Hidden names, such as those of files being written, are passed over. Where watching is refused, nothing is noticed.
 */
export function watchFolders(
  folder: string,
  onNotice: () => void,
  { logger, watchFolder = watch as Watch }: { readonly logger: Logger; readonly watchFolder?: Watch },
): FolderNotices {
  const watched = new Map<string, Pick<FSWatcher, 'close'>>();
  let complained = false;
  const forget = (one: string) => {
    watched.get(one)?.close();
    watched.delete(one);
  };
  const open = (one: string) => {
    try {
      const watcher = watchFolder(one, { persistent: false }, (event, name) => {
        if (name?.startsWith('.')) return;
        // A folder that has been replaced is silent for ever after; a watch anew costs nothing.
        if (event === 'rename') forget(one);
        onNotice();
      });
      watcher.on('error', () => forget(one));
      watched.set(one, watcher);
    } catch (error) {
      if (!complained) logger.warn('changes are only found by looking', { reason: messageOf(error) });
      complained = true;
    }
  };
  return {
    async refresh() {
      const present = new Set(await foldersBelow(folder));
      for (const one of [...watched.keys()].filter((known) => !present.has(known))) forget(one);
      for (const one of present) if (!watched.has(one)) open(one);
    },
    close: () => [...watched.keys()].forEach(forget),
  };
}

/** The folder and those below it; those that can't be read, or have gone, are left out. */
async function foldersBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  let level = [folder];
  for (let depth = 0; depth <= maxDepth && level.length > 0; depth++) {
    const below = await Promise.all(level.map(readFolders));
    found.push(...level.filter((_, at) => below[at] !== undefined));
    level = below.flatMap((folders) => folders ?? []).slice(0, Math.max(0, maxFolders - found.length));
  }
  return found.slice(0, maxFolders);
}

async function readFolders(folder: string): Promise<string[] | undefined> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => path.join(folder, name));
  } catch {
    // Of no interest here: who lists the corpus says what is wrong with it.
    return undefined;
  }
}
