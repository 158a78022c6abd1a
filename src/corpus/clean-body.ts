import { cleanLine } from './clean-characters.js';

// A reference mark of the page would read as one of this program's citations.
const referenceMark = / ?\[(?:\d{1,3}|note \d{1,3}|citation needed)\](?!\()/gi;

/**
 * The body as it is indexed and quoted: each paragraph on one line, one blank line between two, none empty. Reference marks
 * such as `[1]` go, because citations look like them.
 */
export function cleanBody(paragraphs: readonly string[]): string {
  return paragraphs
    .map((paragraph) => cleanLine(cleanLine(paragraph).replace(referenceMark, '')))
    .filter((paragraph) => /[\p{L}\p{N}]/u.test(paragraph))
    .join('\n\n');
}
