import { editDistance } from '../../retrieval/near-spellings.js';
import type { NamedAsOne } from '../article-names.js';
import { romanised } from '../resolve/name-key.js';
import { consonants } from '../resolve/sounds.js';
import { organisationHeads, placeHeads } from './name-words.js';
import { type Candidate, noVotes } from './reading.js';
import { endingVotes } from './script-endings.js';
import { standsAlone } from './script-mentions.js';

const hangul = /\p{Script=Hangul}/u;
const word = /[가-힣]{2,12}/gu;
// So many consonants in one order are shared by no ordinary word of the same article.
const FEWEST_CONSONANTS = 4;
// Below this a sound is that of too many words, even letter for letter.
const SHORTEST = 5;
// "Haneol" and "hanieol": transcribers differ by a vowel more and one kind of stop.
const MAX_SLIPS = 2;

interface Pair {
  readonly left: Candidate;
  readonly right: Candidate;
  readonly how: NamedAsOne['how'];
}

/** The names of an article, with those that stand in Korean letters elsewhere in it: "Brandt" and "브란트". */
export function withTranscriptions(
  body: string,
  { candidates, asOne }: { readonly candidates: readonly Candidate[]; readonly asOne: readonly NamedAsOne[] },
): { readonly candidates: readonly Candidate[]; readonly asOne: readonly NamedAsOne[] } {
  if (!hangul.test(body)) return { candidates, asOne };
  const explained = new Set(asOne.map(({ mentions: [, right] }) => candidates[right]));
  const found = transcriptions(body, candidates).filter(({ right }) => !explained.has(right));
  if (found.length === 0) return { candidates, asOne };
  const told = asOne.flatMap(({ mentions: [a, b], how }): Pair[] => {
    const [left, right] = [candidates[a], candidates[b]];
    return left === undefined || right === undefined ? [] : [{ left, right, how }];
  });
  const all = [...new Set([...candidates, ...found.map(({ right }) => right)])].sort((a, b) => a.start - b.start);
  const place = new Map(all.map((candidate, index) => [candidate, index]));
  return {
    candidates: all,
    asOne: [...told, ...found].map(({ left, right, how }) => ({
      mentions: [place.get(left) ?? 0, place.get(right) ?? 0] as const,
      how,
    })),
  };
}

function transcriptions(body: string, candidates: readonly Candidate[]): Pair[] {
  const latin = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (!/^\p{Script=Latin}/u.test(candidate.key) || candidate.isWeak) continue;
    for (const sound of soundsOf(candidate)) {
      const known = latin.get(consonants(sound)) ?? [];
      if (!known.includes(candidate)) latin.set(consonants(sound), [...known, candidate]);
    }
  }
  return [...body.matchAll(word)].flatMap((match): Pair[] => {
    const { index: start } = match;
    const known = candidates.find((candidate) => candidate.start < start + 2 && candidate.end > start);
    if (known !== undefined) {
      const left = known.start === start && known.role === undefined ? bearerOf(known.text, latin) : undefined;
      return left === undefined ? [] : [{ left, right: known, how: 'script' }];
    }
    for (let end = start + 2; end <= start + match[0].length; end++) {
      const text = body.slice(start, end);
      const left = standsAlone(body, start, end) ? bearerOf(text, latin) : undefined;
      if (left !== undefined) return [{ left, right: nameOf(text, start), how: 'script' }];
    }
    return [];
  });
}

function bearerOf(text: string, latin: ReadonlyMap<string, readonly Candidate[]>): Candidate | undefined {
  const whole = romanised(text);
  const found = latin.get(consonants(whole))?.find((candidate) => isAlike(whole, romanised(candidate.key)));
  if (found !== undefined) return found;
  const base = text.slice(0, -2);
  if (base.length < 2 || endingVotes(text) === noEnding) return undefined;
  const sound = romanised(base);
  return latin.get(consonants(sound))?.find((candidate) => soundsOf(candidate).some((own) => isSlip(sound, own)));
}

const noEnding = endingVotes('');

function isAlike(sound: string, own: string): boolean {
  const skeleton = consonants(sound);
  return (
    skeleton === consonants(own) &&
    (skeleton.length >= FEWEST_CONSONANTS || (sameLetters(sound) === sameLetters(own) && own.length >= SHORTEST))
  );
}

/** One letter of Korean is l and r. */
function sameLetters(sound: string): string {
  return sound.replaceAll('l', 'r');
}

function isSlip(sound: string, own: string): boolean {
  return Math.min(sound.length, own.length) > SHORTEST && editDistance(sound, own, MAX_SLIPS) <= MAX_SLIPS;
}

/** The sound of the whole name, and of the name without a last word that only says what it is ("Lark Market"). */
function soundsOf({ key, words }: Candidate): string[] {
  const last = words.at(-1)?.toLowerCase() ?? '';
  const isHead = words.length > 1 && (organisationHeads.has(last) || placeHeads.has(last));
  return isHead ? [romanised(key), romanised(words.slice(0, -1).join(''))] : [romanised(key)];
}

function nameOf(text: string, start: number): Candidate {
  const rest = { isWeak: false, otherStart: undefined, theStart: undefined, role: undefined };
  return {
    text,
    key: text,
    words: [text],
    start,
    end: start + text.length,
    votes: { ...noVotes, ...endingVotes(text) },
    ...rest,
  };
}
