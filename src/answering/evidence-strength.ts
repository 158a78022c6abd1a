import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { isMeasured } from './answer-type.js';
import { askedGroup } from './asked-group.js';
import { holdsUnit } from './asked-unit.js';
import type { ChosenStatement } from './choose-statements.js';
import { countsNouns } from './counted-noun.js';
import type { QuestionFocus } from './question-focus.js';
import type { SentenceEvidence } from './sentence-evidence.js';
import { tornWeight } from './torn-groups.js';

/** What the found evidence amounts to. Shares are of the question's weight, 0..1; weights are in the rarest word's. */
export interface EvidenceStrength {
  /** How many words of content the question has. */
  readonly words: number;
  /** It asks for whatever the filters let through. */
  readonly scopeOnly: boolean;
  /** The share found in the best sentence, its surroundings counting in part. */
  readonly covered: number;
  /** The share found anywhere in its passage or in the title above it. */
  readonly inPassage: number;
  /** The same share of the words that name nobody: 1 where all do. A question about somebody is not answered by their name. */
  readonly besideNames: number;
  /**
   * Whether there or in a sentence about as near stands any of them, or two whom the question names in one sentence. True where a day,
   * a number, a person or a place is asked for, which is looked for itself. Of 468 answers whose statements hold what is asked 2 do
   * not, of 37 to questions about absent facts 6 ("What is the name of her mother?").
   */
  readonly holdsTopic: boolean;
  /** How many words of the rarest kind the best passage's BM25 is worth. */
  readonly matched: number;
  /** The share of words the coverage has not, and whose relatives don't stand beside the best sentence either. */
  readonly missing: number;
  /** The weight of the most telling word left out beside the best sentence, but for what the question asks for. */
  readonly untold: number;
  /**
   * The most telling word left out of a group of neighbours in the question of which the other is there ("football match",
   * of which only "match" is found), in weights of the rarest kind of word; 0 where none is torn.
   */
  readonly torn: number;
  /** The question turns on a name that the coverage does not have, nor anything spelt nearly so. */
  readonly strangeName: boolean;
  /** A counting question finds its number beside what it counts. */
  readonly counts: boolean;
  /** A question for a number, a frequency, a duration or a date finds one; and the best sentence tells of nobody else. */
  readonly holdsType: boolean;
  /** A question for somebody's words finds words of theirs, about a good part of what is asked (see HEARD). */
  readonly heard: boolean;
  /** A question for money, an age, a measure, a share or a kind of day finds it (see `askedUnit`). */
  readonly holdsUnit: boolean;
  /** A name in the question was taken for another, a slip away. */
  readonly corrected: boolean;
  /**
   * A question for a number, a frequency, a duration or a date finds some of its names in the best passage or its title: a day
   * without them is another day. True for every other question.
   */
  readonly holdsNames: boolean;
  /** The weight of its names that stand in the best sentence or beside it. */
  readonly names: number;
}

// Names that are worth less stand in most articles. None of 419 questions whose answer stands in the statements has less than that
// share of its names there; of 46 whose answer is absent 5 have, of 150 of later years 3.
const TELLING_NAMES = 0.3;
const NAMES_HELD = 0.25;
// What a related word must be worth to show that the coverage speaks of the same.
const RELATIVE = 0.25;
const STATEMENTS_READ = 3;
// None of 403 questions for what somebody said about a thing no article on them speaks of is answered with this; all of 97
// for two words of what they did say are. At .5 two of 138 right answers to questions written
// afterwards were refused.
const HEARD = 0.4;
// A number or a unit answers where it stands in a sentence about as near to the question as the best, or beside that.
const AS_NEAR = 0.75;

