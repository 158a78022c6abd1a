import type { EntityCatalogue } from '../../domain/entity.js';
import type { FoundName, NameFinder } from '../../ports/name-finder.js';
import { isStopWord } from '../../retrieval/stop-words.js';
import { titleWords } from '../recognise/name-words.js';
import type { AliasIndex } from './alias-index.js';
import { isSlipOf } from './is-slip.js';

// "Democratic People's Republic of Korea": longer names are found by their beginning.
const MOST_WORDS = 6;
// Names in scripts without blanks: 서민호, 東京都, 上海银行.
const SHORTEST_UNSPACED = 2;
const LONGEST_UNSPACED = 12;
const UNSPACED = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const UNSPACED_CHARS = 200;
// A slip is looked for in so many runs of capitalised words at most, some 1 ms each: questions have few.
const MOST_MISSPELT = 40;
// What is looked at before a surname.
const LONGEST_WORD = 40;
// A longer text is no question.
const MOST_CHARS = 2_000;

// Whoever has three of four articles about people of one surname is meant by it: with half, somebody else's words are taken
// for theirs.
const MAIN_BEARER_SHARE = 0.75;

interface Piece {
  readonly start: number;
  readonly end: number;
}

interface Candidate extends Piece {
  readonly words: string;
  /** More than one word, or one of several parts. */
  readonly several: boolean;
}

/** Finds names by the aliases of the catalogue. Of two names at one place the longer one is meant. */
export function createNameFinder({ entities }: EntityCatalogue, index: AliasIndex): NameFinder {
  const single = (numbers: readonly number[]) => (numbers.length === 1 ? numbers[0] : undefined);
  /** Written so. */
  const exactly = ({ words }: Candidate) => single(index.exact(words));
  /** Misspelt, or a surname that one person has. */
  const nearly = ({ words, several }: Candidate) => {
    if (index.exact(words).length > 0) return undefined;
    const isPerson = (number: number) => entities[number]?.kind === 'person';
    if (!several) return isStopWord(words.toLowerCase()) ? undefined : single(index.byPart(words).filter(isPerson));
    const isMeant = (number: number) => entities[number]?.aliases.some(({ text }) => isSlipOf(words, text));
    return single(index.near(words).filter((number) => isPerson(number) && isMeant(number)));
  };
  const articlesOf = (number: number) => entities[number]?.articles.length ?? 0;
  const mainBearer = (words: string) => {
    const people = index.byPart(words).filter((number) => entities[number]?.kind === 'person');
    const all = people.reduce((sum, number) => sum + articlesOf(number), 0);
    return people.find((number) => articlesOf(number) >= MAIN_BEARER_SHARE * all);
  };
  return {
    surnamesIn: (text) =>
      candidates(text.slice(0, MOST_CHARS)).flatMap(({ words, several, start, end }) => {
        const isSurname =
          !several && isCapitalised(words) && !isStopWord(words.toLowerCase()) && standsAlone(text, start, end);
        const entity = isSurname && index.exact(words).length === 0 ? mainBearer(words) : undefined;
        return entity === undefined ? [] : [{ entity, kind: 'person' as const, slip: false, start, end }];
      }),
    namesIn(text) {
      const places = candidates(text.slice(0, MOST_CHARS));
      const found: FoundName[] = [];
      const misspelt = places.filter(({ words }) => isCapitalised(words)).slice(0, MOST_MISSPELT);
      for (const [named, among] of [
        [exactly, places],
        [nearly, misspelt],
      ] as const) {
        for (const place of among) {
          const { start, end } = place;
          if (found.some((known) => start < known.end && known.start < end)) continue;
          const entity = named(place);
          const kind = entity === undefined ? undefined : entities[entity]?.kind;
          const slip = named === nearly && place.several;
          if (entity !== undefined && kind !== undefined) found.push({ entity, kind, slip, start, end });
        }
      }
      return found.sort((a, b) => a.start - b.start);
    },
  };
}

/** Places where a name may stand, the longest first: runs of words, and runs of letters in scripts without blanks. */
function candidates(text: string): Candidate[] {
  const words: Piece[] = [...text.matchAll(/[\p{L}\p{M}\p{N}.'’&-]*[\p{L}\p{M}\p{N}]/gu)].map(({ index, 0: word }) => {
    return { start: index, end: index + word.replace(/['’]s$/, '').length };
  });
  const runs = words.flatMap(({ start }, first) =>
    words.slice(first, first + MOST_WORDS).flatMap(({ end }, more) => {
      const several = more > 0 || text.slice(start, end).includes('-');
      const run = text.slice(start, end);
      return isName(run, several) ? [{ start, end, words: run, several }] : [];
    }),
  );
  const unspaced = words.flatMap((word) => unspacedWithin(text, word));
  return [...runs, ...unspaced].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

/** Every word begins with a capital; the parts of one after a hyphen need not: "Min-ho". */
function isCapitalised(words: string): boolean {
  return words.split(/\s+/).every((word) => /^\p{Lu}/u.test(word));
}

/** One word names somebody only where it has a capital: "may" is no month, "apple" no company. */
function isName(words: string, several: boolean): boolean {
  return several || /^[^\p{Ll}]/u.test(words);
}

/** Whether a capitalised word is no part of a longer name: neither before nor behind it stands another, but for a title. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = /(\p{Lu}[\p{L}\p{M}.'’-]*)\s+$/u.exec(text.slice(Math.max(0, start - LONGEST_WORD), start));
  const isFirst = before?.index === 0 && start <= LONGEST_WORD;
  const isTitle = titleWords.has((before?.[1] ?? '').replace(/\.$/, '').toLowerCase());
  return (before === null || isFirst || isTitle) && !/^\s+(?:\p{Lu}|of\b|for\b)/u.test(text.slice(end));
}

function unspacedWithin(text: string, { start, end: last }: Piece): Candidate[] {
  // Every letter may begin a name: what comes later in a long text is not looked at.
  const end = Math.min(last, UNSPACED_CHARS);
  if (!UNSPACED.test(text.slice(start, end))) return [];
  const pieces: Candidate[] = [];
  for (let from = start; from + SHORTEST_UNSPACED <= end; from++) {
    for (let to = from + SHORTEST_UNSPACED; to <= Math.min(end, from + LONGEST_UNSPACED); to++) {
      pieces.push({ start: from, end: to, words: text.slice(from, to), several: false });
    }
  }
  return pieces;
}
