import type { NameMention } from '../article-names.js';
import type { NameClusters } from './clusters.js';
import { nameKey } from './name-key.js';
import type { ArticleUses, Name, NameTable } from './name-table.js';
import { addTo, roleSetsOf } from './name-table.js';
import { acronymsOf, shortenings } from './organisation-names.js';
import { type Bearers, shortestSurname } from './reduced-names.js';
import { isPartOfRole, isSameOffice, roleWords } from './role-words.js';

/** What a mention names. */
export interface Named {
  readonly root: Name;
  /** Whether the mention's words are a name of it: a full name, or a surname that one bearer of the corpus has. */
  readonly byName: boolean;
}

/** Article number → index of a mention → what it names. Open short forms are left out. */
export type NamedBy = ReadonlyMap<number, ReadonlyMap<number, Named>>;

/** Who may be meant by a short form: kind and key → one name of each group. */
type Meant = Map<string, Set<Name>>;

/** What each mention names: the full ones by their groups, the short ones by what their article says. */
export function nameMentions(table: NameTable, clusters: NameClusters, bearers: Bearers): NamedBy {
  const roles = rolesOf(table, clusters);
  const anywhere: Meant = new Map();
  for (const name of table.names.values()) {
    for (const form of formsOf(name)) addTo(anywhere, form, clusters.rootOf(name));
  }
  const named = new Map<number, ReadonlyMap<number, Named>>();
  for (const article of table.articles) {
    const readFull = (name: Name) => clusters.rootOf(bearers.get(article.article)?.get(name) ?? name);
    named.set(article.article, nameArticle(article, readFull, clusters, { roles, anywhere }));
  }
  return named;
}

interface Knowledge {
  readonly roles: ReadonlyMap<Name, readonly KnownRole[]>;
  readonly anywhere: ReadonlyMap<string, ReadonlySet<Name>>;
}

interface KnownRole {
  readonly words: ReadonlySet<string>;
  readonly articles: ReadonlySet<number>;
}

function nameArticle(
  article: ArticleUses,
  readFull: (name: Name) => Name,
  clusters: NameClusters,
  known: Knowledge,
): Map<number, Named> {
  const named = new Map<number, Named>();
  const meant: Meant = new Map();
  const entered = new Set<Name>();
  const enter = (root: Name) => {
    if (entered.has(root)) return;
    entered.add(root);
    for (const member of clusters.membersOf(root)) for (const form of formsOf(member)) addTo(meant, form, root);
  };
  for (const { name } of article.uses) enter(readFull(name));
  // Root → index of the mention that last named it.
  const last = new Map<Name, number>();
  const established = new Map<string, Name>();
  article.mentions.forEach((mention, index) => {
    const full = article.nameOf.get(index);
    const bearer =
      full === undefined
        ? readShort(mention, article, { meant, last, established, known, clusters })
        : { root: readFull(full), byName: true };
    if (bearer === undefined) return;
    enter(bearer.root);
    named.set(index, bearer);
    last.set(bearer.root, index);
    if (full === undefined) established.set(shortKey(mention), bearer.root);
  });
  return named;
}

interface SoFar {
  /** Who of the article may be meant. */
  readonly meant: Meant;
  readonly last: ReadonlyMap<Name, number>;
  /** Whom the article has last called so. */
  readonly established: ReadonlyMap<string, Name>;
  readonly known: Knowledge;
  readonly clusters: NameClusters;
}

/**
 * Whom a short form names: someone of the article whose role stands beside it; else whom the coverage calls so, far more than
 * others; without a role the one of the article named last; else the only one of the coverage.
 */
function readShort(mention: NameMention, article: ArticleUses, soFar: SoFar): Named | undefined {
  const { meant, last, known, clusters } = soFar;
  const { body } = article;
  if (mention.form !== 'short') return undefined;
  const form = shortKey(mention);
  const here = bearersOf(meant, form, mostInArticle);
  const everywhere = bearersOf(known.anywhere, form, mostInCorpus);
  if (here === undefined || everywhere === undefined) return undefined;
  const words = mention.role === undefined ? undefined : roleWords(body.slice(mention.role.start, mention.role.end));
  if (words !== undefined && words.size > 0) {
    const fitting = here.filter((name) => hasRole(known.roles.get(name), words));
    const root = fitting.length > 0 ? lastNamed(fitting, last) : foremostByRole(everywhere, words, known.roles);
    if (root !== undefined) return { root, byName: false };
  }
  const [only] = everywhere;
  const root = here.length > 0 ? calledSo(mention, here, article, soFar) : everywhere.length === 1 ? only : undefined;
  const isOwn = here.length === 0 || (everywhere.length === 1 && mention.text.length >= shortestSurname);
  return root && { root, byName: isOwn && mention.kind === 'person' && isSurname(form, root, clusters) };
}

