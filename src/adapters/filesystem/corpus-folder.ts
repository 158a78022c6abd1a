import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { type Article, articleKey, type SetAsideFile } from '../../domain/article.js';
import { asSentence, setAsideReason } from '../../domain/errors.js';
import { escapeFileName } from '../../domain/escape-file-name.js';
import type { ArticleSource, KnownArticles, ReadArticle } from '../../ports/article-source.js';
import { type CorpusEntry, entityPinsFile, listCorpusFiles } from './list-corpus-files.js';
import { readCorpusFile } from './read-corpus-file.js';

/** Makes an article of a file's bytes; throws `CorpusFormatError` when it can't. */
export type ReadArticleFile = (file: { readonly name: string; readonly bytes: Uint8Array }) => Article;

/**
 * The articles of a folder and its subfolders. Nothing outside the folder is read, and a file that can't be an article is
 * set aside with the reason. Of two files with one id (however its letters are cased or composed) or one content, the first
 * by name is the article. Rejects with `UsageError` when the folder can't be listed, with the signal's reason when aborted.
 */
export function createCorpusFolder(folder: string, readArticle: ReadArticleFile): ArticleSource {
  return {
    async *readArticles(signal, known = () => undefined) {
      signal?.throwIfAborted();
      yield* readEntityPins(folder);
      const taken = new Map<string, string>();
      const entries = await listCorpusFiles(folder, signal);
      for await (const { name, reading } of readAhead(entries, (entry) => read(entry, readArticle, known))) {
        signal?.throwIfAborted();
        yield withoutDoubles(reading, name, taken);
      }
    },
  };
}

/** The file in which people decide about names, if the folder has it. */
async function* readEntityPins(folder: string): AsyncGenerator<ReadArticle> {
  const file = path.join(folder, entityPinsFile);
  if (!(await isThere(file))) return;
  try {
    yield { kind: 'entity-pins', text: new TextDecoder().decode(await readCorpusFile(file)) };
  } catch (error) {
    yield setAside(entityPinsFile, setAsideReason(error));
  }
}

function isThere(file: string): Promise<boolean> {
  // A folder that is not there is told of by listing it.
  return lstat(file).then(
    () => true,
    () => false,
  );
}

async function read(entry: CorpusEntry, readArticle: ReadArticleFile, known: KnownArticles): Promise<ReadArticle> {
  if (entry.kind === 'refused') return setAside(entry.name, entry.reason);
  try {
    const bytes = await readCorpusFile(entry.path);
    const origin = { file: entry.name, sha256: createHash('sha256').update(bytes).digest('hex') };
    const article = known(origin) ?? readArticle({ name: path.basename(entry.name), bytes });
    return { kind: 'article', article, origin };
  } catch (error) {
    return setAside(entry.name, setAsideReason(error));
  }
}

// Opening, reading and closing a file is mostly waiting: 3,750 small ones take .4 s so instead of .8, and eight of the largest
// are 48 MB.
const filesAtOnce = 8;

/** Reads the entries, a few at a time; gives them in their order. */
async function* readAhead(entries: readonly CorpusEntry[], readOne: (entry: CorpusEntry) => Promise<ReadArticle>) {
  const begun: Promise<ReadArticle>[] = [];
  for (const [number, { name }] of entries.entries()) {
    while (begun.length < entries.length && begun.length < number + filesAtOnce) {
      begun.push(readOne(entries[begun.length] as CorpusEntry));
    }
    yield { name, reading: await (begun[number] as Promise<ReadArticle>) };
    // What has been given is not to be kept.
    delete begun[number];
  }
}

/** Sets a second file of one id or one content aside; `taken` remembers who came first. */
function withoutDoubles(reading: ReadArticle, name: string, taken: Map<string, string>): ReadArticle {
  if (reading.kind !== 'article') return reading;
  const { id, contentHash } = reading.article;
  const keys = { id: `id ${articleKey(id)}`, content: `content ${contentHash}` };
  const sameContent = taken.get(keys.content);
  if (sameContent !== undefined) return setAside(name, `it is a copy of "${escapeFileName(sameContent)}"`);
  const sameId = taken.get(keys.id);
  if (sameId !== undefined)
    return setAside(name, `its name gives the same id as "${escapeFileName(sameId)}"; rename one of them`);
  for (const key of Object.values(keys)) taken.set(key, name);
  return reading;
}

function setAside(name: string, reason: string): ReadArticle & SetAsideFile {
  return { kind: 'set-aside', file: escapeFileName(name), reason: asSentence(reason) };
}
