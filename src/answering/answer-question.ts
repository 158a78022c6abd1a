import type { Answer, Citation, DateSpan, Question, RelatedPassage } from '../domain/answer.js';
import { publishedDay } from '../domain/article.js';
import { createPassageReader } from '../retrieval/passage-reader.js';
import { prepareQuery, type QueryTools } from '../retrieval/prepare-query.js';
import { type ReadQuestion, readQuestion } from '../retrieval/read-question.js';
import { type RankedPassage, retrieve } from '../retrieval/retrieve.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { chooseStatements } from './choose-statements.js';
import { articleMeta, citeStatements } from './cite.js';
import { figuresDiffer } from './differing-figures.js';
import { evidenceStrength } from './evidence-strength.js';
import { judgeEvidence } from './judge-evidence.js';
import { openings } from './openings.js';
import { questionFocus } from './question-focus.js';
import { readAskedFor } from './question-form.js';
import { type SentenceEvidence, weighSentences } from './sentence-evidence.js';
import { withoutCopies } from './without-copies.js';

// Passages whose sentences are weighed. On the development questions an answer stands in the first 10 for all but the
// low-overlap kind; 30 leaves room for several outlets.
const PASSAGES_READ = 30;
// Enough that near-copies of the first leave others to read.
const PASSAGES_RANKED = 120;
const RELATED_SHOWN = 3;

/**
 * Answers from one snapshot, extractively: every statement is a sentence of an article, word for word.
 * @throws UsageError for a question that can't be read.
 */
export async function answerQuestion(
  snapshot: Snapshot,
  tools: QueryTools,
  question: Question,
  signal?: AbortSignal,
): Promise<Answer> {
  const read = readQuestion(snapshot, question);
  const asked = readAskedFor(read.topic);
  if (asked.topic === '' && read.articles === undefined) return nothingAsked(snapshot, read);
  const query = await prepareQuery(snapshot, tools, asked.topic, read.articles, signal);
  const readPassage = createPassageReader(snapshot);
  const ranked = retrieve(snapshot, query, PASSAGES_RANKED, readPassage);
  const passages = withoutCopies(snapshot, ranked, readPassage, PASSAGES_READ);
  const focus = questionFocus(asked, query);
  const weighed = weighSentences(snapshot, focus, passages, readPassage);
  const chosen =
    focus.scopeOnly && read.articles !== undefined
      ? openings(snapshot, focus, read.articles, readPassage)
      : chooseStatements(snapshot, focus, weighed);
  const verdict = judgeEvidence(evidenceStrength(snapshot, focus, chosen, weighed, passages), read.filters.length > 0);
  const { support } = verdict;
  const base = {
    filters: read.filters,
    snapshot: snapshot.manifest.id,
    coverage: read.coverage,
    support,
    byWordsOnly: query.vector === undefined,
  };
  if (verdict.status === 'not-covered') return { status: 'not-covered', ...base };
  const cited = citeStatements(snapshot, verdict.status === 'answered' ? chosen : [], asked.type);
  if (verdict.status === 'answered' && cited.statements.length > 0) {
    const differs = figuresDiffer(snapshot, focus, chosen);
    return { ...verdict, ...cited, differs, asOf: datesOf(cited.citations), ...base };
  }
  const related = relatedPassages(snapshot, passages, weighed);
  return { status: 'related-only', related, asOf: datesOf(related), ...base };
}

/** What "hello" is answered with. */
function nothingAsked({ manifest }: Snapshot, { filters, coverage }: ReadQuestion): Answer {
  return { status: 'not-covered', filters, coverage, snapshot: manifest.id, support: 0, byWordsOnly: false };
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
