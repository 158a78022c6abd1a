import type { NameClusters, NameLink } from './clusters.js';
import type { ArticleUses, Name, NameTable, NameUse } from './name-table.js';
import { acronymsOf, looksAcronym, shortenings } from './organisation-names.js';
import { createSetsByKey, type SetsByKey } from './sets-by-key.js';
import { ascending, type ToldLinks } from './told-links.js';

/** In one article: a name → the fuller one it stands for there and perhaps nowhere else. */
export type Bearers = ReadonlyMap<number, ReadonlyMap<Name, Name>>;

interface Reading {
  readonly fuller: Name;
  readonly reason: string;
}

/**
 * Joins acronyms and shortened names to the one name they stand for in all articles that tell; where articles tell
 * differently, gives the bearer article by article. `told`: acronyms that an article itself explains, and surnames in
 * another script.
 */
export function joinReducedNames(
  table: NameTable,
  clusters: NameClusters,
  told: Pick<ToldLinks, 'acronyms' | 'surnames'>,
): Bearers {
  const readings = new Map<Name, Map<Name, { reading: Reading; articles: Set<number> }>>();
  const explained = explanations(told.acronyms);
  for (const article of table.articles) {
    for (const [name, reading] of readArticle(article, clusters, explained)) {
      const known = readings.get(name) ?? new Map();
      const root = clusters.rootOf(reading.fuller);
      const found = known.get(root) ?? { reading, articles: new Set() };
      found.articles.add(article.article);
      readings.set(name, known.set(root, found));
    }
  }
  const bearers = new Map<number, Map<Name, Name>>();
  const surnames = surnamesOf(table);
  for (const name of table.names.values()) {
    const only = readings.has(name)
      ? undefined
      : onlyOfSurname(name, told.surnames.get(name) ?? name.key, surnames, clusters);
    const reading = only && { fuller: only, reason: 'the only bearer of the surname in the coverage' };
    if (reading !== undefined)
      readings.set(name, new Map([[clusters.rootOf(reading.fuller), { reading, articles: new Set() }]]));
  }
  for (const [name, found] of [...readings].sort(([a], [b]) => (a.id < b.id ? -1 : 1))) {
    const [only] = [...found.values()];
    const join = only && {
      one: only.reading.fuller,
      other: name,
      reason: only.reading.reason,
      articles: ascending(only.articles),
    };
    if (found.size === 1 && join !== undefined && clusters.join(join)) continue;
    for (const { reading, articles } of found.values()) {
      if (clusters.heldApart(reading.fuller, name)) continue;
      for (const article of articles)
        bearers.set(article, (bearers.get(article) ?? new Map()).set(name, reading.fuller));
    }
  }
  return bearers;
}

/** Last word, or first word before hyphenated ones → the people called so. */
function surnamesOf({ names }: NameTable): SetsByKey<Name> {
  const surnames = createSetsByKey<Name>();
  for (const name of names.values()) {
    if (name.kind !== 'person' || name.words.length < 2) continue;
    surnames.add(name.words.at(-1) ?? '', name);
    if (name.parts.size > 0) surnames.add(name.words[0] ?? '', name);
  }
  return surnames;
}

/** Of three letters and fewer, one corpus holds one bearer of many by chance. */
export const shortestSurname = 4;

function onlyOfSurname(
  name: Name,
  surname: string,
  surnames: SetsByKey<Name>,
  clusters: NameClusters,
): Name | undefined {
  if (name.kind !== 'person' || name.words.length > 1 || surname.length < shortestSurname) return undefined;
  const bearers = [...(surnames.get(surname) ?? [])];
  return new Set(bearers.map((bearer) => clusters.rootOf(bearer))).size === 1 ? bearers[0] : undefined;
}

/** Article → acronym → what the article says it stands for. */
function explanations(told: readonly NameLink[]): Map<number, Map<Name, Name>> {
  const explained = new Map<number, Map<Name, Name>>();
  for (const { one, other, articles } of told) {
    for (const article of articles) explained.set(article, (explained.get(article) ?? new Map()).set(other, one));
  }
  return explained;
}

