import { z } from 'zod';
import { readerVersion } from '../corpus/reader-version.js';
import { SnapshotMismatchError } from '../domain/errors.js';
import type { ArticleOrigin, KnownArticles } from '../ports/article-source.js';
import type { StoredSnapshot } from '../ports/snapshot-store.js';
import { decodeArticles, snapshotFiles } from './snapshot-files.js';

// Of each article that came from a file: id, name and SHA-256 of the file.
const originsFile = z.strictObject({
  reader: z.int(),
  origins: z.array(z.tuple([z.string(), z.string(), z.string()])),
});

/** What files the articles came from, for the next time. The same for the same origins in the same order. */
export function encodeOrigins(origins: ReadonlyMap<string, ArticleOrigin>): Uint8Array {
  const rows = Array.from(origins, ([id, { file, sha256 }]) => [id, file, sha256]);
  return new TextEncoder().encode(`${JSON.stringify({ reader: readerVersion, origins: rows })}\n`);
}

/**
 * The articles of a stored snapshot by the files they came from: whoever has a file of the same name and bytes need not read it.
 * None where another version of the reader made them, or where the snapshot does not tell.
 */
export async function earlierReadings(stored: StoredSnapshot | null): Promise<KnownArticles> {
  if (stored === null || !Object.hasOwn(stored.manifest.files, snapshotFiles.origins)) return () => undefined;
  try {
    const { reader, origins } = parseOrigins(await stored.read(snapshotFiles.origins));
    if (reader !== readerVersion) return () => undefined;
    const articles = decodeArticles(await stored.read(snapshotFiles.articles));
    const byId = new Map<string, (typeof articles)[number]>(articles.map((article) => [article.id, article]));
    const byOrigin = new Map(origins.map(([id, file, sha256]) => [keyOf({ file, sha256 }), byId.get(id)]));
    return (origin) => byOrigin.get(keyOf(origin));
  } catch (error) {
    // Reading the files anew mends whatever is wrong with it.
    if (error instanceof SnapshotMismatchError) return () => undefined;
    throw error;
  }
}

function keyOf({ file, sha256 }: ArticleOrigin): string {
  return `${sha256} ${file}`;
}

function parseOrigins(bytes: Uint8Array): z.infer<typeof originsFile> {
  const { data } = originsFile.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (data === undefined) throw new SnapshotMismatchError(`${snapshotFiles.origins} is not of its form`);
  return data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one way of not being of the form; the caller names the file.
    return undefined;
  }
}
