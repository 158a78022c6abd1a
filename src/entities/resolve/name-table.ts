import type { EntityKind } from '../../domain/entity.js';
import type { NamedAsOne } from '../article-names.js';
import type { EntityInput } from './entity-input.js';
import { honorificBefore } from './honorifics.js';
import { type KeptMentions, onceEach, type Wording } from './kept-names.js';
import { nameKey, nameWords, plainKey } from './name-key.js';
import { decideKinds } from './name-kinds.js';
import type { PersonSpelling } from './person-names.js';
import type { Spelling } from './preferred-name.js';
import { roleWords } from './role-words.js';

/** A name of the corpus in all spellings that differ in case, accents, hyphens and blanks only. */
export interface Name extends PersonSpelling {
  /** Counted from 0 in the order of the corpus. */
  readonly number: number;
  /** Kind and key; unique. */
  readonly id: string;
  readonly kind: EntityKind;
  readonly key: string;
  readonly spellings: readonly Spelling[];
  /** Role → numbers of the articles that give it, ascending. */
  readonly roles: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the articles that use it, ascending. */
  readonly articles: readonly number[];
  /** How its bearer is addressed anywhere, as `honorificBefore` gives it. */
  readonly honorifics: number;
}

/** A name in one article. */
export interface NameUse {
  readonly name: Name;
  /** The first mention, by index. */
  readonly first: number;
}

/** What one article names. */
export interface ArticleUses {
  readonly article: number;
  readonly body: string;
  readonly mentions: KeptMentions;
  readonly asOne: readonly NamedAsOne[];
  /** The full name that stands at a mention. */
  nameOf(index: number): Name | undefined;
  /** The full names, by first mention. */
  uses(): NameUse[];
  /** Names of organisations that are full ones elsewhere and stand for a longer one here. */
  shortUses(): NameUse[];
}

/** All names, by id, and where they are used. */
export interface NameTable {
  /** In the order of their numbers. */
  readonly names: ReadonlyMap<string, Name>;
  readonly wordings: readonly Wording[];
  /** In the corpus' order. */
  readonly articles: readonly ArticleUses[];
}

/** A name while the articles are read. */
interface NameInMaking extends Name {
  words: readonly string[];
  parts: ReadonlyMap<string, readonly string[]>;
  spellings: { readonly text: string; readonly articles: number[] }[];
  roles: Map<string, number[]>;
  articles: number[];
  honorifics: number;
}

/** Gathers the full names of all articles. What a wording names is found out once, not at every mention. */
export function readNames({ articles, names: kept, pins }: EntityInput): NameTable {
  const { wordings } = kept;
  const names = new Map<string, NameInMaking>();
  const kinds = decideKinds(wordings, pins);
  const unwanted = new Set(pins.not.map(plainKey));
  const nameOf = onceEach(wordings, (wording) => {
    const isName = wording.form === 'full' && !(unwanted.size > 0 && unwanted.has(plainKey(wording.text)));
    return isName ? wordedAs(wording, kinds[wording.number] ?? 'person', names) : undefined;
  });
  const shortNameOf = onceEach(wordings, (wording) => shortName(wording, names));
  const read = articles.map(({ id, body }, article): ArticleUses => {
    const { mentions, asOne } = kept.of(id) ?? nothing;
    for (let index = 0; index < mentions.length; index++) {
      const found = nameOf(mentions.wording(index));
      if (found === undefined) continue;
      enter(found, article);
      if (found.name.kind === 'person') found.name.honorifics |= honorificBefore(body, mentions.start(index));
      const role = mentions.role(index);
      if (role !== undefined) addRole(found.name, body.slice(role.start, role.end), article);
    }
    const fullAt = (index: number) => nameOf(mentions.wording(index))?.name;
    const shortAt = (index: number) => shortNameOf(mentions.wording(index));
    const uses = () => usesOf(mentions, fullAt);
    return { article, body, mentions, asOne, nameOf: fullAt, uses, shortUses: () => usesOf(mentions, shortAt) };
  });
  for (const name of names.values()) if (name.spellings.length > 1) Object.assign(name, bestSpelled(name));
  return { names, wordings, articles: read };
}

