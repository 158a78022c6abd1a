import type { NameMention, ReadableArticle } from '../article-names.js';
import { roleNouns, titleWords } from './english-words.js';

/** Which mentions of one article name the same bearer, and what each is called besides the name. */
export interface Bearers {
  /** The same string for mentions of one bearer. Two full names that share a surname leave a bare surname a bearer of its own. */
  keyOf(mention: number): string;
  /** Titles and callings given with a name, in lower case, word by word. */
  rolesOf(mention: number): readonly (readonly string[])[];
  /** By the pronouns in sentences that name nobody else, and by titles. */
  genderOf(mention: number): 'he' | 'she' | undefined;
}

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[-‐–\s.]+/gu, ' ')
    .trim();

/** Reads an article's names once; titles and genders only when asked for. */
export function createBearers(article: ReadableArticle, mentions: readonly NameMention[]): Bearers {
  const keys = bearerKeys(mentions);
  const roles = new Map<number, readonly (readonly string[])[]>();
  let genders: ReadonlyMap<string, 'he' | 'she'> | undefined;
  const keyOf = (mention: number): string => keys[mention] ?? '';
  return {
    keyOf,
    rolesOf(mention) {
      const known = roles.get(mention) ?? rolesAround(article.body, mentions[mention]);
      roles.set(mention, known);
      return known;
    },
    genderOf(mention) {
      genders ??= voteGenders(article, mentions, keyOf);
      return genders.get(keyOf(mention));
    },
  };
}

function bearerKeys(mentions: readonly NameMention[]): string[] {
  const fullNames = new Map<string, Set<string>>();
  for (const { text, kind } of mentions) {
    const key = `${kind}:${normal(text)}`;
    const parts = normal(text).split(' ');
    if (kind !== 'person' || parts.length < 2) continue;
    for (const part of new Set([parts[0], parts.at(-1), parts.slice(1).join(' ')])) {
      if (part !== undefined) fullNames.set(part, (fullNames.get(part) ?? new Set()).add(key));
    }
  }
  return mentions.map(({ text, kind }) => {
    const own = `${kind}:${normal(text)}`;
    const bearers = kind === 'person' ? fullNames.get(normal(text)) : undefined;
    return bearers?.size === 1 ? ([...bearers][0] ?? own) : own;
  });
}

const nearChars = 90;
const word = /[\p{L}\p{N}]+/gu;

function rolesAround(body: string, mention: NameMention | undefined): (readonly string[])[] {
  if (mention === undefined) return [];
  const before = body.slice(Math.max(0, mention.start - nearChars), mention.start);
  const after = body.slice(mention.end, mention.end + nearChars);
  const title = titleAtEnd(before.slice(before.search(/[^,;:.()"“”\n]*$/u)));
  const apposed =
    /^(?:\s\([^)\n]{1,20}\))?(?:,| is| was)(?: also)?\s([^,;.()"“”\n]+(?:\([^)\n]{1,20}\))?)/u.exec(after)?.[1] ?? '';
  const given = mention.role === undefined ? '' : body.slice(mention.role.start, mention.role.end);
  return [title, apposed, given].map(wordsOf).filter((words) => words.slice(0, 9).some((one) => roleNouns.has(one)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}

function titleAtEnd(text: string): string {
  const words = text.trim().split(/\s+/u);
  let from = words.length;
  while (from > 0 && belongsToTitle(words[from - 1] ?? '')) from--;
  return words.slice(from).join(' ');
}

function belongsToTitle(written: string): boolean {
  const lower = written.toLowerCase();
  return /^\p{Lu}/u.test(written) || roleNouns.has(lower) || titleWords.has(lower) || /^(?:of|for|and)$/.test(lower);
}

const male = /(?<![\p{L}])(?:he|his|him|himself)(?!\p{L})/giu;
const female = /(?<![\p{L}])(?:she|her|hers|herself)(?!\p{L})/giu;

/** Sentences that name one person only, and what pronouns they use. */
function voteGenders(
  article: ReadableArticle,
  mentions: readonly NameMention[],
  keyOf: (mention: number) => string,
): ReadonlyMap<string, 'he' | 'she'> {
  const votes = new Map<string, number>();
  let next = 0;
  for (const { start, end } of article.sentences) {
    const keys = new Set<string>();
    let first = end;
    for (; (mentions[next]?.start ?? Number.POSITIVE_INFINITY) < end; next++) {
      const mention = mentions[next];
      if (mention === undefined || mention.start < start || mention.kind !== 'person') continue;
      first = Math.min(first, mention.end);
      keys.add(keyOf(next));
    }
    const [only] = keys;
    if (keys.size !== 1 || only === undefined) continue;
    const behind = article.body.slice(first, end);
    const vote = (behind.match(male)?.length ?? 0) - (behind.match(female)?.length ?? 0);
    votes.set(only, (votes.get(only) ?? 0) + vote);
  }
  return new Map(
    [...votes].filter(([, vote]) => vote !== 0).map(([key, vote]) => [key, vote > 0 ? 'he' : 'she'] as const),
  );
}
