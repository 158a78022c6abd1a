import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { Answer, Answered } from '../../domain/answer.js';
import { describeAsOf, describeConfidence, describeCoverage, leadOf } from '../../wording/describe-answer.js';
import { describeFilters } from '../../wording/describe-filters.js';
import { groupSources, markersText } from '../../wording/source-groups.js';
import { statementText } from '../../wording/statement-text.js';
import { statementsByOutlet } from '../../wording/statements-by-outlet.js';
import type { Reply } from '../command.js';
import { limits } from '../limits.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip, shares } from './fit.js';
import { plainAnswer } from './plain-answer.js';
import { citedSources, relatedSources, sourceList } from './source-list.js';
import { escapeLines } from './text.js';

// 6,000 characters in all: the answer takes at most 256 (title) + 1,500 (statements or lead) + 3 x 300 (fields) + labels
// + 200 (footer) < 2,950; the sources get 3,000 and their heading.
const statementsMax = 1500;
const factMax = 300;
const footerMax = 200;
const sourcesMax = 3000;
// Two outlets' names; at five outlets the statements keep 220 characters each.
const outletMax = 80;

/** An answer as embeds: what was asked, what the coverage says, what that rests on, and the sources. */
export function renderAnswer(question: string, answer: Answer): Reply {
  const embeds = [answerEmbed(question, answer), ...sourcesEmbed(answer)];
  return { embeds, plain: plainAnswer(answer) };
}

function answerEmbed(question: string, answer: Answer): APIEmbed {
  const text = [leadOf(answer), statementsText(answer)].filter((part) => part !== undefined).join('\n\n');
  return {
    color: embedColor[answer.status],
    title: clip(question, limits.title, escapeMarkdown) || 'Your question',
    ...(text === '' ? {} : { description: text }),
    fields: [...outletFields(answer), ...factFields(answer)],
    footer: { text: clip(`Searched ${describeCoverage(answer.coverage)} · index ${answer.snapshot}`, footerMax) },
  };
}

function statementsText(answer: Answer): string | undefined {
  if (answer.status !== 'answered' || answer.differs) return undefined;
  return written(answer.statements, statementsMax).join('\n\n');
}

/** Side by side: inline fields stand next to each other where the window is wide enough. */
function outletFields(answer: Answer): APIEmbedField[] {
  if (answer.status !== 'answered' || !answer.differs) return [];
  const outlets = statementsByOutlet(answer);
  const room = Math.min(limits.fieldValue, Math.floor(statementsMax / outlets.length) - outletMax);
  return outlets.map(({ outlet, statements }) => ({
    name: clip(outlet, outletMax, escapeMarkdown),
    value: written(statements, room).join('\n'),
    inline: true,
  }));
}

/** Statements with their markers, cut alike where they do not fit together. */
function written(statements: Answered['statements'], max: number): string[] {
  const marks = statements.map((statement) => ` ${markersText(statement.citations)}`);
  const room = max - marks.join('\n\n').length;
  const texts = statements.map(statementText);
  const needs = texts.map((text) => escapeMarkdown(text).length);
  const rooms = shares(needs, room);
  return texts.map((text, index) => `${clip(text, rooms[index] ?? 1, escapeMarkdown)}${marks[index]}`);
}

function factFields(answer: Answer): APIEmbedField[] {
  const filters = describeFilters(answer.filters).join('\n');
  return [
    ...(answer.status === 'answered' ? [fact('Confidence', describeConfidence(answer.confidence))] : []),
    ...(answer.status === 'not-covered' ? [] : [fact('As of', describeAsOf(answer.asOf))]),
    ...(filters === '' ? [] : [fact('Filters', filters)]),
  ];
}

function fact(name: string, value: string): APIEmbedField {
  return { name, value: clip(value, factMax, escapeLines) };
}

function sourcesEmbed(answer: Answer): APIEmbed[] {
  if (answer.status === 'not-covered') return [];
  const cited = answer.status === 'answered';
  const sources = cited ? citedSources(groupSources(answer.citations)) : relatedSources(answer.related);
  if (sources.length === 0) return [];
  const description = sourceList(sources, sourcesMax);
  return [{ color: embedColor[answer.status], title: cited ? 'Sources' : 'Nearest passages', description }];
}
