import { escapeFileName } from '../domain/escape-file-name.js';
import type { CorpusListing, CorpusPage } from '../domain/intake.js';
import type { CorpusFileEntry } from '../ports/corpus-files.js';
import type { CorpusFilter } from '../ports/corpus-intake.js';
import { articleIdOf } from './file-name.js';

const pageSize = 20;

/** The page of entries that fit the filter. */
export function listCorpus(entries: readonly CorpusFileEntry[], { text = '', page = 0 }: CorpusFilter): CorpusPage {
  const wanted = text.toLowerCase();
  const fitting = wanted === '' ? entries : entries.filter(({ name }) => name.toLowerCase().includes(wanted));
  const pages = Math.max(1, Math.ceil(fitting.length / pageSize));
  const shown = Math.min(Math.max(0, Math.trunc(page) || 0), pages - 1);
  const files = fitting.slice(shown * pageSize, (shown + 1) * pageSize).map(describe);
  return { files, total: fitting.length, page: shown, pages };
}

function describe({ name, bytes, modified, refused }: CorpusFileEntry): CorpusListing {
  return {
    file: escapeFileName(name),
    article: articleIdOf(name),
    bytes,
    modified: modified === undefined ? undefined : new Date(modified).toISOString(),
    refused,
  };
}
