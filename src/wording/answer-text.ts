import type { Answer, Answered, RelatedPassage } from '../domain/answer.js';
import { describeAsOf, describeConfidence, describeCoverage, leadOf } from './describe-answer.js';
import { describeFilters } from './describe-filters.js';
import { printable } from './printable.js';
import { shortenedPassage } from './shortened-passage.js';
import { line, sourceBlock } from './source-block.js';
import { groupSources, markersText, type SourceGroup } from './source-groups.js';
import { statementText } from './statement-text.js';
import { statementsByOutlet } from './statements-by-outlet.js';

/** How the answering sentence is set apart within its passage. */
export type Emphasis = (sentence: string) => string;

/** Without letters of another weight: angle quotes, which the coverage itself hardly uses. */
export const angleQuotes: Emphasis = (sentence) => `»${sentence}«`;

// Five lines of a terminal: enough to see what a sentence refers to.
const passageMax = 400;

/** The whole of an answer as plain lines: statements, sources with their passages, and what it rests on. */
export function answerText(answer: Answer, emphasise: Emphasis = angleQuotes): string {
  const parts = [leadOf(answer), body(answer), footing(answer), sources(answer, emphasise)];
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

function body(answer: Answer): string | undefined {
  if (answer.status !== 'answered') return undefined;
  return answer.differs ? sideBySide(answer) : answer.statements.map(statementLine).join('\n');
}

function sideBySide(answer: Answered): string {
  const outlets = statementsByOutlet(answer);
  return outlets
    .map(({ outlet, statements }) => [line(outlet), ...statements.map((one) => `  ${statementLine(one)}`)].join('\n'))
    .join('\n');
}

function statementLine(statement: Answered['statements'][number]): string {
  return `${line(statementText(statement))} ${markersText(statement.citations)}`;
}

function footing(answer: Answer): string {
  const lines = answer.status === 'answered' ? [`Confidence: ${describeConfidence(answer.confidence)}.`] : [];
  if (answer.status !== 'not-covered') {
    lines.push(`As of ${describeAsOf(answer.asOf)}, when the articles below were published.`);
    lines.push(`Searched ${describeCoverage(answer.coverage)}.`);
  }
  return [...lines, ...describeFilters(answer.filters)].join('\n');
}

function sources(answer: Answer, emphasise: Emphasis): string | undefined {
  if (answer.status === 'not-covered') return undefined;
  const blocks =
    answer.status === 'answered'
      ? groupSources(answer.citations).map((source) => citedBlock(source, emphasise))
      : answer.related.map(relatedBlock);
  return [answer.status === 'answered' ? 'Sources' : 'Nearest passages', ...blocks].join('\n');
}

function citedBlock(source: SourceGroup, emphasise: Emphasis): string {
  const passage = shortenedPassage(source, { max: passageMax, write: printable, emphasise });
  return sourceBlock(markersText(source.markers), source.article, passage);
}

function relatedBlock({ article, quote }: RelatedPassage): string {
  return sourceBlock('-', article, line(quote));
}