/** Measures the evidence of the chosen statements, best first; `weighed` are all sentences they were chosen from. */
export function evidenceStrength(
  snapshot: Snapshot,
  focus: QuestionFocus,
  chosen: readonly ChosenStatement[],
  weighed: readonly SentenceEvidence[],
  passages: readonly RankedPassage[],
): EvidenceStrength {
  const top = chosen.slice(0, STATEMENTS_READ).map(({ evidence }) => evidence);
  const best = top[0];
  const isBeside = (one: SentenceEvidence) => one.passage === best?.passage && Math.abs(one.index - best.index) <= 1;
  const foundIn = (sentences: readonly SentenceEvidence[]) => (word: number) =>
    Math.max(0, ...sentences.map(({ found }) => found[word] ?? 0));
  const foundBeside = foundIn(top.filter(isBeside));
  const foundInPassage = foundIn(weighed.filter(({ passage }) => passage === best?.passage));
  const foundAround = (word: number) => Math.max(foundInPassage(word), best?.titled[word] ?? 0);
  const isThere = (word: number) => foundBeside(word) >= RELATIVE;
  const near = top.filter((one) => isBeside(one) || one.covered >= AS_NEAR * (best?.covered ?? 0));
  const foundNear = foundIn(near);
  const texts = near.map(({ text }) => text);
  const asked = askedGroup(focus.topic, focus.words);
  const rarest = snapshot.passageIndex.inverseDocumentFrequency('');
  return {
    words: focus.words.length,
    scopeOnly: focus.scopeOnly,
    covered: best?.covered ?? 0,
    inPassage: weightShare(focus, foundAround),
    besideNames: shareBesideNames(focus, foundAround),
    holdsTopic:
      focus.type !== 'open' ||
      shareBesideNames(focus, (word) => Math.max(foundAround(word), foundNear(word))) > 0 ||
      joinsNames(snapshot, focus, best),
    matched: passages.reduce((most, { lexical }) => Math.max(most, lexical), 0) / rarest,
    missing: weightShare(focus, (word) => (isAbsent(focus, word) && !isThere(word) ? 1 : 0)),
    untold: untoldWeight(focus, asked, isThere) / rarest,
    torn: tornWeight(focus.topic, focus.words, isThere) / rarest,
    strangeName: focus.words.some((_, word) => isStrange(focus, word)),
    counts: countsNouns(focus.counted, texts),
    holdsType: best?.anothers !== true && (!isMeasured(focus.type) || near.some(({ hasType }) => hasType)),
    heard: focus.speaker === undefined || chosen.some(({ evidence }) => evidence.heard >= HEARD),
    holdsUnit: holdsUnit(focus.unit, texts),
    corrected: focus.corrected,
    holdsNames: !isMeasured(focus.type) || holdsNames(focus, foundAround, rarest),
    names: weightSum(focus, (word) => (isName(focus, word) ? foundBeside(word) : 0)) / rarest,
  };
}

function shareBesideNames(focus: QuestionFocus, found: (word: number) => number): number {
  const isPlain = (word: number) => !focus.nameWords.has(word) && !isCapitalised(focus, word);
  const all = weightSum(focus, (word) => (isPlain(word) ? 1 : 0));
  return all === 0 ? 1 : weightSum(focus, (word) => (isPlain(word) ? found(word) : 0)) / all;
}

/** Two of those whom the question names stand in the best sentence. */
function joinsNames(
  { mentions, articleOf }: Snapshot,
  { named }: QuestionFocus,
  best: SentenceEvidence | undefined,
): boolean {
  if (best === undefined) return false;
  const there = mentions.namedBetween(articleOf[best.passage] ?? 0, best.span.start, best.span.end);
  return new Set(there.filter((entity) => named.has(entity))).size > 1;
}

function holdsNames(focus: QuestionFocus, found: (word: number) => number, rarest: number): boolean {
  const asked = weightSum(focus, (word) => (isName(focus, word) ? 1 : 0));
  return (
    asked < TELLING_NAMES * rarest ||
    weightSum(focus, (word) => (isName(focus, word) ? found(word) : 0)) >= NAMES_HELD * asked
  );
}

function untoldWeight(focus: QuestionFocus, asked: ReadonlySet<number>, isThere: (word: number) => boolean): number {
  return focus.words.reduce(
    (most, { weight }, word) => (asked.has(word) || isThere(word) ? most : Math.max(most, weight)),
    0,
  );
}

// "¿Cuántas …?", or a quotation mark.
const BEFORE_FIRST_WORD = /^[^\p{L}\p{N}]+/u;
// Their words are pairs of letters, which say little each.
const WITHOUT_BLANKS = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Written with a capital inside the question, or in letters beyond ASCII of a script with blanks: most likely a name. */
function isName(focus: QuestionFocus, word: number): boolean {
  const surface = focus.words[word]?.surface ?? '';
  return isCapitalised(focus, word) || (/[^\x00-\x7f]/.test(surface) && !WITHOUT_BLANKS.test(surface));
}

function isCapitalised({ words, topic }: QuestionFocus, word: number): boolean {
  const surface = words[word]?.surface ?? '';
  return /^\p{Lu}/u.test(surface) && !topic.replace(BEFORE_FIRST_WORD, '').startsWith(surface);
}

/** A name that is of nobody the coverage has. */
function isStrange(focus: QuestionFocus, word: number): boolean {
  return isForeign(focus, word) && isCapitalised(focus, word) && !focus.nameWords.has(word);
}

function isForeign({ words }: QuestionFocus, word: number): boolean {
  const asked = words[word];
  return asked?.known === false && [...asked.terms.values()].every((sureness) => sureness === 1);
}

/** A word the coverage lacks; letter pairs of scripts without blanks are no words, and absent by chance. */
function isAbsent({ words }: QuestionFocus, word: number): boolean {
  const asked = words[word];
  return asked?.known === false && !WITHOUT_BLANKS.test(asked.surface);
}

function weightSum({ words }: QuestionFocus, value: (word: number) => number): number {
  return words.reduce((sum, { weight }, word) => sum + weight * value(word), 0);
}

/** The weighted mean of a value over the words; 0 where there are none. */
function weightShare(focus: QuestionFocus, value: (word: number) => number): number {
  return focus.totalWeight === 0 ? 0 : weightSum(focus, value) / focus.totalWeight;
}
