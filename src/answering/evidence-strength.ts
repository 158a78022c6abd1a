import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { holdsAskedUnit } from './asked-unit.js';
import type { ChosenStatement } from './choose-statements.js';
import { countsWhatIsAsked } from './counted-noun.js';
import type { QuestionFocus } from './sentence-evidence.js';
import { isOneGroup, tornWeight } from './torn-groups.js';

/** What the found evidence amounts to. Shares are of the question's weight, 0..1. */
export interface EvidenceStrength {
  /** Around the best sentence, in it, and of the words that are no names in it or beside it. */
  readonly covered: number;
  readonly inSentence: number;
  readonly predicate: number;
  /** One of the first three statements holds something of the kind asked for. */
  readonly hasType: boolean;
  /** A counting question finds its number beside what it counts. */
  readonly counts: boolean;
  /** A question for money, an age, a measure or a share finds its unit. */
  readonly holdsUnit: boolean;
  /** Words of the question in the best sentence, themselves or in a relative. */
  readonly wordsFound: number;
  /** What stands in the best sentence word for word but for slips, in weights of the rarest kind of word. */
  readonly wordForWord: number;
  /** Which of its names stand in it or beside it, in the same measure. */
  readonly names: number;
  /** Of words the coverage has neither themselves nor in any relative. */
  readonly foreign: number;
  /** The question turns on a name that the coverage does not have, nor anything spelt nearly so. */
  readonly strangeName: boolean;
  /**
   * The most telling word left out of a group of neighbours in the question of which the other is there ("football match",
   * of which only "match" is found), in weights of the rarest kind of word; 0 where none is torn.
   */
  readonly torn: number;
  /** The whole question is one such group: a single thing and nothing about it. */
  readonly oneGroup: boolean;
  /** Of words the coverage has not, and whose relatives don't stand beside the best sentence either. */
  readonly missing: number;
  /** How many words of the rarest kind the best passage's BM25 is worth. */
  readonly matched: number;
}

// What a related word must be worth to show that the coverage speaks of the same.
const RELATIVE = 0.25;
// The word itself, or what it was before one or two slips; a relative is worth .7 at most.
const OWN_WORD = 0.8;
const STATEMENTS_READ = 3;

/** Measures the evidence of the chosen statements, best first. */
export function evidenceStrength(
  snapshot: Snapshot,
  focus: QuestionFocus,
  chosen: readonly ChosenStatement[],
  passages: readonly RankedPassage[],
): EvidenceStrength {
  const top = chosen.slice(0, STATEMENTS_READ).map(({ evidence }) => evidence);
  const texts = top.map(({ text }) => text);
  const best = top[0];
  const beside = top.filter((one) => one.passage === best?.passage && Math.abs(one.index - best.index) <= 1);
  const foundBeside = (word: number) => Math.max(0, ...beside.map(({ found }) => found[word] ?? 0));
  const rarest = snapshot.passageIndex.inverseDocumentFrequency('');
  return {
    covered: best?.covered ?? 0,
    inSentence: best?.inSentence ?? 0,
    predicate: weightShare(focus, (word) => !isName(focus, word), foundBeside),
    hasType: top.some(({ hasType }) => hasType),
    counts: countsWhatIsAsked(focus.topic, texts),
    holdsUnit: holdsAskedUnit(focus.topic, texts),
    wordsFound: (best?.found ?? []).filter((sureness) => sureness >= RELATIVE).length,
    wordForWord: weightSum(focus, (word) => ((best?.found[word] ?? 0) >= OWN_WORD ? 1 : 0)) / rarest,
    names: weightSum(focus, (word) => (isName(focus, word) ? foundBeside(word) : 0)) / rarest,
    foreign: weightShare(
      focus,
      () => true,
      (word) => (isForeign(focus, word) ? 1 : 0),
    ),
    strangeName: focus.words.some((_, word) => isForeign(focus, word) && isCapitalised(focus, word)),
    torn: tornWeight(focus.words, (word) => foundBeside(word) >= RELATIVE) / rarest,
    oneGroup: isOneGroup(focus.topic, focus.words),
    missing: weightShare(
      focus,
      () => true,
      (word) => (isAbsent(focus, word) && foundBeside(word) < RELATIVE ? 1 : 0),
    ),
    matched: passages.reduce((most, { lexical }) => Math.max(most, lexical), 0) / rarest,
  };
}

/** Written with a capital inside the question, or in letters other than ASCII: most likely a name. */
function isName(focus: QuestionFocus, word: number): boolean {
  return isCapitalised(focus, word) || /[^\x00-\x7f]/.test(focus.words[word]?.surface ?? '');
}

function isCapitalised({ words, topic }: QuestionFocus, word: number): boolean {
  const surface = words[word]?.surface ?? '';
  return /^\p{Lu}/u.test(surface) && !topic.startsWith(surface);
}

function isForeign({ words }: QuestionFocus, word: number): boolean {
  const asked = words[word];
  return asked?.known === false && [...asked.terms.values()].every((sureness) => sureness === 1);
}

/** A word the coverage lacks; letter pairs of scripts without blanks are no words, and absent by chance. */
function isAbsent({ words }: QuestionFocus, word: number): boolean {
  const asked = words[word];
  return asked?.known === false && !/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(asked.surface);
}

function weightSum({ words }: QuestionFocus, value: (word: number) => number): number {
  return words.reduce((sum, { weight }, word) => sum + weight * value(word), 0);
}

/** The weighted mean of a value over some of the words; 1 where there are none. */
function weightShare(
  { words }: QuestionFocus,
  keep: (word: number) => boolean,
  value: (word: number) => number,
): number {
  let sum = 0;
  let total = 0;
  words.forEach(({ weight }, word) => {
    if (!keep(word)) return;
    sum += weight * value(word);
    total += weight;
  });
  return total === 0 ? 1 : sum / total;
}
