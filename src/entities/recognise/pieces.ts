import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { countryNames } from './countries.js';
import {
  calendarWords,
  easternSurnames,
  functionWords,
  organisationHeads,
  placeHeads,
  titleModifiers,
  titleWords,
} from './name-words.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';

/** Part of a run that may be one name; a title before it stands outside. */
export interface Piece extends Run {
  /** The tokens of the title before it ("South Korean President"). */
  readonly title: Run | undefined;
}

// Titles that are surnames as often: they end a name when a given name stands before them.
const surnameTitles = new Set(
  'king prince duke bishop pope marshal judge dean major cardinal driver page lord whip partner counsel guard head coach boss host miss justice sister father pastor sheriff singer'.split(
    ' ',
  ),
);
// Belong to the state whose people is named before them: "Chinese Foreign Ministry" is the Foreign Ministry of China.
const stateHeads = new Set(
  `ministry parliament army navy police force forces government cabinet senate court embassy treasury department congress
   coast guard president league cup open championship`.split(/\s+/u),
);

/** Takes a run apart into names: titles, peoples, days and words of the sentence's beginning are no part of one. */
export function piecesOf(tokens: readonly Token[], run: Run, knows: NameKnowledge): Piece[] {
  const pieces: Piece[] = [];
  let title: Run | undefined;
  let from = run.from;
  const close = (to: number) => {
    for (const part of withoutCountry(tokens, { from, to })) {
      const name = trimmed(tokens, part, knows);
      if (name === undefined) continue;
      pieces.push({ ...name, title: title !== undefined && title.to === name.from ? title : undefined });
    }
  };
  for (let at = run.from; at < run.to; at++) {
    const end = endOfTitle(tokens, { from: at, to: run.to }, from, knows);
    if (end === undefined) continue;
    close(at);
    title = { from: at, to: end };
    from = end;
    at = end - 1;
  }
  close(run.to);
  return pieces;
}

/** "US Roman Catholic", "Hàn Quốc Lee Jae-myung": a country before what is a name by itself is a name of its own. */
function withoutCountry(tokens: readonly Token[], { from, to }: Run): Run[] {
  for (const size of [3, 2, 1]) {
    if (to - from - size < 1) continue;
    const head = tokens
      .slice(from, from + size)
      .map(({ text }) => text)
      .join(' ');
    if (!countryNames().has(head)) continue;
    const inside = tokens.slice(from + size, to);
    const isOne = inside.some(
      ({ lower }) => organisationHeads.has(lower) || placeHeads.has(lower) || !/^\p{L}/u.test(lower),
    );
    const isShort = inside.length === 1 && !/\./u.test(head) && !/^\p{Lu}{2}$/u.test(head);
    return isOne || isShort
      ? [{ from, to }]
      : [
          { from, to: from + size },
          { from: from + size, to },
        ];
  }
  return [{ from, to }];
}

/** Where a title that begins at the range's start ends; `undefined` if none does. */
function endOfTitle(tokens: readonly Token[], range: Run, nameFrom: number, knows: NameKnowledge): number | undefined {
  let at = range.from;
  const last = tokens[range.to - 1]?.lower ?? '';
  while (at < range.to && isModifier(tokens, at, range.to)) at++;
  const word = tokens[at];
  if (at >= range.to || word === undefined || !titleWords.has(word.lower)) return undefined;
  while (at + 1 < range.to && isTitle(tokens[at + 1])) at++;
  const end = at + 1;
  const isLast = end === range.to;
  if (isLast && isSurname(tokens, range, nameFrom, knows)) return undefined;
  // "General Motors", "Duke University": an organisation that begins with a title.
  if (!isLast && (organisationHeads.has(last) || placeHeads.has(last)) && !/\.$/u.test(word.text)) return undefined;
  return end;
}

function isTitle(token: Token | undefined): boolean {
  return token !== undefined && (titleWords.has(token.lower) || token.lower === 'of');
}

/** Modifiers count only where a title follows them in the run. */
function isModifier(tokens: readonly Token[], at: number, to: number): boolean {
  if (!titleModifiers.has(tokens[at]?.lower ?? '')) return false;
  for (let next = at + 1; next < to; next++) {
    const word = tokens[next]?.lower ?? '';
    if (titleWords.has(word)) return true;
    if (!titleModifiers.has(word) && word !== 'and') return false;
  }
  return false;
}

function isSurname(tokens: readonly Token[], range: Run, nameFrom: number, knows: NameKnowledge): boolean {
  const before = tokens[range.from - 1];
  if (range.to - range.from > 1 || range.from <= nameFrom || before === undefined) return false;
  return surnameTitles.has(tokens[range.from]?.lower ?? '') && knows.isGivenName(tokens[nameFrom]?.text ?? '');
}

