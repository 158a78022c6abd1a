import { countHiddenCharacters } from '../corpus/hidden-characters.js';
import type { CorpusFile } from '../corpus/read-article.js';
import { readArticle } from '../corpus/read-article.js';
import { setAsideReason } from '../domain/errors.js';
import type { Examination } from '../ports/file-examiner.js';

// Three paragraphs of a news article.
const maxOpeningChars = 600;

/** Reads a file as the re-index will, and tells what a person should see of it before it is taken in. */
export function examineFile(file: CorpusFile): Examination {
  try {
    const { body, contentHash: _, ...meta } = readArticle(file);
    return {
      kind: 'article',
      ...meta,
      opening: openingOf(body),
      letters: body.match(/[\p{L}\p{N}]/gu)?.length ?? 0,
      hiddenCharacters: countHiddenCharacters(roughText(file.bytes)),
    };
  } catch (error) {
    return { kind: 'refused', reason: setAsideReason(error) };
  }
}

function openingOf(body: string): string {
  if (body.length <= maxOpeningChars) return body;
  const cut = [...body.slice(0, maxOpeningChars)].slice(0, -1).join('');
  return `${cut.slice(0, cut.lastIndexOf(' ') > maxOpeningChars / 2 ? cut.lastIndexOf(' ') : cut.length)} …`;
}

/** UTF-8 or UTF-16 by its mark; in other encodings none of the characters that are looked for can be written. */
function roughText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
