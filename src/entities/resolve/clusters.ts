import { isLatin, plainKey, scriptOf } from './name-key.js';
import type { Name } from './name-table.js';
import { mayBeOnePerson } from './person-names.js';

/** Why two names are one: the evidence, and the articles it is in. */
export interface NameLink {
  readonly one: Name;
  readonly other: Name;
  /** One plain clause. */
  readonly reason: string;
  /** Numbers of the articles that say so. */
  readonly articles: readonly number[];
}

/** Groups of names that are one entity each. */
export interface NameClusters {
  /** The name that stands for the group of a name. */
  rootOf(name: Name): Name;
  /** All names of the group. */
  membersOf(name: Name): readonly Name[];
  /** Makes both names' groups one, unless their members cannot all be one entity; says whether they are one now. */
  join(link: NameLink): boolean;
  /** Whether a reviewed decision holds the two groups apart. */
  heldApart(one: Name, other: Name): boolean;
  /** What the groups were made by, in order. */
  readonly joins: readonly NameLink[];
}

// More spellings than any person has; a larger group comes of chains, and checking every pair of it would take too long.
const mostMembers = 64;

/** Every name in a group of its own. `direct`: pairs (`pairKey`) that the text itself calls one. */
export function createClusters(direct: ReadonlySet<string>, different: readonly (readonly string[])[]): NameClusters {
  const parents = new Map<Name, Name>();
  const members = new Map<Name, readonly Name[]>();
  const apart = different.map((names) => new Map(names.map((name, i) => [plainKey(name), i])));
  const joins: NameLink[] = [];
  const rootOf = (name: Name): Name => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== name) parents.set(name, root);
    return root;
  };
  const membersOf = (name: Name) => members.get(rootOf(name)) ?? [rootOf(name)];
  const heldApart = (one: Name, other: Name) =>
    apart.some((group) => {
      const sides = [one, other].map((name) => new Set(membersOf(name).map((member) => group.get(plainKeyOf(member)))));
      const [a = new Set(), b = new Set()] = sides;
      return [...a].some(
        (side) => side !== undefined && [...b].some((otherSide) => otherSide !== undefined && side !== otherSide),
      );
    });
  const areConsistent = (a: readonly Name[], b: readonly Name[]) =>
    a.length + b.length <= mostMembers && a.every((one) => b.every((other) => fitTogether(one, other, direct)));
  return {
    rootOf,
    membersOf,
    heldApart,
    joins,
    join(link) {
      const [one, other] = [rootOf(link.one), rootOf(link.other)];
      if (one === other) return true;
      if (one.kind !== other.kind || heldApart(one, other)) return false;
      const [own, others] = [membersOf(one), membersOf(other)];
      if (!areConsistent(own, others)) return false;
      // The greater id goes, whatever the order of the links.
      const [root, gone] = one.id < other.id ? [one, other] : [other, one];
      parents.set(gone, root);
      members.set(root, [...own, ...others]);
      joins.push(link);
      return true;
    },
  };
}

/** The key of a pair of names, in either order. */
export function pairKey(one: Name, other: Name): string {
  return one.id < other.id ? `${one.id}|${other.id}` : `${other.id}|${one.id}`;
}

function plainKeyOf(name: Name): string {
  return plainKey(name.spellings[0]?.text ?? '');
}

/** Two full names of people in one script must be one name in other words, unless the text calls them one. */
function fitTogether(one: Name, other: Name, direct: ReadonlySet<string>): boolean {
  if (one.kind !== 'person' || direct.has(pairKey(one, other))) return true;
  const latin = isLatin(one.key);
  if (latin !== isLatin(other.key)) return true;
  if (latin) return mayBeOnePerson(one, other);
  return scriptOf(one.key) !== scriptOf(other.key);
}
