import type { NamedAsOne } from '../article-names.js';
import { type Candidate, noVotes, sumVotes } from './reading.js';
import { endingVotes } from './script-endings.js';
import { hanTitles, koreanTitles, vietnameseLetter } from './script-words.js';

const scriptName =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・·\p{Script=Latin}\p{N} ]{2,40}$/u;
const asian = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const acronym = /^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}$/u;
const alsoKnown =
  /^,?\s\(?(?:also|otherwise|formerly|previously|better|until \d{4})\s(?:known|called)(?:\sas)?\s["“]?$|^,?\s\(?(?:formerly|a\.?k\.?a\.?|née)\s["“]?$/iu;
const MAX_INSIDE = 60;

/** Finds the names the text itself calls one; the names in other scripts become candidates of their own. */
export function namedAsOne(
  body: string,
  candidates: readonly Candidate[],
): { candidates: Candidate[]; asOne: NamedAsOne[] } {
  const all: Candidate[] = [];
  const pairs: { left: Candidate; right: Candidate; how: NamedAsOne['how'] }[] = [];
  let behind = 0;
  for (const [index, alone] of candidates.entries()) {
    if (alone.start < behind) continue;
    const next = candidates[index + 1];
    const inside = insideBrackets(body, alone.end);
    const others = inside === undefined ? [] : scriptNames(body, inside, alone);
    // "Lark Yida (…公司)": what the bracket shows of its own is true of both.
    const candidate =
      others.length === 0 ? alone : { ...alone, votes: sumVotes([alone, ...others].map(({ votes }) => votes)) };
    all.push(candidate);
    for (const other of others) {
      const isSame = next !== undefined && next.start === other.start && next.end === other.end;
      if (isSame) {
        pairs.push({ left: candidate, right: next, how: 'script' });
        continue;
      }
      // "(하늘그룹 바다)": what was read inside is part of the whole; what reaches beyond the bracket's name is none.
      const inside = candidates.slice(index + 1).filter(({ start }) => start < other.end);
      if (inside.some(({ start, end }) => start < other.start || end > other.end)) continue;
      behind = other.end;
      all.push(other);
      pairs.push({ left: candidate, right: other, how: 'script' });
    }
    if (next === undefined) continue;
    const between = body.slice(candidate.end, Math.min(next.start, candidate.end + MAX_INSIDE));
    if (/^(?: ?[(（]["“]?|, or )$/u.test(between) && areShortAndLong(candidate.text, next.text))
      pairs.push({ left: candidate, right: next, how: 'acronym' });
    else if (alsoKnown.test(between)) pairs.push({ left: candidate, right: next, how: 'also-called' });
  }
  const place = new Map(all.map((candidate, index) => [candidate, index]));
  const asOne = pairs.map(({ left, right, how }) => ({
    mentions: [place.get(left) ?? 0, place.get(right) ?? 0] as const,
    how,
  }));
  return { candidates: all, asOne };
}

function insideBrackets(body: string, at: number): { readonly start: number; readonly text: string } | undefined {
  const open = /^ ?[(（]/u.exec(body.slice(at, at + 2));
  if (open === null) return undefined;
  const start = at + open[0].length;
  const close = /[)）\n]/u.exec(body.slice(start, start + MAX_INSIDE));
  return close === null || close[0] === '\n' ? undefined : { start, text: body.slice(start, start + close.index) };
}

/** "하늘바다유한공사, 天海有限公司" are two; words of the other script with blanks are one. */
function scriptNames(
  body: string,
  inside: { readonly start: number; readonly text: string },
  of: Candidate,
): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  for (const part of inside.text.split(/[,、，;]/u)) {
    const text = part.trim();
    const start = inside.start + from + part.indexOf(text);
    from += part.length + 1;
    if (!isOtherScript(of.text, text)) continue;
    const rest = { isWeak: false, otherStart: undefined, theStart: undefined, role: undefined };
    found.push({
      start,
      end: start + text.length,
      text: body.slice(start, start + text.length),
      key: text,
      words: text.split(' '),
      votes: { ...noVotes, ...endingVotes(text) },
      ...rest,
    });
  }
  return found;
}

/** Two to five words with capitals and Vietnamese letters among them. */
function isVietnameseName(text: string): boolean {
  return vietnameseLetter.test(text) && /^\p{Lu}\p{L}*(?: \p{Lu}\p{L}*){1,4}$/u.test(text.normalize('NFC'));
}

function isOtherScript(name: string, inside: string): boolean {
  if (!asian.test(inside)) {
    const isForeign = /^[\p{Script=Cyrillic} .-]{3,}$/u.test(inside) || isVietnameseName(inside);
    return isForeign && /^\p{Script=Latin}/u.test(name) && !vietnameseLetter.test(name);
  }
  const isSame = /^[\p{Script=Hangul}]/u.test(name) && /^[\p{Script=Hangul}]/u.test(inside);
  return (
    scriptName.test(inside) &&
    !isSame &&
    !isOffice(inside) &&
    !/^\p{N}/u.test(inside) &&
    !(asian.test(name) && /\p{Script=Han}/u.test(name) && /^\p{Script=Han}/u.test(inside))
  );
}

const office = new RegExp(`(?:${[...koreanTitles, ...hanTitles].join('|')})$`, 'u');

/** "X (SK그룹 회장)": what somebody is. */
function isOffice(text: string): boolean {
  return office.test(text);
}

/** Whether one is made of first letters of the other's words, in their order. */
function areShortAndLong(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (!acronym.test(short) || !/\s/u.test(long)) return false;
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase();
  const initials = long.split(/[\s-]+/u).map((word) => word.charAt(0).toLowerCase());
  let at = 0;
  for (const initial of initials) if (initial === letters[at]) at++;
  // An ending "-s" or a second letter of a word may stand in it: two thirds in order are no accident.
  return at >= Math.ceil((letters.length * 2) / 3) && letters[0] === initials.find((initial) => initial === letters[0]);
}
