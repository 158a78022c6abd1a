import type { EntityKind } from '../../domain/entity.js';
import type { NameClusters, NameLink } from './clusters.js';
import type { EntityInput } from './entity-input.js';
import { isLatin, plainKey } from './name-key.js';
import type { Name, NameTable } from './name-table.js';
import { groupPairs, type PairGroups } from './pair-groups.js';
import { preferredName, type Spelling } from './preferred-name.js';
import { type KindsByName, kindsByName } from './proper-roles.js';
import type { NamedAt } from './short-forms.js';

/** An entity before anything but its name is gathered. */
export interface NamedDraft {
  readonly root: Name;
  readonly kind: EntityKind;
  readonly name: string;
  /** How many name it. */
  readonly articles: number;
}

/** Everything that has been decided about the names. */
export interface ResolvedNames {
  readonly table: NameTable;
  readonly clusters: NameClusters;
  readonly named: NamedAt;
  /** Pairs that may be one, on evidence too weak to join them. */
  readonly weak: readonly NameLink[];
}

/** The entities, and where what belongs to them stands. */
export interface Drafts {
  /** By number of articles and then by name. */
  readonly sorted: readonly NamedDraft[];
  /** Number of a root → numbers of the articles and mentions that name the entity, in order. */
  readonly places: PairGroups;
  /** What the entities are called in full. */
  readonly called: KindsByName;
}

/** Sorts the mentions by what they name, and names the entities. Of short forms only, whose full name stands in no article's own words, none is made. */
export function draftEntities(input: EntityInput, { table, named }: ResolvedNames): Drafts {
  const places = groupPairs(table.names.size, (add) => {
    for (const { article, mentions } of table.articles) {
      for (let index = 0; index < mentions.length; index++) {
        const bearer = named(article, index);
        if (bearer !== undefined) add(bearer.root.number, article, index);
      }
    }
  });
  const called: Called[] = [];
  for (const root of table.names.values()) {
    const aliases = places.size(root.number) === 0 ? [] : spellingsIn(places.of(root.number), table, named);
    if (aliases.length > 0) called.push({ root, kind: root.kind, aliases });
  }
  const latinFirst = isMainlyLatin(called);
  const pinned = new Map([...input.pins.names].map(([from, to]) => [plainKey(from), to]));
  const pinnedName = (aliases: readonly Spelling[]) =>
    pinned.size === 0
      ? undefined
      : aliases.map(({ text }) => pinned.get(plainKey(text))).find((name) => name !== undefined);
  const drafts = called.map(({ root, kind, aliases }): NamedDraft => {
    const name = pinnedName(aliases) ?? preferredName(aliases, kind, latinFirst);
    return { root, kind, name, articles: countArticles(places.of(root.number)) };
  });
  return { sorted: drafts.sort(byArticles), places, called: kindsByName(called) };
}

interface Called {
  readonly root: Name;
  readonly kind: EntityKind;
  readonly aliases: readonly Spelling[];
}

function byArticles(a: NamedDraft, b: NamedDraft): number {
  return (
    b.articles - a.articles || (a.name < b.name ? -1 : Number(a.name > b.name)) || (a.root.id < b.root.id ? -1 : 1)
  );
}

/** The full spellings in places, each with its articles, in the order they come. */
export function spellingsIn(
  places: Iterable<readonly [article: number, mention: number]>,
  { articles }: NameTable,
  named: NamedAt,
): Spelling[] {
  const found = new Map<string, number[]>();
  for (const [article, mention] of places) {
    if (named(article, mention)?.byName !== true) continue;
    addArticle(found, articles[article]?.mentions.wording(mention).spelled ?? '', article);
  }
  return [...found].map(([text, users]) => ({ text, articles: users }));
}

/** Adds an article, which is none before those that are there, to the list under a text. */
export function addArticle(found: Map<string, number[]>, text: string, article: number): void {
  const known = found.get(text);
  if (known === undefined) found.set(text, [article]);
  else if (known.at(-1) !== article) known.push(article);
}

function countArticles(places: Iterable<readonly [article: number, mention: number]>): number {
  let [count, last] = [0, -1];
  for (const [article] of places) {
    if (article !== last) count += 1;
    last = article;
  }
  return count;
}

function isMainlyLatin(called: readonly Called[]): boolean {
  let [latin, all] = [0, 0];
  for (const { aliases } of called) {
    for (const { text, articles } of aliases) {
      all += articles.length;
      if (isLatin(text)) latin += articles.length;
    }
  }
  return latin * 2 >= all;
}
