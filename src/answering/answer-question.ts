import type { Answer, Citation, DateSpan, Question, RelatedPassage } from '../domain/answer.js';
import { publishedDay } from '../domain/article.js';
import { UnavailableError } from '../domain/errors.js';
import type { Embedder } from '../ports/embedder.js';
import { questionTerms } from '../retrieval/question-terms.js';
import { type ReadQuestion, readQuestion } from '../retrieval/read-question.js';
import { type RankedPassage, type RetrievalQuery, retrieve } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { chooseStatements } from './choose-statements.js';
import { articleMeta, citeStatements } from './cite.js';
import { figuresDiffer } from './differing-figures.js';
import { judgeEvidence } from './judge-evidence.js';
import { questionFocus, type SentenceEvidence, weighSentences } from './sentence-evidence.js';

// Passages whose sentences are weighed. On the development questions an answer stands in the first 10 for all but the
// low-overlap kind; 30 leaves room for several outlets.
const PASSAGES_READ = 30;
const RELATED_SHOWN = 3;

/**
 * Answers from one snapshot, extractively: every statement is a sentence of an article, word for word.
 * @throws UsageError for a question that can't be read.
 */
export async function answerQuestion(
  snapshot: Snapshot,
  embedder: Embedder,
  question: Question,
  signal?: AbortSignal,
): Promise<Answer> {
  const read = readQuestion(snapshot, question);
  const query = await retrievalQuery(snapshot, embedder, read, signal);
  const passages = retrieve(snapshot, query, PASSAGES_READ);
  const focus = questionFocus(snapshot, read.topic);
  const weighed = weighSentences(snapshot, focus, passages);
  const verdict = judgeEvidence(snapshot, { focus, filters: read.filters, passages, sentences: weighed });
  const base = { filters: read.filters, snapshot: snapshot.manifest.id, coverage: read.coverage };
  if (verdict.status === 'not-covered') return { status: 'not-covered', ...base };
  if (verdict.status === 'answered') {
    const chosen = chooseStatements(snapshot, weighed);
    const cited = citeStatements(snapshot, chosen);
    if (cited.statements.length > 0) {
      const differs = figuresDiffer(snapshot, focus, chosen);
      return { ...verdict, ...cited, differs, asOf: datesOf(cited.citations), ...base };
    }
  }
  const related = relatedPassages(snapshot, passages, weighed);
  return { status: 'related-only', related, asOf: datesOf(related), ...base };
}

async function retrievalQuery(
  snapshot: Snapshot,
  embedder: Embedder,
  read: ReadQuestion,
  signal: AbortSignal | undefined,
): Promise<RetrievalQuery> {
  return {
    terms: questionTerms(read.topic),
    vector: await questionVector(snapshot, embedder, read.topic, signal),
    allowed: allowedPositions(snapshot, read.articles),
  };
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

/** The best sentence of each of the nearest articles. */
function relatedPassages(
  snapshot: Snapshot,
  passages: readonly RankedPassage[],
  weighed: readonly SentenceEvidence[],
): RelatedPassage[] {
  const related = new Map<number, RelatedPassage>();
  for (const { position } of passages) {
    const article = snapshot.articles[snapshot.articleOf[position] ?? 0];
    const passage = snapshot.passages[position];
    const best = weighed.find((evidence) => evidence.passage === position);
    if (article === undefined || passage === undefined || best === undefined) continue;
    const number = snapshot.articleOf[position] ?? 0;
    if (related.has(number)) continue;
    related.set(number, { passage: passage.id, article: articleMeta(article), quote: best.text });
    if (related.size === RELATED_SHOWN) break;
  }
  return [...related.values()];
}

function datesOf(sources: readonly (Citation | RelatedPassage)[]): DateSpan | undefined {
  const days = sources.flatMap(({ article }) => publishedDay(article) ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? undefined : { from, to };
}
