import { type QuestionFocus, questionFocus } from '../../src/answering/question-focus.js';
import { readAskedFor } from '../../src/answering/question-form.js';
import { type SentenceEvidence, weighSentences } from '../../src/answering/sentence-evidence.js';
import type { NameFinder } from '../../src/ports/name-finder.js';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import { type RankedPassage, retrieve } from '../../src/retrieval/retrieve.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { tokenize } from '../../src/retrieval/tokenize.js';

/** What a question finds in a snapshot, up to where statements are chosen. */
export interface Found {
  readonly focus: QuestionFocus;
  readonly passages: readonly RankedPassage[];
  /** Best first. */
  readonly weighed: readonly SentenceEvidence[];
}

/** Reads a question and weighs all sentences of a snapshot made with the built-in embedder; `names` finds those of its catalogue. */
export async function weighFor(snapshot: Snapshot, question: string, names?: NameFinder): Promise<Found> {
  const asked = readAskedFor(question);
  const tools = { embedder: createHashedEmbedder(), thesaurus: noThesaurus, names };
  const query = await prepareQuery(snapshot, tools, asked.topic);
  const passages = retrieve(snapshot, query, snapshot.passages.length);
  const focus = questionFocus(asked, query);
  return { focus, passages, weighed: weighSentences(snapshot, focus, passages) };
}

/** The evidence whose sentence holds the words. */
export function sentenceWith(words: string, weighed: readonly SentenceEvidence[]): SentenceEvidence {
  const found = weighed.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`no sentence holds "${words}"`);
  return found;
}

/** A sentence as comparing sentences sees it. */
export function worded(text: string): Pick<SentenceEvidence, 'text' | 'terms'> {
  return { text, terms: new Set(tokenize(text).map(({ term }) => term)) };
}
