import type { RankedPassage } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import type { ChosenStatement } from './choose-statements.js';
import { countsWhatIsAsked } from './counted-noun.js';
import type { QuestionFocus } from './sentence-evidence.js';

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
  /** Words of the question in the best sentence, itself or in a relative; a word the coverage lacks counts twice if near. */
  readonly wordsFound: number;
  /** Of words the coverage has neither themselves nor in any relative. */
  readonly foreign: number;
  /** How many words of the rarest kind the best passage's BM25 is worth. */
  readonly matched: number;
}

// What a related word must be worth to show that the coverage speaks of the same, and to show it by itself.
const RELATIVE = 0.35;
const NEAR_RELATIVE = 0.6;
const STATEMENTS_READ = 3;

/** Measures the evidence of the chosen statements, best first. */
export function evidenceStrength(
  snapshot: Snapshot,
  focus: QuestionFocus,
  chosen: readonly ChosenStatement[],
  passages: readonly RankedPassage[],
): EvidenceStrength {
  const top = chosen.slice(0, STATEMENTS_READ).map(({ evidence }) => evidence);
  const best = top[0];
  const beside = top.filter((one) => one.passage === best?.passage && Math.abs(one.index - best.index) <= 1);
  const foundBeside = (word: number) => Math.max(0, ...beside.map(({ found }) => found[word] ?? 0));
  const rarest = snapshot.passageIndex.inverseDocumentFrequency('');
  return {
    covered: best?.covered ?? 0,
    inSentence: best?.inSentence ?? 0,
    predicate: weightShare(focus, (word) => !isName(focus, word), foundBeside),
    hasType: top.some(({ hasType }) => hasType),
    counts: countsWhatIsAsked(
      focus.topic,
      top.map(({ text }) => text),
    ),
    wordsFound: wordsFound(focus, best?.found ?? []),
    foreign: weightShare(
      focus,
      () => true,
      (word) => (isForeign(focus, word) ? 1 : 0),
    ),
    matched: passages.reduce((most, { lexical }) => Math.max(most, lexical), 0) / rarest,
  };
}

function wordsFound({ words }: QuestionFocus, found: readonly number[]): number {
  const near = found.some((sureness, word) => words[word]?.known === false && sureness >= NEAR_RELATIVE);
  return found.filter((sureness) => sureness >= RELATIVE).length + (near ? 1 : 0);
}

/** Written with a capital inside the question, or in letters other than ASCII: most likely a name. */
function isName({ words, topic }: QuestionFocus, word: number): boolean {
  const surface = words[word]?.surface ?? '';
  return (/^\p{Lu}/u.test(surface) && !topic.startsWith(surface)) || /[^\x00-\x7f]/.test(surface);
}

function isForeign({ words }: QuestionFocus, word: number): boolean {
  const asked = words[word];
  return asked?.known === false && [...asked.terms.values()].every((sureness) => sureness === 1);
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
