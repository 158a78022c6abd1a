import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as othersRun } from 'node:timers/promises';
import { messageOf, UsageError } from '../../domain/errors.js';

/** An entry of the corpus folder: a file to read, or why it is none. */
export type CorpusEntry =
  | { readonly kind: 'file'; readonly name: string; readonly path: string }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string };

const ending = /\.(?:md|markdown|txt|html?|html?\.gz)$/i;
// Documentation of the folder and decisions about names, at its top only.
/** What people decided about names. */
export const entityPinsFile = 'entities.yaml';

const noArticles = new Set(['README.md', entityPinsFile]);
// A corpus is sorted by outlet or year, not in ladders of folders.
const maxDepth = 8;
// Some milliseconds of work; a bot that watches its corpus lists it on its main thread.
const entriesInARow = 500;

/**
 * Everything below a folder, sorted by name, folders searched. Hidden files and the
 * folder's own README.md and entities.yaml are no part of it.
 * Links are followed to files inside the folder only, never to folders, so that no loop can arise.
 * @throws UsageError when the folder itself can't be listed.
 */
export async function listCorpusFiles(folder: string, signal?: AbortSignal): Promise<CorpusEntry[]> {
  const root = await rootOf(folder);
  const entries: CorpusEntry[] = [];
  const waiting = [''];
  let seen = 0;
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    signal?.throwIfAborted();
    for (const entry of await readFolder(root, below, entries)) {
      if (++seen % entriesInARow === 0) await othersRun();
      const name = path.join(below, entry.name);
      if (entry.name.startsWith('.') || noArticles.has(name)) continue;
      if (!entry.isDirectory()) entries.push(await describe(root, name, entry));
      else if (name.split(path.sep).length <= maxDepth) waiting.push(name);
      else entries.push({ kind: 'refused', name, reason: `Folders more than ${maxDepth} deep are not searched.` });
    }
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

async function rootOf(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if ((await stat(root)).isDirectory()) return root;
  } catch (error) {
    throw new UsageError(
      `The corpus folder "${folder}" can't be opened (${messageOf(error)}); set CORPUS_DIR to the folder with the articles.`,
    );
  }
  throw new UsageError(`"${folder}" is not a folder; set CORPUS_DIR to the folder with the articles.`);
}

async function readFolder(root: string, below: string, entries: CorpusEntry[]): Promise<Dirent[]> {
  try {
    return await readdir(path.join(root, below), { withFileTypes: true });
  } catch (error) {
    if (below === '') throw new UsageError(`The corpus folder can't be listed: ${messageOf(error)}`);
    entries.push({ kind: 'refused', name: below, reason: `The folder can't be listed (${codeOf(error)}).` });
    return [];
  }
}

async function describe(root: string, name: string, entry: Dirent): Promise<CorpusEntry> {
  if (entry.isSymbolicLink()) return describeLink(root, name);
  if (!entry.isFile()) return { kind: 'refused', name, reason: 'It is a pipe, socket or device, not a file.' };
  if (!ending.test(name)) {
    return { kind: 'refused', name, reason: 'Its ending is none of .md, .txt, .html, .htm, .html.gz.' };
  }
  return { kind: 'file', name, path: path.join(root, name) };
}

async function describeLink(root: string, name: string): Promise<CorpusEntry> {
  try {
    const target = await realpath(path.join(root, name));
    if (!target.startsWith(root + path.sep))
      return { kind: 'refused', name, reason: 'It is a link to outside the corpus folder.' };
    if (!(await stat(target)).isFile())
      return { kind: 'refused', name, reason: 'It is a link to something that is not a file.' };
    return { kind: 'file', name, path: target };
  } catch (error) {
    return { kind: 'refused', name, reason: `It is a link that leads nowhere (${codeOf(error)}).` };
  }
}

/** The system's name for an error (`ENOENT`); its message would show paths outside the corpus. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
