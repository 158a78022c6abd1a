import { foldName } from './name-key.js';

const small = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'at',
  'a',
  'an',
  's',
  'its',
  'his',
  'her',
  'their',
  'as',
  'to',
]);

/** The words of a role that tell it from others: "Lark Group Chairman" and "chairperson of the Lark Group" have the same. */
export function roleWords(role: string): ReadonlySet<string> {
  const words = foldName(role)
    .replace(/['’]s\b/gu, '')
    .replace(/[-.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !small.has(word));
  return new Set(words.map((word) => word.replace(/(?:wo)?(?:man|men)$|persons?$/, '') || word));
}

// "Lark Electronics Chairman" and "Lark Electronics Executive Chairman" share three words of four; an office alone
// ("president") is held by too many to be evidence.
const leastShared = 2;
const leastShare = 0.6;

/** Whether two roles are one office at one organisation. */
export function isSameOffice(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = sharedWords(a, b);
  return shared >= leastShared && shared / (a.size + b.size - shared) >= leastShare;
}

/** Whether a role given beside a surname ("President", "Chairman") can be short for a role given elsewhere. */
export function isPartOfRole(short: ReadonlySet<string>, long: ReadonlySet<string>): boolean {
  return short.size > 0 && sharedWords(short, long) === short.size;
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}