/** The range without words at its ends that are no name; `undefined` if nothing is left. */
function trimmed(tokens: readonly Token[], range: Run, knows: NameKnowledge): Run | undefined {
  let { from, to } = range;
  // "White House", "Russian Federation": the dictionary has the whole.
  const sense =
    to - from < 2
      ? undefined
      : knows.sense(
          tokens
            .slice(from, to)
            .map(({ text }) => text)
            .join(' '),
        );
  if (sense === 'place' || sense === 'group') return range;
  for (let cut = true; cut && from < to; ) {
    const skip = leading(tokens, { from, to }, knows);
    from += skip;
    cut = skip > 0;
  }
  while (from < to && isNoEnd(tokens, { from, to }, knows)) to--;
  return from < to ? { from, to } : undefined;
}

/** How many tokens at the range's beginning are no part of a name. */
function leading(tokens: readonly Token[], { from, to }: Run, knows: NameKnowledge): number {
  const first = tokens[from];
  const next = tokens[from + 1];
  if (first === undefined) return 0;
  const word = first.lower;
  if (next !== undefined && from + 1 < to && isOfficeOf(tokens, from)) return 1;
  if (first.kind !== 'name' || calendarWords.has(word) || (titleModifiers.has(word) && next === undefined)) return 1;
  if (functionWords.has(word))
    return isSurnameBefore(first, from + 1 < to ? next : undefined, knows) || isCapitalInside(first) ? 0 : 1;
  const people = peopleAt(tokens, { from, to }, knows);
  return people > 0 && !belongsTo(tokens, { from: from + people, to }) ? people : 0;
}

/** "Secretary of State Ann Holm": what the office is for ends the title before the name. */
function isOfficeOf(tokens: readonly Token[], at: number): boolean {
  const isOf = tokens[at - 1]?.lower === 'of' && titleWords.has(tokens[at - 2]?.lower ?? '');
  return isOf && titleModifiers.has(tokens[at]?.lower ?? '');
}

// "US", "IT", "WHO" are written like this on purpose; a sentence begins with "It".
function isCapitalInside(token: Token): boolean {
  return token.isCapitals;
}

/** "He Lifeng", "An Jung-geun" against "He Said": the word behind a surname is in no dictionary. */
function isSurnameBefore(first: Token, next: Token | undefined, knows: NameKnowledge): boolean {
  if (next === undefined || !easternSurnames.has(first.text)) return false;
  const given = next.lower.split('-');
  return (
    knows.sense(next.text) === undefined &&
    !knows.isWord(next.lower) &&
    given.every((part) => !functionWords.has(part)) &&
    knows.population(next.text) < 500_000
  );
}

/** How many tokens name a people or language ("Chinese", "South Korean"). */
function peopleAt(tokens: readonly Token[], { from, to }: Run, knows: NameKnowledge): number {
  const [first, second] = [tokens[from], tokens[from + 1]];
  if (first === undefined) return 0;
  if (second !== undefined && from + 1 < to && isPeople(`${first.text} ${second.text}`, knows)) return 2;
  if (/^(?:South|North|East|West|Pan|Anti|Pro|Latin|Saudi|Sri|Costa|New|Northern|Southern)$/u.test(first.text)) {
    return second !== undefined && from + 1 < to && isPeople(second.text, knows) ? 2 : 0;
  }
  return isPeople(first.text, knows) ? 1 : 0;
}

function isPeople(name: string, knows: NameKnowledge): boolean {
  if (countryNames().has(name) || knows.isGivenName(name)) return false;
  if (knows.isWord(name.toLowerCase()) && !/(?:ish|ese|an|ch|i)$/u.test(name)) return false;
  const cased = /^\p{Lu}{4,}$/u.test(name) ? name.charAt(0) + name.slice(1).toLowerCase() : name;
  return knows.sense(cased) === 'people' || knows.sense(cased.replace(/s$/u, '')) === 'people';
}

/** Whether what follows a people's name is of one name with it: "Korean Peninsula", "British Airways". */
function belongsTo(tokens: readonly Token[], { from, to }: Run): boolean {
  const last = tokens[to - 1]?.lower ?? '';
  const first = tokens[from]?.lower ?? '';
  if (from >= to) return false;
  return (
    (organisationHeads.has(last) || placeHeads.has(last) || first === 'academy' || first === 'peninsula') &&
    !stateHeads.has(last) &&
    !(first === 'communist')
  );
}

function isNoEnd(tokens: readonly Token[], { from, to }: Run, knows: NameKnowledge): boolean {
  const last = tokens[to - 1];
  if (last === undefined) return false;
  if (last.kind !== 'name') return last.kind !== 'number' && !/^\p{Lu}{2,3}$/u.test(tokens[to - 2]?.text ?? '');
  const isFirst = to - 1 === from;
  // "Theresa May": a month behind a given name is a surname.
  if (calendarWords.has(last.lower)) return isFirst || !knows.isGivenName(tokens[to - 2]?.text ?? '');
  return !isFirst && functionWords.has(last.lower) && !last.isCapitals && !easternSurnames.has(last.text);
}
