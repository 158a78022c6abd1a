import { articleId, articleKey } from '../domain/article.js';
import { escapeFileName } from '../domain/escape-file-name.js';
import type { RemovalTarget, RemoveOutcome } from '../domain/intake.js';
import type { CorpusFiles } from '../ports/corpus-files.js';
import { articleIdOf } from './file-name.js';

/** The file of that path, or else the only one with that article id. */
export async function findRemovable(files: CorpusFiles, named: string): Promise<RemovalTarget> {
  const found = await findName(files, named);
  if (typeof found !== 'string') return found;
  const digest = await files.digest(found);
  return { kind: 'found', file: escapeFileName(found), article: articleIdOf(found), digest };
}

/** Takes it out of the corpus; with `digest` only while its content is that. */
export async function removeArticle(files: CorpusFiles, named: string, digest?: string): Promise<RemoveOutcome> {
  const name = await findName(files, named);
  if (typeof name !== 'string') return name;
  const outcome = await files.setAside(name, digest);
  if (outcome.kind === 'refused') return outcome;
  return { kind: 'removed', file: escapeFileName(name), keptAs: escapeFileName(outcome.keptAs) };
}

type NotFound = Extract<RemovalTarget, { readonly kind: 'refused' }>;

async function findName(files: CorpusFiles, named: string): Promise<string | NotFound> {
  const names = (await files.list()).map(({ name }) => name);
  const found = namesFor(named, names);
  const [name] = found;
  if (name === undefined) return { kind: 'refused', reason: `The corpus has no file or article "${shown(named)}".` };
  if (found.length === 1) return name;
  const list = found.slice(0, 5).map((one) => `"${escapeFileName(one)}"`);
  return { kind: 'refused', reason: `Several files are meant: ${list.join(', ')}. Name one of them.` };
}

function namesFor(named: string, names: readonly string[]): readonly string[] {
  // Also as it was shown, where it has characters that do not show.
  const exact = names.filter((name) => name === named || escapeFileName(name) === named);
  if (exact.length > 0) return exact;
  const key = articleKey(articleId(named));
  return names.filter((name) => {
    const id = articleIdOf(name);
    return id !== undefined && articleKey(id) === key;
  });
}

const shown = (named: string) => escapeFileName(named.length > 100 ? `${named.slice(0, 100)}…` : named);
