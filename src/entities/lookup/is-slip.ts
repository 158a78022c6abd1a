import { editDistance } from '../../retrieval/near-spellings.js';
import { foldName } from '../resolve/name-key.js';
import { asHeard } from './as-heard.js';

// One letter in three may be wrong, added or missing: with more a word is another word.
const LETTERS_PER_SLIP = 3;
const MOST_SLIPS = 2;

/**
 * Whether what was typed may be a misspelling of a name, or of one part of it: as many parts, each beginning with the same
 * letter and wrong in one letter of three at most, or sounding the same. "Park Mihno" and "Park Meenho" are slips of Park
 * Minho; Park Min-jo and Park Jinho are other people.
 */
export function isSlipOf(typed: string, name: string): boolean {
  const [a, b] = [partsOf(typed), partsOf(name)];
  if (a.length === 1 && b.some((part) => isNear(a[0] ?? '', part))) return true;
  if (a.length === b.length) return a.every((part, i) => isNear(part, b[i] ?? ''));
  return isNear(a.join(''), b.join(''));
}

function isNear(a: string, b: string): boolean {
  if (asHeard(a) === asHeard(b)) return true;
  const most = Math.min(MOST_SLIPS, Math.floor(Math.max(a.length, b.length) / LETTERS_PER_SLIP));
  return a[0] === b[0] && most > 0 && editDistance(a, b, most) <= most;
}

function partsOf(name: string): string[] {
  return foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