function* readArticle(
  article: ArticleUses,
  clusters: NameClusters,
  explained: ReadonlyMap<number, ReadonlyMap<Name, Name>>,
): Generator<[Name, Reading]> {
  const uses = article.uses();
  const index = indexOf(uses);
  for (const use of [...uses, ...article.shortUses()]) {
    const { name } = use;
    const fuller = explained.get(article.article)?.get(name);
    if (fuller !== undefined) yield [name, { fuller, reason: 'one is introduced as short for the other' }];
    else {
      const reading = readUse(use, index, clusters);
      if (reading !== undefined) yield [name, reading];
    }
  }
}

/** Kind and shorter form → the uses that may be so shortened. */
interface ShorterForms {
  readonly acronyms: SetsByKey<NameUse>;
  readonly shortened: SetsByKey<NameUse>;
}

function indexOf(uses: readonly NameUse[]): ShorterForms {
  const acronyms = createSetsByKey<NameUse>();
  const shortened = createSetsByKey<NameUse>();
  for (const use of uses) {
    const { kind, words } = use.name;
    if (kind !== 'person') for (const form of acronymsOf(words)) acronyms.add(`${kind}:${form}`, use);
    for (const form of shorterForms(use.name)) shortened.add(`${kind}:${form}`, use);
  }
  return { acronyms, shortened };
}

/** A place's first word alone is another place ("Lark" of "Lark Convention Centre"), and "Lark River" of "Lark Lake River"; a person's is a name of theirs. */
function shorterForms({ kind, words }: Name): string[] {
  if (kind === 'organisation') return shortenings(words);
  const ends = `${words[0]}${words.at(-1)}`;
  if (kind === 'place') return shortenings(words).filter((form) => form !== words[0] && form !== ends);
  return words.length > 1 ? [words[0] ?? '', words.at(-1) ?? ''] : [];
}

function readUse(use: NameUse, index: ShorterForms, clusters: NameClusters): Reading | undefined {
  const { name } = use;
  if (name.kind !== 'person' && name.spellings.some(({ text }) => looksAcronym(text))) {
    const fuller = onlyBearer(index.acronyms.get(name.id), name, clusters);
    if (fuller !== undefined && (name.key.length > 2 || isNoRarer(fuller, use, clusters)))
      return { fuller: fuller.name, reason: 'the letters fit one name of the same article only' };
  }
  // Capitals are an organisation's letters before they are the surname of someone near.
  if (name.kind === 'person' && name.spellings.every(({ text }) => looksAcronym(text))) return undefined;
  const fuller = onlyBearer(index.shortened.get(name.id), name, clusters);
  if (fuller === undefined) return undefined;
  if (name.kind !== 'person' && !introduces(fuller, use, clusters)) return undefined;
  return { fuller: fuller.name, reason: 'the same article shortens one to the other' };
}

function onlyBearer(uses: ReadonlySet<NameUse> | undefined, short: Name, clusters: NameClusters): NameUse | undefined {
  const others = [...(uses ?? [])].filter(({ name }) => clusters.rootOf(name) !== clusters.rootOf(short));
  const [first] = others;
  return first !== undefined && new Set(others.map(({ name }) => clusters.rootOf(name))).size === 1 ? first : undefined;
}

/**
 * Whether the longer name comes first and is no rarer in the corpus: a part of a better known organisation ("Lark" and "Lark
 * Cloud") is not what its bare name stands for.
 */
function introduces(fuller: NameUse, short: NameUse, clusters: NameClusters): boolean {
  return fuller.first <= short.first && isNoRarer(fuller, short, clusters);
}

/** Two letters, or a bare first word, known to more articles than the longer name stand for something else ("DC"). */
function isNoRarer(fuller: NameUse, short: NameUse, clusters: NameClusters): boolean {
  const articles = new Set(clusters.membersOf(fuller.name).flatMap((name) => name.articles));
  return articles.size >= short.name.articles.length;
}
