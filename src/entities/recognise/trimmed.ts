import type { NameKnowledge } from '../../ports/name-knowledge.js';
import {
  calendarWords,
  easternSurnames,
  functionWords,
  organisationHeads,
  postnominals,
  titleModifiers,
  titleWords,
} from './name-words.js';
import { belongsTo, peopleAt } from './peoples.js';
import type { Run } from './runs.js';
import type { Token } from './tokens.js';

/** The range without words at its ends that are no name; `undefined` if nothing is left. */
export function trimmed(tokens: readonly Token[], range: Run, knows: NameKnowledge): Run | undefined {
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
  while (from < to && (isNoEnd(tokens, { from, to }, knows) || isPostnominal(tokens, { from, to }, knows))) to--;
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

/** "He Yanlin", "An Bo-reum" against "He Said": the word behind a surname is in no dictionary. */
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

/** "Ann Holm KC": an order behind the full name of somebody, not the letters of a company ("Lark Trading KC"). */
function isPostnominal(tokens: readonly Token[], { from, to }: Run, knows: NameKnowledge): boolean {
  if (to - from < 3 || !postnominals.has(tokens[to - 1]?.text ?? '')) return false;
  const name = tokens.slice(from, to - 1).filter(({ text }) => !postnominals.has(text));
  const whole = name.map(({ text }) => text).join(' ');
  // "Chevy Hills MD": the state behind a town.
  if (knows.population(whole) > 0 || knows.sense(whole) === 'place') return false;
  const isPerson = knows.isGivenName(name[0]?.text ?? '') || name.every(({ lower }) => !knows.isWord(lower));
  return (
    isPerson && name.length > 1 && name.every(({ lower, isCapitals }) => !isCapitals && !organisationHeads.has(lower))
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
