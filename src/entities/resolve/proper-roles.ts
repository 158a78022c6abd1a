import type { EntityKind } from '../../domain/entity.js';
import { titleModifiers, titleWords } from '../recognise/name-words.js';
import { hanTitles, koreanTitles, vietnameseLetter, vietnameseTitles } from '../recognise/script-words.js';
import { plainKey } from './name-key.js';
import type { Spelling } from './preferred-name.js';

/** What entities are called in full, by folded name. */
export type KindsByName = ReadonlyMap<string, ReadonlySet<EntityKind>>;

interface Called {
  readonly kind: EntityKind;
  readonly aliases: readonly Pick<Spelling, 'text'>[];
}

/** What each of the names is the name of. */
export function kindsByName(entities: Iterable<Called>): KindsByName {
  const kinds = new Map<string, ReadonlySet<EntityKind>>();
  // Nearly all names are of one kind: one set of each serves them all.
  const alone: Readonly<Record<EntityKind, ReadonlySet<EntityKind>>> = {
    person: new Set(['person']),
    organisation: new Set(['organisation']),
    place: new Set(['place']),
  };
  for (const { kind, aliases } of entities) {
    for (const { text } of aliases) {
      const key = plainKey(text);
      const known = kinds.get(key);
      if (known === undefined) kinds.set(key, alone[kind]);
      else if (!known.has(kind)) kinds.set(key, new Set([...known, kind]));
    }
  }
  return kinds;
}

// What begins so tells what somebody does or says: "by Quill's account", "as co-host", "once an ordinary delegate".
const noBeginning =
  /^(?:once|formerly|then|by|as|with|for|in|on|at|according|and|or|like|including|his|her|its|their|my|our|your)(?!\p{L})/iu;
const connectives = /\s(?:of|and|for|the|at|in|&)\s.*$/u;
const scriptTitles = [...koreanTitles, ...hanTitles, ...vietnameseTitles];
const latin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+$/u;

/**
 * Whether a text is what somebody is or where they belong: no name of a person or place, no clause. In capitals throughout, it
 * is a title or the name of an organisation; where words are not told apart by capitals, a title word begins or ends it.
 */
export function isProperRole(role: string, names: KindsByName): boolean {
  if (noBeginning.test(role)) return false;
  const words = role.split(/[\s/]+/u);
  if (!latin.test(role) || vietnameseLetter.test(role)) return hasScriptTitle(role.normalize('NFC').toLowerCase());
  if (words.every((word) => isTitle(word) || titleModifiers.has(word.toLowerCase()))) return true;
  const kinds = names.get(plainKey(role));
  if (kinds?.has('person') || kinds?.has('place')) return false;
  return kinds?.has('organisation') || !isInCapitals(words) || isTitle(headOf(role)) || isTitle(words.at(-1) ?? '');
}

function hasScriptTitle(role: string): boolean {
  return scriptTitles.some((title) => role.startsWith(title) || role.endsWith(title));
}

function isInCapitals(words: readonly string[]): boolean {
  return words.every((word) => !/^\p{Ll}/u.test(word) || /^(?:of|and|for|the)$/u.test(word));
}

/** "Minister" of "Minister of Trade and Industry". */
function headOf(role: string): string {
  return role.replace(connectives, '').split(/\s+/u).at(-1) ?? '';
}

function isTitle(word: string): boolean {
  return titleWords.has(word.toLowerCase()) || word.split('-').some((part) => titleWords.has(part.toLowerCase()));
}
