import type { Answer } from '../../domain/answer.js';
import { articleDayText } from '../../wording/dates.js';
import { leadOf } from '../../wording/describe-answer.js';
import { groupSources, markersText } from '../../wording/source-groups.js';
import { statementText } from '../../wording/statement-text.js';
import { limits } from '../limits.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';

const statementMax = 220;
const sourceMax = 120;
// Five statements and their sources stay below 2,000; more sources than this are counted instead.
const sourcesShown = 5;

/** An answer without embeds or links, for where Discord refuses those: what is said, by whom, and when. */
export function plainAnswer(answer: Answer): string {
  const lines = [leadOf(answer), ...statementLines(answer), ...sourceLines(answer)];
  // The parts stay below the limit; the cut is for names beyond all measure.
  return clip(lines.filter((line) => line !== undefined).join('\n'), limits.content);
}

function statementLines(answer: Answer): string[] {
  if (answer.status !== 'answered') return [];
  return answer.statements.map(
    (one) => `${clip(statementText(one), statementMax, escapeMarkdown)} ${markersText(one.citations)}`,
  );
}

function sourceLines(answer: Answer): string[] {
  if (answer.status === 'not-covered') return [];
  const marked =
    answer.status === 'answered'
      ? groupSources(answer.citations).map(({ markers, article }) => ({ mark: markersText(markers), article }))
      : answer.related.map(({ article }) => ({ mark: '•', article }));
  const lines = marked.slice(0, sourcesShown).map(({ mark, article }) => {
    const text = `${article.publisher ?? 'Outlet unknown'}, ${articleDayText(article)}: ${article.title}`;
    return `${mark} ${clip(text, sourceMax, escapeMarkdown)}`;
  });
  const more = marked.length - sourcesShown;
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}
