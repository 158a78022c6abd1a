import type { Citation, Statement } from '../domain/answer.js';
import type { Article, ArticleMeta } from '../domain/article.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import type { AnswerType } from './answer-type.js';
import { antecedentOf } from './antecedent.js';
import type { ChosenStatement } from './choose-statements.js';
import type { SentenceEvidence } from './sentence-evidence.js';

/** Statements with their numbered citations. */
export interface CitedStatements {
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
}

/**
 * Numbers the sources of the statements in order of their first use; an echo is cited beside the statement it repeats.
 * Where somebody is asked for, who speaks is named in full beside statements that do not.
 * Every quote is checked to stand in its passage, and every passage in its article: what fails is not shown.
 */
export function citeStatements(
  snapshot: Snapshot,
  chosen: readonly ChosenStatement[],
  askedFor: AnswerType = 'open',
): CitedStatements {
  const citations: Citation[] = [];
  const statements: Statement[] = [];
  for (const { evidence, echoes } of chosen) {
    const sources = [evidence, ...echoes].flatMap((source) => readCitation(snapshot, source) ?? []);
    if (sources[0]?.quote !== evidence.text) continue;
    const markers = sources.map((source) => {
      citations.push({ marker: citations.length + 1, ...source });
      return citations.length;
    });
    statements.push({ text: evidence.text, citations: markers, ...antecedentOf(snapshot, evidence, askedFor) });
  }
  return { statements, citations };
}

/** The citation of a sentence without its number, or `undefined` where the sentence does not stand in the article. */
function readCitation(snapshot: Snapshot, { passage: position, span, text }: SentenceEvidence) {
  const passage = snapshot.passages[position];
  const article = snapshot.articles[snapshot.articleOf[position] ?? 0];
  if (passage === undefined || article === undefined) return undefined;
  const passageText = article.body.slice(passage.start, passage.end);
  const quoteSpan = { start: span.start - passage.start, end: span.end - passage.start };
  const quote = passageText.slice(quoteSpan.start, quoteSpan.end);
  if (quote === '' || quote !== text) return undefined;
  return { passage: passage.id, article: articleMeta(article), passageText, quoteSpan, quote };
}

/** An article without its text. */
export function articleMeta({ id, title, publisher, byline, published, url, language }: Article): ArticleMeta {
  return { id, title, publisher, byline, published, url, language };
}
