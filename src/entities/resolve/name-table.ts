import type { EntityKind } from '../../domain/entity.js';
import type { NameMention } from '../article-names.js';
import type { EntityInput } from './entity-input.js';
import { nameKey, nameWords } from './name-key.js';
import type { PersonSpelling } from './person-names.js';
import { roleWords } from './role-words.js';

/** A name of the corpus in all spellings that differ in case, accents, hyphens and blanks only. */
export interface Name extends PersonSpelling {
  /** Kind and key; unique. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly key: string;
  /** Spelling → numbers of the articles that use it. */
  readonly spellings: Map<string, Set<number>>;
  /** Role → numbers of the articles that give it. */
  readonly roles: Map<string, Set<number>>;
  /** Numbers of the articles that use it, ascending. */
  readonly articles: number[];
}

/** A name in one article. */
export interface NameUse {
  readonly name: Name;
  /** Indexes into the article's mentions, ascending. */
  readonly mentions: number[];
}

/** What one article names. */
export interface ArticleUses {
  readonly article: number;
  readonly body: string;
  readonly mentions: readonly NameMention[];
  readonly asOne: EntityInput['names'][number]['asOne'];
  /** The full names, by first mention. */
  readonly uses: readonly NameUse[];
  /** Names of organisations that are full ones elsewhere and stand for a longer one here. */
  readonly shortUses: readonly NameUse[];
  /** Index of a full mention → its name. */
  readonly nameOf: ReadonlyMap<number, Name>;
}

/** All names, by id, and where they are used. */
export interface NameTable {
  readonly names: ReadonlyMap<string, Name>;
  /** In the corpus' order. */
  readonly articles: readonly ArticleUses[];
}

/** Gathers the full names of all articles. */
export function readNames(input: EntityInput): NameTable {
  const kinds = decideKinds(input);
  const names = new Map<string, Name>();
  const unwanted = new Set(input.pins.not.map(plainKey));
  const given = new Map(input.names.map((one) => [one.article, one]));
  const articles = input.articles.flatMap(({ id, body }, article) => {
    const { mentions = [], asOne = [] } = given.get(id) ?? {};
    const nameOf = new Map<number, Name>();
    mentions.forEach((mention, index) => {
      if (mention.form !== 'full' || unwanted.has(plainKey(mention.text))) return;
      const name = enter(names, mention.text, kinds(mention), article);
      if (name === undefined) return;
      nameOf.set(index, name);
      if (mention.role !== undefined) addTo(name.roles, body.slice(mention.role.start, mention.role.end), article);
    });
    return [{ article, body, mentions, asOne, uses: usesOf(nameOf), shortUses: [], nameOf }];
  });
  for (const name of names.values()) Object.assign(name, bestSpelled(name));
  return { names, articles: articles.map((article) => ({ ...article, shortUses: shortUsesOf(article, names) })) };
}

function shortUsesOf({ mentions }: ArticleUses, names: ReadonlyMap<string, Name>): NameUse[] {
  const short = new Map<number, Name>();
  mentions.forEach(({ kind, form, text }, index) => {
    const name = form === 'short' && kind === 'organisation' ? names.get(`${kind}:${nameKey(text, kind)}`) : undefined;
    if (name !== undefined) short.set(index, name);
  });
  return usesOf(short);
}

function usesOf(nameOf: ReadonlyMap<number, Name>): NameUse[] {
  const uses = new Map<Name, NameUse>();
  for (const [index, name] of nameOf) {
    const use = uses.get(name);
    if (use === undefined) uses.set(name, { name, mentions: [index] });
    else use.mentions.push(index);
  }
  return [...uses.values()];
}

/** The spelling that says most of the name's syllables: fewest words, hyphens in them. */
function bestSpelled({ spellings, kind }: Name): PersonSpelling {
  const spelled = [...spellings.keys()].sort().map((text) => spell(text, kind));
  return spelled.reduce((best, next) => {
    const fewer = best.words.length - next.words.length;
    return fewer > 0 || (fewer === 0 && next.parts.size > best.parts.size) ? next : best;
  });
}

/** The spelling a name's letters make, whatever it names. */
export function plainKey(text: string): string {
  return nameKey(text, 'place');
}

/** Roles as sets of words, each with the articles that give it; read once a name. */
export function roleSetsOf(
  name: Name,
): { readonly words: ReadonlySet<string>; readonly articles: ReadonlySet<number> }[] {
  return [...name.roles].map(([role, articles]) => ({ words: roleWords(role), articles }));
}

/** Adds to the set under a key. */
export function addTo<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}

function enter(names: Map<string, Name>, text: string, kind: EntityKind, article: number): Name | undefined {
  const key = nameKey(text, kind);
  if (key === '') return undefined;
  const id = `${kind}:${key}`;
  let name = names.get(id);
  if (name === undefined) {
    const { words, parts } = spell(text, kind);
    name = { id, kind, key, words, parts, spellings: new Map(), roles: new Map(), articles: [] };
    names.set(id, name);
  }
  addTo(name.spellings, text.replace(/\s+/g, ' '), article);
  if (name.articles.at(-1) !== article) name.articles.push(article);
  return name;
}

/** The words of a name as it is spelled, and the parts of the hyphenated ones. */
export function spell(text: string, kind: EntityKind): PersonSpelling {
  const parts = new Map<string, string[]>();
  for (const word of text.split(/\s+/)) {
    const pieces = word.split(/[-‐‑]/).flatMap((piece) => nameWords(piece, kind));
    if (pieces.length > 1) parts.set(pieces.join(''), pieces);
  }
  return { words: nameWords(text, kind), parts };
}

/** What a spelling names: what the mention is read as, unless the corpus says otherwise or a pin does. */
function decideKinds({ names, pins }: EntityInput): (mention: NameMention) => EntityKind {
  const pinned = new Map([...pins.kinds].map(([text, kind]) => [plainKey(text), kind]));
  // A company is one with its legal form and without.
  const keys = new Map<string, string>();
  const keyOf = (text: string) => {
    const key = keys.get(text) ?? nameKey(text, 'organisation');
    keys.set(text, key);
    return key;
  };
  const corpus = new Map<string, Map<EntityKind, number>>();
  for (const { mentions } of names) {
    for (const { text, kind } of mentions) {
      // Short forms count for bare surnames, which are read as places or companies where no full name is near.
      const key = keyOf(text);
      const votes = corpus.get(key) ?? new Map<EntityKind, number>();
      votes.set(kind, (votes.get(kind) ?? 0) + 1);
      corpus.set(key, votes);
    }
  }
  return ({ text, kind }) => {
    const decided = pinned.size === 0 ? undefined : pinned.get(plainKey(text));
    return decided ?? likelyKind(kind, corpus.get(keyOf(text)));
  };
}

// Up to a third of a name's mentions another kind is rather misread than a namesake.
const mostSlips = 1 / 3;

function likelyKind(kind: EntityKind, votes: ReadonlyMap<EntityKind, number> | undefined): EntityKind {
  if (votes === undefined || votes.size < 2) return kind;
  const sorted = [...votes].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  const all = sorted.reduce((sum, [, count]) => sum + count, 0);
  return (votes.get(kind) ?? 0) > all * mostSlips ? kind : (sorted[0]?.[0] ?? kind);
}
