import anyAscii from 'any-ascii';
import type { EntityKind } from '../../domain/entity.js';
import { simplified } from '../../retrieval/han-variants.js';

const foreignLatin = /(?=\p{Script=Latin})[^\0-\x7f]/gu;
// What may stand inside a word or be left out of it: accents, apostrophes, hyphens, points.
const inner = /[\p{M}'’‘ʼ`´.·・‐‑‒–—\-­]/gu;
const notWord = /[^\p{L}\p{N}]+/u;
// Forms of companies as registers write them, in the languages of the business press.
const legalForms = new Set(
  `co ltd limited inc incorporated corp corporation company plc llc llp lp ag se gmbh kg sa sas spa srl nv bv oy oyj ab as
   asa kk pte pty bhd sdn pjsc ojsc jsc`.split(/\s+/),
);

/** A name in lower case, without accents, in simplified characters where it is Chinese. */
export function foldName(text: string): string {
  // Most names of an English corpus need none of the tables.
  if (/^[\w\s'.-]*$/.test(text)) return text.toLowerCase();
  const latin = text.normalize('NFKC').replace(foreignLatin, anyAscii);
  return Array.from(latin, simplified).join('').toLowerCase().replaceAll('&', ' and ');
}

/** The folded words of a name; a person's initials and suffix apart ("B.J. Kim": b, j, kim), companies without their legal form. */
export function nameWords(text: string, kind: EntityKind): string[] {
  const folded = kind === 'person' ? foldName(text).replaceAll('.', ' ') : foldName(text);
  const words = folded.replace(inner, '').split(notWord).filter(Boolean);
  if (kind === 'person') return words;
  if (words[0] === 'the' && words.length > 1) words.shift();
  while (kind === 'organisation' && words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop();
  return words;
}

/** What all spellings of a name share that differ only in case, accents, hyphens and blanks. */
export function nameKey(text: string, kind: EntityKind): string {
  return nameWords(text, kind).join('');
}

/** The spelling a name's letters make, whatever it names. */
export function plainKey(text: string): string {
  return nameKey(text, 'place');
}

/** Whether a name is written in the Latin alphabet. */
export function isLatin(text: string): boolean {
  return (
    /\p{Script=Latin}/u.test(text) &&
    !/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Cyrillic}|\p{Script=Kana}/u.test(text)
  );
}

/** The name as its sound might be written in Latin letters, without blanks; rough. */
export function romanised(text: string): string {
  return anyAscii(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The script of a name that is not Latin; empty for one of none of these. */
export function scriptOf(key: string): string {
  return (
    ['Han', 'Hangul', 'Cyrillic', 'Arabic'].find((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(key)) ?? ''
  );
}
