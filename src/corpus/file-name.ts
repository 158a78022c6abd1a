import { CorpusFormatError } from '../domain/errors.js';
import { cleanLine } from './clean-characters.js';

/** How an article is written down. */
export type ArticleFormat = 'markdown' | 'text' | 'html';

const endings: readonly (readonly [RegExp, ArticleFormat])[] = [
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.txt$/i, 'text'],
  [/\.html?(?:\.gz)?$/i, 'html'],
];

/**
 * What the name of a corpus file says: the article's id (`stem`) and the format.
 * @throws CorpusFormatError for another ending, or where the rest is no name.
 */
export function splitFileName(name: string): { readonly stem: string; readonly format: ArticleFormat } {
  for (const [ending, format] of endings) {
    if (!ending.test(name)) continue;
    const stem = cleanLine(name.replace(ending, ''));
    if (stem === '') throw new CorpusFormatError('its name is nothing but an ending');
    // As the key of an object it would be that object's prototype.
    if (stem === '__proto__') throw new CorpusFormatError('its name is no name for an article; rename it');
    return { stem, format };
  }
  throw new CorpusFormatError('its ending is none of .md, .txt, .html, .htm, .html.gz');
}
