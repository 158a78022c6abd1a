import type { NameMention } from '../article-names.js';
import type { NameClusters } from './clusters.js';
import { nameKey } from './name-key.js';
import type { ArticleUses, Name, NameTable } from './name-table.js';
import { addTo, roleSetsOf } from './name-table.js';
import { acronymsOf, shortenings } from './organisation-names.js';
import type { Bearers } from './reduced-names.js';
import { isPartOfRole, isSameOffice, roleWords } from './role-words.js';

/** Article number → index of a mention → a name of the entity it names. Open short forms are left out. */
export type NamedBy = ReadonlyMap<number, ReadonlyMap<number, Name>>;

/** Who may be meant by a short form: kind and key → one name of each group. */
type Meant = Map<string, Set<Name>>;

/** What each mention names: the full ones by their groups, the short ones by what their article says. */
export function nameMentions(table: NameTable, clusters: NameClusters, bearers: Bearers): NamedBy {
  const roles = rolesOf(table, clusters);
  const anywhere: Meant = new Map();
  for (const name of table.names.values()) {
    for (const form of formsOf(name)) addTo(anywhere, form, clusters.rootOf(name));
  }
  const named = new Map<number, Map<number, Name>>();
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
): Map<number, Name> {
  const named = new Map<number, Name>();
  const meant: Meant = new Map();
  const roots = new Set(article.uses.map(({ name }) => readFull(name)));
  for (const root of roots) for (const member of clusters.membersOf(root)) enterForms(meant, member, root);
  // Name → index of the mention that last named it.
  const last = new Map<Name, number>();
  article.mentions.forEach((mention, index) => {
    const full = article.nameOf.get(index);
    const bearer = full === undefined ? bearerOf(mention, article.body, meant, last, known) : readFull(full);
    if (bearer === undefined) return;
    if (!roots.has(bearer)) {
      roots.add(bearer);
      for (const member of clusters.membersOf(bearer)) enterForms(meant, member, bearer);
    }
    named.set(index, bearer);
    last.set(bearer, index);
  });
  return named;
}

function enterForms(meant: Meant, member: Name, root: Name): void {
  for (const form of formsOf(member)) addTo(meant, form, root);
}

function bearerOf(
  mention: NameMention,
  body: string,
  meant: Meant,
  last: ReadonlyMap<Name, number>,
  known: Knowledge,
): Name | undefined {
  if (mention.form !== 'short') return undefined;
  const form = `${mention.kind}:${nameKey(mention.text, mention.kind)}`;
  const here = [...(meant.get(form) ?? [])];
  const everywhere = [...(known.anywhere.get(form) ?? [])];
  const words = mention.role === undefined ? undefined : roleWords(body.slice(mention.role.start, mention.role.end));
  if (words !== undefined && words.size > 0) {
    const fitting = here.filter((name) => hasRole(known.roles.get(name), words));
    if (fitting.length > 0) return lastNamed(fitting, last);
    const known_ = foremostByRole(everywhere, words, known.roles);
    if (known_ !== undefined) return known_;
  }
  if (here.length > 0) return lastNamed(here, last);
  return everywhere.length === 1 ? everywhere[0] : undefined;
}

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
