import { determiners, organisationNouns, pronouns } from './english-words.js';
import {
  isCommonWord,
  isTitled,
  isTitleWord,
  maxModifiers,
  maxTitleWords,
  pronounOf,
  rolePhrase,
  unknown,
} from './noun-phrases.js';
import type { Subject } from './speech-act.js';
import type { Word } from './words.js';

/** A subject behind its verb and the index of the first word after its noun phrase. */
export interface FoundBehind {
  readonly subject: Subject;
  readonly to: number;
}

/** The noun phrase that begins at `first`: "its director, Dr. Jane Roe", "he", "the premier"; of several names the last person. */
export function phraseStartingAt(
  words: readonly Word[],
  first: number,
  isPerson: (mention: number) => boolean,
): FoundBehind {
  const start = words[first];
  if (start !== undefined && pronouns.has(start.lower)) return { subject: pronounOf(start), to: first + 1 };
  let to = first;
  let named: number | undefined;
  for (; to < words.length && to - first < maxTitleWords; to++) {
    const word = words[to];
    if (word === undefined || word.quoted) break;
    const isComma = word.text === ',' && named === undefined && isTitled(words, to - 1) && words[to + 1] !== undefined;
    if (isComma) continue;
    if (word.kind === 'mark' || !continuesPhrase(words, to, first)) break;
    if (word.mention !== undefined) named = to;
    if (word.mention !== undefined && isPerson(word.mention)) {
      to++;
      break;
    }
  }
  return { subject: behindSubject(words, { first, to, named }), to };
}

function continuesPhrase(words: readonly Word[], at: number, first: number): boolean {
  const lower = words[at]?.lower ?? '';
  if (at === first && determiners.has(lower)) return true;
  if (/^(?:of|for|and)$/.test(lower))
    return at > first && isTitled(words, at - 1) && /^\p{Lu}/u.test(words[at + 1]?.text ?? '');
  if (isTitleWord(words, at) || organisationNouns.has(lower) || words[at]?.mention !== undefined) return true;
  return isCommonWord(words[at]) && leadsToName(words, at);
}

/** Whether a name follows within a few common words: "said 40-year-old X", "said observatory director X". */
function leadsToName(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next <= at + maxModifiers + 1; next++) {
    if (words[next]?.mention !== undefined) return true;
    if (!isTitleWord(words, next) && !isCommonWord(words[next])) return false;
  }
  return false;
}

interface Stretch {
  readonly first: number;
  readonly to: number;
  readonly named: number | undefined;
}

function behindSubject(words: readonly Word[], { first, to, named }: Stretch): Subject {
  const mention = named === undefined ? undefined : words[named]?.mention;
  // Behind "'s" the name is the owner's: "said Lind's office".
  if (mention !== undefined && named === to - 1 && !/^['’]s?$/.test(words[to]?.text ?? '')) {
    return { kind: 'mention', mention, introduced: false };
  }
  return to > first && words[first]?.lower === 'the' ? rolePhrase(words, to - 1).subject : unknown;
}
