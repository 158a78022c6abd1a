import { type Publisher, publisherKey } from './publishers.js';

/** An outlet a question restricts itself to, and where it says so. */
export interface OutletMention {
  readonly publishers: readonly Publisher[];
  readonly start: number;
  readonly end: number;
}

/** In what share of the articles of other outlets a word stands, 0..1: an outlet's own may name it in every line. */
export type ArticleShare = (word: string, outlets: readonly Publisher[]) => number;

// What turns a name into a source. Before it: "according to X", "what did X say". Behind it: "X reports", "X's article".
const CUE_BEFORE =
  /(?:\baccording to|\bas (?:reported|told|given|counted) by|\breported by|\bgoing by|\bper|\btheo(?: báo)?|根據|根据|据|據|によれば|\bnach|\bselon|\bsegún)[\s,]*(?:(?:the|báo|the newspaper|the agency)\s+|韓國|韩国|中國|中国|[《「『"“])*$/iu;
// Weaker: what stands between "did" and a verb of telling, and behind "in" where it is written as the outlet's name.
const DO_BEFORE = /\b(?:did|does|do|has|had)[\s,]*(?:the\s+)?[《「『"“]*$/iu;
const TELLING_BEHIND =
  /^[》」』"”]*\s+(?:\p{Ll}+ly\s+)?(?:say|said|report|write|written|mention|call|give|put|count|describe|claim|name|quote|think|thought|tell|told|publish|cover|explain|make|note|criticise|criticize|see)(?:s|ed|n)?\b/iu;
const PLACE_BEFORE = /\b(?:in|from|by)[\s,]*(?:the\s+)?[《「『"“]*$/iu;
const CUE_BEHIND =
  /^[》」』"”]*(?:['’]s?\s+(?:report|article|account|story|coverage|version|editorial|count|figures?|words|piece)|\s+(?:says?|said|reports?|reported|writes?|wrote|counts?|counted|calls?|called|puts?|gives?|gave|claims?|claimed)\b|에 따르면|(?:은|는|이|가)?\s?보도|によると|报道|報道|報導)/iu;
// A shortened name ("Yicai") counts where the articles hardly use the word otherwise; "China" is no short China Daily.
const RARE_WORD_SHARE = 0.04;
const LONGEST_NAME_WORDS = 6;

/**
 * The outlet a question names as its source, or `undefined`: also where it names several, as it compares them then. The
 * longest name wins, then the first.
 */
export function findOutletMention(
  text: string,
  publishers: readonly Publisher[],
  articleShare: ArticleShare,
): OutletMention | undefined {
  const named = namesIn(text, publishers, articleShare);
  const mention = named.find((one) => isNamedAsSource(text, one));
  if (mention === undefined) return undefined;
  const others = named.filter((other) => other.end <= mention.start || other.start >= mention.end);
  return others.some((other) => isCompared(text, mention, other)) ? undefined : mention;
}

/** Every outlet's name in the text, the longest first, then in the order of the text. */
function namesIn(text: string, publishers: readonly Publisher[], articleShare: ArticleShare): OutletMention[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}.&-]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].replace(/[.&-]+$/, '').length,
  }));
  const found: OutletMention[] = [];
  for (let length = LONGEST_NAME_WORDS; length >= 1; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const start = words[first]?.start ?? 0;
      const end = words[first + length - 1]?.end ?? 0;
      const called = outletsCalled(text.slice(start, end), publishers, articleShare);
      if (called.length > 0) found.push({ publishers: called, start, end });
    }
  }
  return [...found, ...namesWithoutBlanks(text, publishers)];
}

/** Names in scripts that write no blank between a name and what follows it. */
function namesWithoutBlanks(text: string, publishers: readonly Publisher[]): OutletMention[] {
  return publishers
    .filter(({ name }) => /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}ー]{2,}$/u.test(name))
    .map((publisher) => ({ publishers: [publisher], start: text.indexOf(publisher.name), name: publisher.name }))
    .filter(({ start }) => start !== -1)
    .sort((a, b) => b.name.length - a.name.length || a.start - b.start)
    .map(({ name, ...mention }) => ({ ...mention, end: mention.start + name.length }));
}

/** Whether another outlet stands beside the one named ("Reuters and Xinhua") or is named as a source as well. */
function isCompared(text: string, mention: OutletMention, other: OutletMention): boolean {
  if (other.publishers.every((publisher) => mention.publishers.includes(publisher))) return false;
  const [first, second] = mention.start < other.start ? [mention, other] : [other, mention];
  const between = text.slice(first.end, second.start);
  return /^\s*(?:,|&|and|or|vs\.?|versus|with|than)\s+(?:the\s+)?$/iu.test(between) || isNamedAsSource(text, other);
}

function isNamedAsSource(text: string, { publishers, start, end }: OutletMention): boolean {
  // "Harbour Post: what did they say about the bridge?"
  if (/^\s*(?:the\s+)?$/iu.test(text.slice(0, start)) && /^\s*:/u.test(text.slice(end))) return true;
  const [before, behind] = [text.slice(Math.max(0, start - 60), start), text.slice(end, end + 40)];
  if (CUE_BEFORE.test(before) || CUE_BEHIND.test(behind)) return true;
  if (DO_BEFORE.test(before)) return TELLING_BEHIND.test(behind);
  // "In Asia" is no Asia Today, "live in china daily" no China Daily: the name is whole and has its capitals.
  const name = text.slice(start, end);
  const isWhole = publishers.some(({ keys }) => keys.includes(publisherKey(name)));
  return isWhole && PLACE_BEFORE.test(before) && !/(?<![\p{L}\p{N}])(?!(?:of|and|the)\b)\p{Ll}/u.test(name);
}

function outletsCalled(name: string, publishers: readonly Publisher[], articleShare: ArticleShare): Publisher[] {
  const key = publisherKey(name);
  if (key.length < 2) return [];
  const called = publishers.filter(({ keys }) => keys.includes(key));
  if (called.length > 0) return called;
  const begun = publishers.filter(({ name: whole, keys }) => {
    // Three letters are a name where they are capitals: "KBS", and "kbs", for KBS World.
    const isLong = key.length > 3 || (key.length === 3 && whole.includes(name.toUpperCase()));
    return isLong && keys.some((candidate) => candidate.startsWith(`${key} `));
  });
  if (begun.length === 0) return [];
  return key.split(' ').some((word) => articleShare(word, begun) > RARE_WORD_SHARE) ? [] : begun;
}
