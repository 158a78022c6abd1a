import type { EntityKind } from '../../domain/entity.js';
import { isLatin } from './name-key.js';
import { looksAcronym } from './organisation-names.js';

/** A spelling and the articles that use it. */
export interface Spelling {
  readonly text: string;
  readonly articles: readonly number[];
}

/** Spellings by use, the most used first. */
export function byUse(a: Spelling, b: Spelling): number {
  return b.articles.length - a.articles.length || b.text.length - a.text.length || (a.text < b.text ? -1 : 1);
}

/**
 * The spelling that most articles use among the full ones: in the script of most of the coverage, a name before its acronym, and
 * a person's with a given name before a bare surname.
 */
export function preferredName(spellings: readonly Spelling[], kind: EntityKind, latinFirst: boolean): string {
  const inScript = spellings.filter(({ text }) => isLatin(text) === latinFirst);
  const readable = inScript.length > 0 ? inScript : spellings;
  const full = readable.filter(({ text }) => !looksAcronym(text));
  const named = full.length > 0 ? full : readable;
  const several = named.filter(({ text }) => kind === 'person' && /\s/.test(text));
  return [...(several.length > 0 ? several : named)].sort(byUse)[0]?.text ?? '';
}
