import type { NameClusters } from './clusters.js';
import { onceEach, type Wording } from './kept-names.js';
import { nameKey } from './name-key.js';
import { type Name, type NameTable, roleSetsOf } from './name-table.js';
import { acronymsOf, shortenings } from './organisation-names.js';
import { createSetsByKey, type SetsByKey } from './sets-by-key.js';

/** Who may be meant by a short form: kind and key → one name of each group. */
export type Meant = SetsByKey<Name>;

/** What the whole coverage tells of short forms. */
export interface ShortFormKnowledge {
  readonly rolesOf: (root: Name) => readonly KnownRole[];
  /** The forms by which a name may be meant: those that stand as short forms anywhere, which few do. */
  readonly formsOf: (name: Name) => readonly string[];
  /** Kind and key of a short form. */
  readonly shortKeyOf: (wording: Wording) => string;
  readonly anywhere: Meant;
}

/** A role as a set of words, and numbers of the articles that give it. */
export interface KnownRole {
  readonly words: ReadonlySet<string>;
  readonly articles: readonly number[];
}

/** Gathers it once the groups are made. */
export function gatherKnowledge(table: NameTable, clusters: NameClusters): ShortFormKnowledge {
  const shortKeyOf = onceEach(table.wordings, ({ kind, text }) => `${kind}:${nameKey(text, kind)}`);
  const formsOf = createForms(table, shortKeyOf);
  const anywhere: Meant = createSetsByKey();
  for (const name of table.names.values()) {
    for (const form of formsOf(name)) anywhere.add(form, clusters.rootOf(name));
  }
  return { rolesOf: createRoles(clusters), formsOf, shortKeyOf, anywhere };
}

function createForms(
  { wordings, names }: NameTable,
  shortKeyOf: (wording: Wording) => string,
): (name: Name) => readonly string[] {
  const wanted = new Set(wordings.filter(({ form }) => form === 'short').map(shortKeyOf));
  const forms = new Array<readonly string[] | undefined>(names.size);
  return (name) => {
    const known = forms[name.number] ?? shorterForms(name).filter((form) => wanted.has(form));
    forms[name.number] = known.length === 0 ? noForms : known;
    return known;
  };
}

const noForms: readonly string[] = [];

function shorterForms({ kind, words, key }: Name): string[] {
  const forms =
    kind === 'person' ? [words[0] ?? '', words.at(-1) ?? ''] : [...shortenings(words), ...acronymsOf(words)];
  return [...new Set([key, ...forms])].map((form) => `${kind}:${form}`);
}

/** The roles of each group, by its root; read when they are asked for. */
function createRoles(clusters: NameClusters): (root: Name) => readonly KnownRole[] {
  const roles = new Map<Name, readonly KnownRole[]>();
  return (root) => {
    const known = roles.get(root) ?? clusters.membersOf(root).flatMap(roleSetsOf);
    roles.set(root, known);
    return known;
  };
}
