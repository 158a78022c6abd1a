import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { countryNames } from './countries.js';
import type { IsGivenTitle } from './given-titles.js';
import { organisationHeads, placeHeads, titleModifiers, titleWords } from './name-words.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';
import { trimmed } from './trimmed.js';

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
/** Takes a run apart into names: titles, peoples, days and words of the sentence's beginning are no part of one. */
export function piecesOf(
  tokens: readonly Token[],
  run: Run,
  knows: NameKnowledge,
  isGiven: IsGivenTitle = () => false,
): Piece[] {
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
    const end = isGiven(tokens, at)
      ? undefined
      : endOfTitle(tokens, { from: at, to: run.to }, { from, knows, isGiven });
    if (end === undefined) continue;
    close(at);
    title = { from: at, to: end };
    from = end;
    at = end - 1;
  }
  close(run.to);
  return pieces;
}

/** "US Roman Catholic", "Hàn Quốc Park So-yun": a country before what is a name by itself is a name of its own. */
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

interface Reading {
  /** Where the name begins that the title might end. */
  readonly from: number;
  readonly knows: NameKnowledge;
  readonly isGiven: IsGivenTitle;
}

/** Where a title that begins at the range's start ends; `undefined` if none does. */
function endOfTitle(tokens: readonly Token[], range: Run, { from, knows, isGiven }: Reading): number | undefined {
  let at = range.from;
  const last = tokens[range.to - 1]?.lower ?? '';
  while (at < range.to && isModifier(tokens, at, range.to)) at++;
  const word = tokens[at];
  if (at >= range.to || word === undefined || !titleWords.has(word.lower)) return undefined;
  while (at + 1 < range.to && isTitle(tokens[at + 1]) && !isGiven(tokens, at + 1)) at++;
  const end = at + 1;
  const isLast = end === range.to;
  if (isLast && isSurname(tokens, range, from, knows)) return undefined;
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