/** A first name is a name of its bearer in one article, and of others elsewhere. */
function isSurname(form: string, root: Name, clusters: NameClusters): boolean {
  return clusters
    .membersOf(root)
    .some(({ kind, words, parts }) =>
      [words.at(-1), parts.size > 0 ? words[0] : ''].some((word) => `${kind}:${word}` === form),
    );
}

// No text tells so many of one surname apart by it, and weighing all of them at each mention would take too long.
const mostInArticle = 50;
const mostInCorpus = 1_000;

/** Who may be meant; `undefined` where too many may. */
function bearersOf(meant: ReadonlyMap<string, ReadonlySet<Name>>, form: string, most: number): Name[] | undefined {
  const found = meant.get(form);
  return (found?.size ?? 0) > most ? undefined : [...(found ?? [])];
}

function shortKey({ kind, text }: NameMention): string {
  return `${kind}:${nameKey(text, kind)}`;
}

/**
 * The one named last; but whoever the article has called so before goes on being meant, unless another has since become what it
 * speaks of: named first in a sentence of the same paragraph. "Lee" stays the president where a Lee is one of the guests.
 */
function calledSo(
  mention: NameMention,
  here: readonly Name[],
  { body, mentions }: ArticleUses,
  { last, established }: SoFar,
): Name | undefined {
  const latest = lastNamed(here, last);
  const before = established.get(shortKey(mention));
  if (latest === undefined || before === undefined || before === latest || !here.includes(before)) return latest;
  const place = mentions[last.get(latest) ?? -1];
  if (place === undefined) return latest;
  const isSubject = BEGINS_SENTENCE.test(body.slice(Math.max(0, place.start - LONGEST_TITLE), place.start));
  return isSubject && !body.slice(place.end, mention.start).includes('\n') ? latest : before;
}

// Before a subject there is nothing in its sentence but a title: "Lark Motors Chairman Jonas Berg".
const LONGEST_TITLE = 60;
const BEGINS_SENTENCE = /(?:^|[.!?…]["”’]?\s+|\n\s*)(?:(?:the|former|\p{Lu})[\p{L}\p{M}.'’&-]*\s+)*$/u;

/** The only one, or the one named last before; `undefined` where none of several has been named yet. */
function lastNamed(names: readonly Name[], last: ReadonlyMap<Name, number>): Name | undefined {
  if (names.length === 1) return names[0];
  const before = names.filter((name) => last.has(name));
  return before.sort((a, b) => (last.get(b) ?? 0) - (last.get(a) ?? 0))[0];
}

function hasRole(roles: readonly KnownRole[] | undefined, words: ReadonlySet<string>): boolean {
  return roles?.some((role) => isPartOfRole(words, role.words) || isSameOffice(words, role.words)) ?? false;
}

// A president of the coverage is called so in many articles, a former one of the same surname in few.
const aheadOfOthers = 3;

/** Who of the corpus is by far the most often given the role. */
function foremostByRole(
  names: readonly Name[],
  words: ReadonlySet<string>,
  roles: Knowledge['roles'],
): Name | undefined {
  const counted = names
    .map((name) => {
      const fitting = (roles.get(name) ?? []).filter((role) => isPartOfRole(words, role.words));
      return { name, articles: new Set(fitting.flatMap((role) => [...role.articles])).size };
    })
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.articles - a.articles || (a.name.id < b.name.id ? -1 : 1));
  const [first, second] = counted;
  return first !== undefined && first.articles >= (second?.articles ?? 0) * aheadOfOthers ? first.name : undefined;
}

/** The shorter forms of a name, with its kind before them. */
function formsOf({ kind, words, key }: Name): string[] {
  const forms =
    kind === 'person' ? [words[0] ?? '', words.at(-1) ?? ''] : [...shortenings(words), ...acronymsOf(words)];
  return [...new Set([key, ...forms])].map((form) => `${kind}:${form}`);
}

/** The roles of each group, by its root. */
function rolesOf({ names }: NameTable, clusters: NameClusters): Map<Name, KnownRole[]> {
  const roles = new Map<Name, KnownRole[]>();
  for (const name of names.values()) {
    const root = clusters.rootOf(name);
    const known = roles.get(root);
    if (known === undefined) roles.set(root, roleSetsOf(name));
    else known.push(...roleSetsOf(name));
  }
  return roles;
}
