import { UnavailableError } from '../domain/errors.js';
import type { Embedder } from '../ports/embedder.js';
import type { FoundName, NameFinder } from '../ports/name-finder.js';
import type { Thesaurus } from '../ports/thesaurus.js';
import type { RetrievalQuery } from './candidates.js';
import { questionTerms } from './question-terms.js';
import { type QuestionWord, questionWords } from './question-words.js';
import type { Snapshot } from './snapshot.js';
import { tokenize } from './tokenize.js';
import { isWrittenAsName } from './written-as-name.js';

/** What reading a question needs from outside. */
export interface QueryTools {
  readonly embedder: Embedder;
  readonly thesaurus: Thesaurus;
  /** Finds the catalogue's names; without it, names are words like others. */
  readonly names?: NameFinder | undefined;
}

/** A question ready to be searched, and its words for judging what is found. */
export interface PreparedQuery extends RetrievalQuery {
  readonly words: readonly QuestionWord[];
  /** Whom it names. */
  readonly names: readonly FoundName[];
  /** Surnames that several bear, each for the one who is mostly meant. */
  readonly surnames: readonly FoundName[];
}

/** Reads the words of a topic and embeds it; `articles` restricts the evidence to these article numbers. */
export async function prepareQuery(
  snapshot: Snapshot,
  { embedder, thesaurus, names: finder }: QueryTools,
  topic: string,
  articles?: ReadonlySet<number>,
  signal?: AbortSignal,
): Promise<PreparedQuery> {
  const cased = withCapitals(snapshot, topic);
  const names = finder?.namesIn(cased) ?? [];
  const words = questionWords(snapshot, topic, { thesaurus, spellings: snapshot.spellings, names });
  return {
    words,
    names,
    surnames: finder?.surnamesIn(cased) ?? [],
    terms: questionTerms(snapshot, words),
    vector: await questionVector(snapshot, embedder, topic, signal),
    vectorsSee: embedder.sees,
    allowed: allowedPositions(snapshot, articles),
  };
}

/** A question all in small letters, with capitals where the coverage writes a word with one: "what did quill say". */
function withCapitals(snapshot: Snapshot, topic: string): string {
  if (/\p{Lu}/u.test(topic)) return topic;
  return topic.replace(/\p{Ll}[\p{L}\p{M}'’-]*/gu, (word) => {
    const [token] = tokenize(word);
    const isKnown = token !== undefined && !token.stop && snapshot.passageIndex.documentFrequency(token.term) > 0;
    return isKnown && isWrittenAsName(snapshot, token.term) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
}

/** The question's vector; `undefined` while the model is out of reach: words alone still find. */
async function questionVector(snapshot: Snapshot, embedder: Embedder, text: string, signal: AbortSignal | undefined) {
  const termWeight = (term: string) => snapshot.passageIndex.inverseDocumentFrequency(term);
  try {
    const vector = await embedder.embedQuestion(text, { signal, termWeight });
    return vector.length === snapshot.vectors.dimensions ? vector : undefined;
  } catch (error) {
    if (error instanceof UnavailableError) return undefined;
    throw error;
  }
}

function allowedPositions({ articleOf }: Snapshot, articles: ReadonlySet<number> | undefined): Uint32Array | undefined {
  if (articles === undefined) return undefined;
  const positions: number[] = [];
  articleOf.forEach((article, position) => {
    if (articles.has(article)) positions.push(position);
  });
  return Uint32Array.from(positions);
}
