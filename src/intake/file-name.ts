import { splitFileName } from '../corpus/file-name.js';
import { type ArticleId, articleId, articleKey } from '../domain/article.js';
import { CorpusFormatError } from '../domain/errors.js';

// File systems allow 255 bytes; a name is also an id, shown in lists and put into buttons.
const maxStemBytes = 72;
// Windows' devices, and the folder's own documentation, which is no article.
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|conin|conout|clock|readme)$/;
const fallback = 'article';

/** The last part of a name as a sender wrote it, without folders of any system and without its ending. */
export function stemOfSent(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\.[\p{L}\p{N}]{1,8}$/u, '');
}

/**
 * A file's name, without ending, made of a title or of another name: lower case, letters and digits of any script with hyphens
 * between, at most 72 bytes; never one that a system keeps for itself, never empty.
 */
export function safeStem(written: string): string {
  const words = written
    .slice(0, 1_000)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    // What does not show, and apostrophes: neither parts a word.
    .replace(/[\p{Default_Ignorable_Code_Point}'’]/gu, '')
    .match(/[\p{L}\p{N}][\p{L}\p{Mn}\p{Mc}\p{N}]*/gu);
  const stem = cutToBytes((words ?? []).join('-'), maxStemBytes).replace(/-+$/, '');
  if (stem === '') return fallback;
  return reserved.test(stem) ? `${stem}-${fallback}` : stem;
}

/** The stem, or with the first number from 2 that is not taken; `taken` holds keys of articles. */
export function freeStem(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(articleKey(articleId(stem)))) return stem;
  for (let number = 2; ; number++) {
    const numbered = `${stem}-${number}`;
    if (!taken.has(articleKey(articleId(numbered)))) return numbered;
  }
}

/** The id of the article in a corpus file, by its path; `undefined` where the name is none for an article. */
export function articleIdOf(path: string): ArticleId | undefined {
  try {
    return articleId(splitFileName(path.split(/[/\\]/).at(-1) ?? '').stem);
  } catch (error) {
    if (error instanceof CorpusFormatError) return undefined;
    throw error;
  }
}

function cutToBytes(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  // Cut inside a character, its rest reads as U+FFFD.
  return bytes
    .subarray(0, most)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}
