import { splitFileName } from '../corpus/file-name.js';
import { type ArticleId, type ArticleMeta, articleId, articleKey } from '../domain/article.js';
import { escapeFileName } from '../domain/escape-file-name.js';
import type { CorpusFileEntry, CorpusFiles } from '../ports/corpus-files.js';
import type { ExaminedArticle } from '../ports/file-examiner.js';
import { articleIdOf, freeStem, safeStem, stemOfSent } from './file-name.js';
import type { OfferedFile, RefusedOffer } from './offered-file.js';

/** Where an article would be written. */
export interface IntakePlace {
  readonly kind: 'place';
  /** Path below the corpus folder. */
  readonly name: string;
  readonly id: ArticleId;
  readonly replacing: { readonly name: string; readonly digest: string } | undefined;
  /** What the index knows of the article to be replaced. */
  readonly replaced: ArticleMeta | undefined;
  readonly warnings: readonly string[];
}

/** An article that looks for its place. */
export interface Newcomer {
  readonly article: ExaminedArticle;
  readonly offered: Pick<OfferedFile, 'sentAs' | 'ending'>;
  /** Whether it takes the place of what has its name or address, whatever that is. */
  readonly replace: boolean;
}

interface Existing {
  readonly entry: CorpusFileEntry;
  readonly meta: ArticleMeta | undefined;
}

/**
 * Finds a name for an article: that of the file it is a new version of, or a new one that no file has. A new version has the
 * name, and the title or the address; or whoever sends it says so.
 */
export async function findPlace(
  files: CorpusFiles,
  newcomer: Newcomer,
  indexed: readonly ArticleMeta[],
): Promise<IntakePlace | RefusedOffer> {
  const entries = await files.list();
  const { article, offered, replace } = newcomer;
  const sent = stemOfSent(offered.sentAs ?? '');
  const stem = safeStem(/[\p{L}\p{N}]/u.test(sent) ? sent : article.title);
  const existing = findExisting(entries, indexed, { ids: [stem, sent], url: replace ? article.url : undefined });
  if (existing !== undefined && (replace || isVersionOf(article, existing.meta))) {
    return replacing(files, existing, offered.ending);
  }
  const free = freeStem(stem, new Set(entries.flatMap(({ name }) => keyOf(name) ?? [])));
  const warnings = existing === undefined ? [] : [nameTaken(existing)];
  const [name, id] = [`${free}${offered.ending}`, articleId(free)];
  return { kind: 'place', name, id, replacing: undefined, replaced: undefined, warnings };
}

function findExisting(
  entries: readonly CorpusFileEntry[],
  indexed: readonly ArticleMeta[],
  wanted: { readonly ids: readonly string[]; readonly url: string | undefined },
): Existing | undefined {
  const keys = new Set(wanted.ids.filter((id) => id !== '').map((id) => articleKey(articleId(id))));
  const sameUrl = wanted.url && indexed.find(({ url }) => url === wanted.url);
  if (sameUrl) keys.add(articleKey(sameUrl.id));
  const entry = entries.find(({ name, refused }) => refused === undefined && keys.has(keyOf(name) ?? ''));
  if (entry === undefined) return undefined;
  const key = keyOf(entry.name);
  return { entry, meta: indexed.find(({ id }) => articleKey(id) === key) };
}

function isVersionOf(article: ExaminedArticle, meta: ArticleMeta | undefined): boolean {
  return meta !== undefined && (meta.title === article.title || (meta.url !== undefined && meta.url === article.url));
}

async function replacing(
  files: CorpusFiles,
  { entry, meta }: Existing,
  ending: string,
): Promise<IntakePlace | RefusedOffer> {
  const digest = await files.digest(entry.name);
  const id = articleIdOf(entry.name);
  if (digest === undefined || id === undefined) {
    return { kind: 'refused', reason: `"${escapeFileName(entry.name)}" can't be read, so it can't be replaced.` };
  }
  const name = withEnding(entry.name, ending);
  return { kind: 'place', name, id, replacing: { name: entry.name, digest }, replaced: meta, warnings: [] };
}

/** The same path where its format is that of the ending; on a file system without cases another spelling would be the same file. */
function withEnding(name: string, ending: string): string {
  const isPacked = /\.gz$/i.test(name);
  if (!isPacked && splitFileName(name).format === splitFileName(`x${ending}`).format) return name;
  return name.replace(/\.(?:md|markdown|txt|html?(?:\.gz)?)$/i, ending);
}

function nameTaken({ entry, meta }: Existing): string {
  const title = meta === undefined ? '' : ` ("${meta.title}")`;
  return `The name "${escapeFileName(entry.name)}" is another article's${title}, which stays.`;
}

function keyOf(name: string): string | undefined {
  const id = articleIdOf(name);
  return id === undefined ? undefined : articleKey(id);
}
