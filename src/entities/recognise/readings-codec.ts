import { z } from 'zod';
import type { NamedAsOne, ReadableArticle } from '../article-names.js';
import { jsonLines } from '../json-lines.js';
import type { ArticleReading, Candidate, Votes } from './reading.js';

// Raise it with every change of what `readNames` gives for the same article: older files are then read as empty.
const VERSION = 2;
const ways = ['script', 'acronym', 'also-called'] as const;
const NONE = -1;
// start, end, votes, weak, other start, "The" before, role's start, role's end, key.
const FIELDS = 9;

// One check over a list of numbers: a schema for every number of millions would take seconds.
const numbers = z.custom<readonly number[]>(
  (value) => Array.isArray(value) && value.every((number) => typeof number === 'number' && Number.isFinite(number)),
);
const line = z.tuple([
  z.string(),
  z.array(z.string()),
  numbers,
  numbers,
  z.array(z.string()),
  numbers,
  numbers,
  z.string(),
  numbers,
]);
const head = z.object({ readings: z.literal(VERSION) });
type Line = z.infer<typeof line>;

/** A reading and the mark of the article it is of; the mark must differ wherever body, sentences or publisher do. */
export interface MarkedReading {
  readonly mark: string;
  readonly reading: ArticleReading;
}

/** Readings as lines of JSON, one an article, without the bodies: 9 kB an article over 3,750 of news. */
export function* encodeReadings(readings: Iterable<MarkedReading>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`${JSON.stringify({ readings: VERSION })}\n`);
  for (const marked of readings) yield encoder.encode(`${JSON.stringify(toLine(marked))}\n`);
}

/**
 * The kept readings of the articles, by mark. It is a cache: what is not of its form, of another version, or does not fit its
 * article's body is left out and has to be read again. Never throws.
 */
export function decodeReadings(
  bytes: Uint8Array,
  articles: ReadonlyMap<string, ReadableArticle>,
): Map<string, ArticleReading> {
  const found = new Map<string, ArticleReading>();
  const lines = jsonLines(bytes);
  if (!head.safeParse(lines.next().value).success) return found;
  for (const value of lines) {
    const parsed = line.safeParse(value);
    const article = parsed.success ? articles.get(parsed.data[0]) : undefined;
    const reading = parsed.success && article !== undefined ? fromLine(parsed.data, article) : undefined;
    if (parsed.success && reading !== undefined) found.set(parsed.data[0], reading);
  }
  return found;
}

function toLine({ mark, reading }: MarkedReading): Line {
  const { candidates, outlets, asOne, lists, smallWords } = reading;
  const votes = new Map<string, number>();
  const keys = new Map<string, number>();
  const flat = candidates.flatMap((candidate) => fieldsOf(candidate, votes, keys));
  const told = asOne.flatMap(({ mentions, how }) => [...mentions, ways.indexOf(how)]);
  const table = [...votes.keys()].flatMap((each) => each.split(' ').map(Number));
  return [
    mark,
    [...outlets],
    flat,
    table,
    [...keys.keys()],
    told,
    lists.flatMap(({ from, to }) => [from, to]),
    [...smallWords.keys()].join(' '),
    [...smallWords.values()],
  ];
}

function fieldsOf(candidate: Candidate, votes: Map<string, number>, keys: Map<string, number>): number[] {
  const { start, end, text, key, isWeak, otherStart, theStart, role, votes: own } = candidate;
  const numberOf = (table: Map<string, number>, entry: string) => {
    const number = table.get(entry) ?? table.size;
    table.set(entry, number);
    return number;
  };
  return [
    start,
    end,
    numberOf(votes, `${own.person} ${own.organisation} ${own.place} ${own.other}`),
    Number(isWeak),
    otherStart ?? NONE,
    theStart ?? NONE,
    role?.start ?? NONE,
    role?.end ?? NONE,
    key === text ? NONE : numberOf(keys, key),
  ];
}

function fromLine(
  [, outlets, flat, table, keys, told, lists, words, counts]: Line,
  article: ReadableArticle,
): ArticleReading | undefined {
  const votes = grouped(table, 4).map(
    ([person = 0, organisation = 0, place = 0, other = 0]): Votes => ({ person, organisation, place, other }),
  );
  const candidates = grouped(flat, FIELDS).flatMap((fields) => candidateOf(fields, article.body, votes, keys) ?? []);
  const smallWords = words === '' ? [] : words.split(' ');
  const asOne = grouped(told, 3).flatMap(([left = NONE, right = NONE, way = NONE]): NamedAsOne[] => {
    const how = ways[way];
    return how !== undefined && left in candidates && right in candidates ? [{ mentions: [left, right], how }] : [];
  });
  if (candidates.length * FIELDS !== flat.length || asOne.length * 3 !== told.length) return undefined;
  if (smallWords.length !== counts.length) return undefined;
  return {
    article: article.id,
    body: article.body,
    outlets,
    candidates,
    asOne,
    lists: grouped(lists, 2).map(([from = 0, to = 0]) => ({ from, to })),
    smallWords: new Map(smallWords.map((word, index) => [word, counts[index] ?? 0])),
  };
}

function candidateOf(
  fields: readonly number[],
  body: string,
  votes: readonly Votes[],
  keys: readonly string[],
): Candidate | undefined {
  const [start = NONE, end = NONE, vote = NONE, weak, other = NONE, the = NONE, from = NONE, to = NONE, keyed = NONE] =
    fields;
  const own = votes[vote];
  const text = body.slice(start, end);
  const key = keyed === NONE ? text : keys[keyed];
  if (own === undefined || key === undefined || start < 0 || end > body.length || start >= end || to > body.length)
    return undefined;
  return {
    start,
    end,
    text,
    key,
    words: key.split(/\s+/u),
    votes: own,
    isWeak: weak === 1,
    otherStart: other === NONE ? undefined : other,
    theStart: the === NONE ? undefined : the,
    role: from === NONE ? undefined : { start: from, end: to },
  };
}

function grouped(flat: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.floor(flat.length / size) }, (_, index) =>
    flat.slice(index * size, (index + 1) * size),
  );
}
