import type { ArticleReading, Candidate, DecidableReading, Votes } from './reading.js';

/** Readings put away until all articles are read: some 3 kB an article, where as objects they take 70, and most of it outside the heap. */
export interface PackedReadings {
  add(reading: ArticleReading): void;
  /** What was added, in that order; each is made anew when it is its turn. */
  unpacked(): Generator<DecidableReading>;
}

interface Packed extends Omit<DecidableReading, 'candidates'> {
  readonly numbers: Int32Array;
}

// What most candidates lack follows its fixed numbers (start, end, form, votes, these bits) only where they have it.
const WEAK = 1;
const OTHER_START = 2;
const THE_START = 4;
const ROLE = 8;

/** An empty store of readings. Keys and votes are kept once for all articles: they are the same ones again and again. */
export function createPackedReadings(): PackedReadings {
  const packed: Packed[] = [];
  const forms = createForms();
  const votes = createVotes();
  const pack = (candidate: Candidate, numbers: number[]) => {
    const { start, end, isWeak, otherStart, theStart, role } = candidate;
    const bits =
      (isWeak ? WEAK : 0) |
      (otherStart === undefined ? 0 : OTHER_START) |
      (theStart === undefined ? 0 : THE_START) |
      (role === undefined ? 0 : ROLE);
    numbers.push(start, end, forms.numberOf(candidate), votes.numberOf(candidate.votes), bits);
    if (otherStart !== undefined) numbers.push(otherStart);
    if (theStart !== undefined) numbers.push(theStart);
    if (role !== undefined) numbers.push(role.start, role.end);
  };
  const unpack = ({ numbers, article, body, asOne }: Packed): DecidableReading => {
    const candidates: Candidate[] = [];
    let at = 0;
    const next = () => numbers[at++] ?? 0;
    while (at < numbers.length) {
      const [start, end, form, vote, bits] = [next(), next(), forms.at(next()), votes.at(next()), next()];
      candidates.push({
        start,
        end,
        text: body.slice(start, end),
        key: form.key,
        words: form.words,
        votes: vote,
        isWeak: (bits & WEAK) !== 0,
        otherStart: bits & OTHER_START ? next() : undefined,
        theStart: bits & THE_START ? next() : undefined,
        role: bits & ROLE ? { start: next(), end: next() } : undefined,
      });
    }
    return { article, body, candidates, asOne };
  };
  return {
    add({ article, body, candidates, asOne }) {
      const numbers: number[] = [];
      for (const candidate of candidates) pack(candidate, numbers);
      packed.push({ article, body, asOne, numbers: Int32Array.from(numbers) });
    },
    *unpacked() {
      for (const each of packed) yield unpack(each);
    },
  };
}

type Form = Pick<Candidate, 'key' | 'words'>;

function createForms() {
  const forms: Form[] = [];
  const known = new Map<string, number>();
  return {
    at: (number: number) => forms[number] as Form,
    numberOf({ key, words }: Form): number {
      const before = known.get(key);
      // One key is cut into words in more than one way where it holds two blanks in a row.
      if (before !== undefined && forms[before]?.words.length === words.length) return before;
      known.set(key, forms.length);
      return forms.push({ key, words }) - 1;
    },
  };
}

function createVotes() {
  const all: Votes[] = [];
  const known = new Map<number, number>();
  return {
    at: (number: number) => all[number] as Votes,
    numberOf(votes: Votes): number {
      const { person, organisation, place, other } = votes;
      const mixed = person + organisation * 1e3 + place * 1e6 + other * 1e9;
      const number = known.get(mixed);
      const before = all[number ?? -1];
      const isSame =
        before !== undefined &&
        before.person === person &&
        before.organisation === organisation &&
        before.place === place &&
        before.other === other;
      if (number !== undefined && isSame) return number;
      known.set(mixed, all.length);
      return all.push(votes) - 1;
    },
  };
}
