import type { NameClusters } from './clusters.js';
import { areContrary, honorificBefore } from './honorifics.js';
import type { ArticleUses, Name, NameTable } from './name-table.js';
import { type Bearers, shortestSurname } from './reduced-names.js';
import { isPartOfRole, isSameOffice, roleWords } from './role-words.js';
import { createSetsByKey } from './sets-by-key.js';
import { gatherKnowledge, type KnownRole, type Meant, type ShortFormKnowledge } from './short-form-knowledge.js';

/** What a mention names. */
export interface Named {
  readonly root: Name;
  /** Whether the mention's words are a name of it: a full name, or a surname that one bearer of the corpus has. */
  readonly byName: boolean;
}

/** What the mention of an article names, by both's numbers; `undefined` for short forms that stay open. */
export type NamedAt = (article: number, mention: number) => Named | undefined;

/** What each mention names: the full ones by their groups, the short ones by what their article says. */
export function nameMentions(table: NameTable, clusters: NameClusters, bearers: Bearers): NamedAt {
  const known = gatherKnowledge(table, clusters);
  const names = [...table.names.values()];
  const named = table.articles.map((article) => {
    const readFull = (name: Name) => clusters.rootOf(bearers.get(article.article)?.get(name) ?? name);
    return nameArticle(article, readFull, clusters, known);
  });
  return (article, mention) => {
    const packed = named[article]?.[mention] ?? NOBODY;
    return packed === NOBODY ? undefined : { root: names[packed >> 1] as Name, byName: (packed & 1) === 1 };
  };
}

const NOBODY = -1;

/** Of each mention twice the number of what it names, and one more where it is by name: there are millions. */
function nameArticle(
  article: ArticleUses,
  readFull: (name: Name) => Name,
  clusters: NameClusters,
  known: ShortFormKnowledge,
): Int32Array {
  const { mentions } = article;
  const named = new Int32Array(mentions.length).fill(NOBODY);
  const meant: Meant = createSetsByKey();
  const entered = new Set<Name>();
  const enter = (root: Name) => {
    if (entered.has(root)) return;
    entered.add(root);
    for (const member of clusters.membersOf(root)) for (const form of known.formsOf(member)) meant.add(form, root);
  };
  for (const { name } of article.uses()) enter(readFull(name));
  // Root → index of the mention that last named it.
  const last = new Map<Name, number>();
  const established = new Map<string, Name>();
  for (let index = 0; index < mentions.length; index++) {
    const full = article.nameOf(index);
    const bearer =
      full === undefined
        ? readShort(index, article, { meant, last, established, known, clusters })
        : { root: readFull(full), byName: true };
    if (bearer === undefined) continue;
    enter(bearer.root);
    named[index] = bearer.root.number * 2 + Number(bearer.byName);
    last.set(bearer.root, index);
    if (full === undefined) established.set(known.shortKeyOf(mentions.wording(index)), bearer.root);
  }
  return named;
}

interface SoFar {
  /** Who of the article may be meant. */
  readonly meant: Meant;
  readonly last: ReadonlyMap<Name, number>;
  /** Whom the article has last called so. */
  readonly established: ReadonlyMap<string, Name>;
  readonly known: ShortFormKnowledge;
  readonly clusters: NameClusters;
}

/**
 * Whom a short form names: someone of the article whose role stands beside it; else whom the coverage calls so, far more than
 * others; without a role the one of the article named last; else the only one of the coverage.
 */
function readShort(index: number, article: ArticleUses, soFar: SoFar): Named | undefined {
  const { meant, last, known, clusters } = soFar;
  const { body, mentions } = article;
  const wording = mentions.wording(index);
  if (wording.form !== 'short') return undefined;
  const form = known.shortKeyOf(wording);
  const inArticle = bearersOf(meant, form, mostInArticle);
  const all = bearersOf(known.anywhere, form, mostInCorpus);
  if (inArticle === undefined || all === undefined) return undefined;
  const [here, everywhere] = [inArticle, all].map((names) => addressable(names, index, article, clusters));
  if (here === undefined || everywhere === undefined) return undefined;
  const role = mentions.role(index);
  const words = role === undefined ? undefined : roleWords(body.slice(role.start, role.end));
  if (words !== undefined && words.size > 0) {
    const fitting = here.filter((name) => hasRole(known.rolesOf(name), words));
    const root = fitting.length > 0 ? lastNamed(fitting, last) : foremostByRole(everywhere, words, known.rolesOf);
    if (root !== undefined) return { root, byName: false };
  }
  const [only] = everywhere;
  const root = here.length > 0 ? calledSo(index, here, article, soFar) : everywhere.length === 1 ? only : undefined;
  const isOwn = all.length === 1 && (here.length === 0 || wording.text.length >= shortestSurname);
  return root && { root, byName: isOwn && wording.kind === 'person' && isSurname(form, root, clusters) };
}

/** Without those whom nobody addresses so: "Lord Berg" is not Sir Jonas Berg. */
function addressable(
  names: readonly Name[],
  index: number,
  { body, mentions }: ArticleUses,
  clusters: NameClusters,
): readonly Name[] {
  const honorific = names.length === 0 ? 0 : honorificBefore(body, mentions.start(index));
  if (honorific === 0) return names;
  return names.filter((name) => {
    const known = clusters.membersOf(name).reduce((sum, { honorifics }) => sum | honorifics, 0);
    return !areContrary(honorific, known);
  });
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
function bearersOf(meant: Meant, form: string, most: number): Name[] | undefined {
  const found = meant.get(form);
  return (found?.size ?? 0) > most ? undefined : [...(found ?? [])];
}

/**
 * The one named last; but whoever the article has called so before goes on being meant, unless another has since become what it
 * speaks of: named first in a sentence of the same paragraph. "Lee" stays the president where a Lee is one of the guests.
 */
function calledSo(
  index: number,
  here: readonly Name[],
  { body, mentions }: ArticleUses,
  { last, established, known }: SoFar,
): Name | undefined {
  const latest = lastNamed(here, last);
  const before = established.get(known.shortKeyOf(mentions.wording(index)));
  if (latest === undefined || before === undefined || before === latest || !here.includes(before)) return latest;
  const place = last.get(latest);
  if (place === undefined) return latest;
  const start = mentions.start(place);
  const isSubject = BEGINS_SENTENCE.test(body.slice(Math.max(0, start - LONGEST_TITLE), start));
  return isSubject && !body.slice(mentions.end(place), mentions.start(index)).includes('\n') ? latest : before;
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

function hasRole(roles: readonly KnownRole[], words: ReadonlySet<string>): boolean {
  return roles.some((role) => isPartOfRole(words, role.words) || isSameOffice(words, role.words));
}

// A president of the coverage is called so in many articles, a former one of the same surname in few.
const aheadOfOthers = 3;

/** Who of the corpus is by far the most often given the role. */
function foremostByRole(
  names: readonly Name[],
  words: ReadonlySet<string>,
  rolesOf: ShortFormKnowledge['rolesOf'],
): Name | undefined {
  const counted = names
    .map((name) => {
      const fitting = rolesOf(name).filter((role) => isPartOfRole(words, role.words));
      return { name, articles: new Set(fitting.flatMap((role) => [...role.articles])).size };
    })
    .filter(({ articles }) => articles > 0)
    .sort((a, b) => b.articles - a.articles || (a.name.id < b.name.id ? -1 : 1));
  const [first, second] = counted;
  return first !== undefined && first.articles >= (second?.articles ?? 0) * aheadOfOthers ? first.name : undefined;
}
