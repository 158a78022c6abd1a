import { decodeEntities } from './decode-entities.js';

const emphasisRun = /(?<![\p{L}\p{N}])(?:\*{1,3}|_{1,3}|~~)(?=\S)|(?<=\S)(?:\*{1,3}|_{1,3}|~~)(?![\p{L}\p{N}])/gu;
const emphasisInWord = /\*{1,3}(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\*{1,3}/gu;
const escaped = /\\([!-/:-@[-`{-~])/g;

// Escaped marks are put aside as private-use characters, which no cleaned text contains, while the others are removed.
const asideBase = 0xe000;
const aside = /[\uE021-\uE07E]/g;

/**
 * The words of a line of Markdown: emphasis, code marks, HTML tags and link targets go, link texts stay, images go whole.
 * Takes time linear in the length.
 */
export function markdownInline(line: string): string {
  const safe = line.replace(escaped, (_, mark: string) => String.fromCharCode(asideBase + mark.charCodeAt(0)));
  const words = withoutTags(withoutLinks(safe))
    .replaceAll('`', '')
    .replace(emphasisRun, '')
    .replace(emphasisInWord, '');
  return decodeEntities(words)
    .replace(aside, (mark) => String.fromCharCode(mark.charCodeAt(0) - asideBase))
    .replace(/\s+/g, ' ')
    .trim();
}

/** `[words](target)` and `[words][name]` become the words; with `!` in front nothing is left. */
function withoutLinks(line: string): string {
  // Pieces, of which one can be taken out or the last ones dropped without writing the others anew.
  const out: string[] = [];
  let at = 0;
  const opened: { readonly out: number; readonly image: boolean }[] = [];
  const closing = nextIndex(line, ')');
  const bracket = nextIndex(line, ']');
  while (at < line.length) {
    const mark = line.charAt(at);
    if (mark === '[' || (mark === '!' && line[at + 1] === '[')) {
      opened.push({ out: out.length, image: mark === '!' });
      out.push('[');
      at += mark === '!' ? 2 : 1;
      continue;
    }
    const start = mark === ']' ? opened.pop() : undefined;
    const end = start === undefined ? -1 : targetEnd(line, at + 1, line[at + 1] === '(' ? closing : bracket);
    if (start !== undefined && end > 0) {
      if (start.image) out.length = start.out;
      else out[start.out] = '';
      at = end;
      continue;
    }
    out.push(mark);
    at++;
  }
  return out.join('');
}

type NextIndex = (from: number) => number;

/** Where a link's target ends, or -1 when there is none. A target may hold one pair of round brackets. */
function targetEnd(line: string, from: number, next: NextIndex): number {
  const opening = line[from];
  if (opening !== '(' && opening !== '[') return -1;
  const end = next(from + 1);
  if (end < 0) return -1;
  if (opening === '[') return end + 1;
  const nested = line.slice(from + 1, Math.min(end, from + 2_000)).includes('(');
  const outer = nested ? next(end + 1) : -1;
  return (outer < 0 ? end : outer) + 1;
}

/** Finds a mark at or after a position; remembers the last find, so that asking along a line reads it once. */
function nextIndex(line: string, mark: string): NextIndex {
  let from = 0;
  let found = -2;
  return (at) => {
    if (found === -2 || (found >= 0 && found < at) || at < from) {
      from = at;
      found = line.indexOf(mark, at);
    }
    return found;
  };
}

/** Without `<…>` that is a tag or an address; a lone `<` stays. */
function withoutTags(line: string): string {
  const kept: string[] = [];
  const closing = nextIndex(line, '>');
  let at = 0;
  for (let open = line.indexOf('<'); open >= 0; open = line.indexOf('<', open + 1)) {
    if (open < at || !/[a-z/!]/i.test(line.charAt(open + 1))) continue;
    const end = closing(open);
    if (end < 0) break;
    kept.push(line.slice(at, open));
    at = end + 1;
  }
  kept.push(line.slice(at));
  return kept.join('');
}
