import type { FoundName } from '../ports/name-finder.js';
import type { Thesaurus } from '../ports/thesaurus.js';
import { inverseDocumentFrequency } from './bm25-index.js';
import { endingSlips } from './ending-slips.js';
import { regularForm } from './irregular-forms.js';
import type { NearSpellings } from './near-spellings.js';
import { namedTerms, withOtherNames } from './other-names.js';
import { frameWordEnds } from './question-frame.js';
import type { Snapshot } from './snapshot.js';
import { isStopWord } from './stop-words.js';
import { tokenize } from './tokenize.js';
import { isWrittenAsName } from './written-as-name.js';

/** One word of a question and every term of the corpus that may stand for it. */
export interface QuestionWord {
  readonly surface: string;
  /** Whether only a blank or a hyphen parts it from the word of content before it: together they may name one thing. */
  readonly joined: boolean;
  /** A word of content; the others say what kind of answer is wanted. */
  readonly content: boolean;
  /** Term → how surely it means the word: 1 for its own spellings, less for a corrected or a related one. */
  readonly terms: ReadonlyMap<string, number>;
  /** How telling the word is: the inverse document frequency of its commonest own spelling. */
  readonly weight: number;
  /** Whether the corpus has the word itself, in any spelling. */
  readonly known: boolean;
}

/** What helps where the corpus does not have a word. */
export interface WordHelp {
  readonly thesaurus: Thesaurus;
  readonly spellings: NearSpellings;
  /** Whom the question names. */
  readonly names: readonly FoundName[];
}

// Each slip makes it less sure that the word was meant.
const LESS_SURE_PER_SLIP = 0.1;
// A related word found where the word itself is absent. On the reworded development questions 5 of 14 are answered with
// .5 to 1, 2 without; known words are left alone, as relating them too costs 1 to 2 points on the other questions.
const RELATED_SHARE = 1;

const LONGER_THAN_NAMES = 11;

// Looking up one takes up to 8 ms in the vocabulary of 50,000 passages; a text with more such words is none about the coverage.
const MOST_HELPED = 30;
// Shorter stems are those of many words: `Ag`, silver's sign, is also the stem of `aged`.
const SHORTEST_RELATIVE = 4;

/** The words of a question, in order, each once. */
export function questionWords(snapshot: Snapshot, topic: string, help: WordHelp): QuestionWord[] {
  const words = new Map<string, QuestionWord>();
  const named = namedTerms(snapshot, topic, help.names);
  let [previous, helped]: [OwnTerms | undefined, number] = [undefined, 0];
  for (const own of ownTerms(topic)) {
    const key = [...own.terms][0] ?? own.surface;
    const joined =
      previous !== undefined &&
      !previous.stop &&
      previous.end + 1 === own.start &&
      /[ -]/.test(topic[previous.end] ?? '');
    if (!words.has(key)) {
      const word = readWord(snapshot, own, helped < MOST_HELPED ? help : undefined);
      if (word.content && !word.known) helped++;
      words.set(key, { ...withOtherNames(snapshot, word, named.get(own.start)), joined });
    }
    previous = own;
  }
  return [...words.values()];
}

interface OwnTerms {
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly stop: boolean;
  readonly terms: Set<string>;
}

/** The terms of the question by the word they begin with; the term of two neighbours belongs to the first of them. */
function ownTerms(topic: string): OwnTerms[] {
  const byStart = new Map<number, OwnTerms>();
  const framing = frameWordEnds(topic);
  for (const { term, start, end, stop: functionWord } of tokenize(topic, { question: true })) {
    const known = byStart.get(start);
    const stop = functionWord || framing.has(end);
    if (known === undefined)
      byStart.set(start, { surface: topic.slice(start, end), start, end, stop, terms: new Set([term]) });
    else known.terms.add(term);
  }
  return [...byStart.values()];
}

function readWord(snapshot: Snapshot, word: OwnTerms, help: WordHelp | undefined): Omit<QuestionWord, 'joined'> {
  const { surface, stop, terms: own } = word;
  const index = snapshot.passageIndex;
  const frequency = Math.max(...[...own].map((term) => index.documentFrequency(term)));
  // By the word as written: `Mỹ` is no `my`.
  const content = !stop;
  const terms = new Map([...own].map((term) => [term, 1]));
  if (content && frequency === 0 && help !== undefined) addHelp(snapshot, word, terms, help);
  return {
    surface,
    content,
    terms,
    weight: inverseDocumentFrequency(index.documentCount, frequency),
    known: frequency > 0,
  };
}

// "World War II" is the Second World War.
const ORDINALS = new Map(
  Object.entries({ II: 'second', III: 'third', IV: 'fourth', V: 'fifth', VI: 'sixth', VII: 'seventh', VIII: 'eighth' }),
);

/** A word of the language is looked up in the thesaurus; one that is none is taken for a slip. Another number is another thing. */
function addHelp(
  snapshot: Snapshot,
  { surface, start, terms: own }: OwnTerms,
  terms: Map<string, number>,
  help: WordHelp,
): void {
  if (/\p{Nd}/u.test(surface)) return;
  const capital = /^\p{Lu}/u.test(surface);
  const ordinal = ORDINALS.get(surface);
  if (ordinal !== undefined) return void terms.set(tokenize(ordinal)[0]?.term ?? '', 1 - LESS_SURE_PER_SLIP);
  const related = help.thesaurus.related(regularForm(surface.toLowerCase()));
  for (const [word, nearness] of related) {
    const term = tokenize(word)[0]?.term ?? '';
    if (term.length < SHORTEST_RELATIVE || isStopWord(term) || snapshot.passageIndex.documentFrequency(term) === 0)
      continue;
    // Russia is no other country.
    if (capital && start > 0 && !isWrittenAsName(snapshot, term)) continue;
    terms.set(term, Math.max(terms.get(term) ?? 0, nearness * RELATED_SHARE));
  }
  if (related.size > 0) return;
  // A name misspelt in two words (`Jea-miung`) is looked for among the names of two words, which texts mark.
  for (const term of new Set([...own].flatMap((term) => (term.startsWith('+') ? [term] : [term, `+${term}`])))) {
    for (const near of help.spellings.find(term)) {
      // A name is not corrected to a common word: `Nien` is one slip from `nine`.
      if (capital && !isWrittenAsName(snapshot, near.term)) continue;
      terms.set(near.term, 1 - LESS_SURE_PER_SLIP * near.distance);
    }
  }
  if (terms.size > own.size) return;
  const isKnown = (term: string) => snapshot.passageIndex.documentFrequency(term) > 0;
  // A name is seldom so long that it lies a letter from a common word by chance.
  if (capital && surface.length < LONGER_THAN_NAMES) return;
  for (const term of endingSlips(surface.toLowerCase(), isKnown)) terms.set(term, 1 - LESS_SURE_PER_SLIP);
}