const nothing: { readonly mentions: KeptMentions; readonly asOne: readonly NamedAsOne[] } = {
  mentions: { length: 0, start: () => 0, end: () => 0, wording: outside, role: () => undefined },
  asOne: [],
};

function outside(index: number): never {
  throw new RangeError(`There is no mention ${index}.`);
}

/** A wording's name and the spelling that it is of it. */
interface Worded {
  readonly name: NameInMaking;
  readonly spelling: NameInMaking['spellings'][number];
}

function wordedAs({ text, spelled }: Wording, kind: EntityKind, names: Map<string, NameInMaking>): Worded | undefined {
  const { words, parts } = spell(text, kind);
  const key = words.join('');
  if (key === '') return undefined;
  const id = `${kind}:${key}`;
  let name = names.get(id);
  if (name === undefined) {
    name = {
      number: names.size,
      id,
      kind,
      key,
      words,
      parts,
      spellings: [],
      roles: noRoles,
      articles: [],
      honorifics: 0,
    };
    names.set(id, name);
  }
  let spelling = name.spellings.find((known) => known.text === spelled);
  if (spelling === undefined) {
    spelling = { text: spelled, articles: [] };
    name.spellings.push(spelling);
  }
  return { name, spelling };
}

function enter({ name, spelling }: Worded, article: number): void {
  if (name.articles.at(-1) !== article) name.articles.push(article);
  if (spelling.articles.at(-1) !== article) spelling.articles.push(article);
}

// Shared by the many names that are given none.
const noRoles = new Map<string, number[]>();

function addRole(name: NameInMaking, role: string, article: number): void {
  if (name.roles === noRoles) name.roles = new Map();
  const known = name.roles.get(role);
  if (known === undefined) name.roles.set(role, [article]);
  else if (known.at(-1) !== article) known.push(article);
}

function shortName({ kind, form, text }: Wording, names: ReadonlyMap<string, Name>): Name | undefined {
  return form === 'short' && kind === 'organisation' ? names.get(`${kind}:${nameKey(text, kind)}`) : undefined;
}

function usesOf({ length }: KeptMentions, nameAt: (index: number) => Name | undefined): NameUse[] {
  const firsts = new Map<Name, number>();
  for (let index = 0; index < length; index++) {
    const name = nameAt(index);
    if (name !== undefined && !firsts.has(name)) firsts.set(name, index);
  }
  return [...firsts].map(([name, first]) => ({ name, first }));
}

/** The spelling that says most of the name's syllables: fewest words, hyphens in them. */
function bestSpelled({ spellings, kind }: Name): PersonSpelling {
  const texts = spellings.map(({ text }) => text).sort();
  const spelled = texts.map((text) => spell(text, kind));
  return spelled.reduce((best, next) => {
    const fewer = best.words.length - next.words.length;
    return fewer > 0 || (fewer === 0 && next.parts.size > best.parts.size) ? next : best;
  });
}

/** Roles as sets of words, each with the articles that give it; read once a name. */
export function roleSetsOf(
  name: Name,
): { readonly words: ReadonlySet<string>; readonly articles: readonly number[] }[] {
  return [...name.roles].map(([role, articles]) => ({ words: roleWords(role), articles }));
}

const noParts: PersonSpelling['parts'] = new Map();

/** The words of a name as it is spelled, and the parts of the hyphenated ones. */
function spell(text: string, kind: EntityKind): PersonSpelling {
  const words = nameWords(text, kind);
  // Plain words have no parts, and most names are of such.
  if (/^[a-zA-Z0-9\s]*$/.test(text)) return { words, parts: noParts };
  const parts = new Map<string, string[]>();
  for (const word of text.split(/\s+/)) {
    const pieces = word.split(/[-‐‑]/).flatMap((piece) => nameWords(piece, kind));
    if (pieces.length > 1) parts.set(pieces.join(''), pieces);
  }
  return { words, parts: parts.size === 0 ? noParts : parts };
}
