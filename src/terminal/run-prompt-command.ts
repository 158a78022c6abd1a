import type { Writable } from 'node:stream';
import { actors } from '../domain/audit-entry.js';
import { messageOf } from '../domain/errors.js';
import type { ReindexOptions, ReindexProgress } from '../domain/reindex.js';
import type { Administration } from '../ports/administration.js';
import type { Dateline } from '../ports/dateline.js';
import { corpusText, goBackText, historyText, unrecordedText } from '../wording/administration-text.js';
import { angleQuotes, answerText, type Emphasis } from '../wording/answer-text.js';
import { goneText } from '../wording/describe-entity.js';
import { detailText, entityText, quotesText } from '../wording/entity-text.js';
import { knownErrorText } from '../wording/error-text.js';
import { helpText, promptCommands } from '../wording/help-text.js';
import { howToDrop, reindexText } from '../wording/reindex-text.js';
import { sourcesText } from '../wording/sources-text.js';
import { statusText } from '../wording/status-text.js';
import type { PromptCommand } from './parse-command-line.js';
import { createProgressDisplay } from './progress-display.js';

/** What the commands at the prompt work with. */
export interface PromptTools {
  readonly dateline: Omit<Dateline, 'reindex'>;
  readonly administration: Administration;
  readonly output: Writable;
  readonly isTerminal: boolean;
}

// About a screen.
const actionsShown = 20;
// Weight, not colour: it reads on any background.
const bold: Emphasis = (sentence) => `\x1b[1m${sentence}\x1b[22m`;

/** Runs a command and gives back what to print. Never rejects: a failure is something to print, too. */
export async function runPromptCommand(
  command: PromptCommand,
  tools: PromptTools,
  signal: AbortSignal,
): Promise<string> {
  try {
    return await run(command, tools, signal);
  } catch (error) {
    if (signal.aborted) return 'Stopped.';
    return knownErrorText(error) ?? `Something went wrong: ${messageOf(error)}`;
  }
}

async function run(command: PromptCommand, tools: PromptTools, signal: AbortSignal): Promise<string> {
  const { dateline, administration, isTerminal } = tools;
  switch (command.kind) {
    case 'ask':
      return answerText(
        await unlessStopped(dateline.ask(command.question, signal), signal),
        isTerminal ? bold : angleQuotes,
      );
    case 'entity':
      return unlessStopped(entity(command, dateline), signal);
    case 'quotes':
      return quotesText(await unlessStopped(dateline.quotes(command.who, command.about), signal));
    case 'sources':
      return sourcesText(await unlessStopped(dateline.sources(command.publisher), signal), command.publisher);
    case 'status':
      return statusText(await unlessStopped(dateline.status(), signal));
    case 'reindex':
      return reindex(command.options, tools, signal);
    case 'corpus-list':
      return corpusText(await unlessStopped(administration.list(command), signal));
    case 'index-history':
      return history(administration);
    case 'index-rollback':
      return goBackText(await administration.goBack(actors.prompt, command.to));
    case 'help':
      return helpText(promptCommands);
    case 'wrong':
      return command.message;
    case 'nothing':
    case 'quit':
      return '';
  }
}

/** The card, or all of one section; a name that fits none or several is told alike for both. */
async function entity(
  { name, section }: Extract<PromptCommand, { readonly kind: 'entity' }>,
  dateline: PromptTools['dateline'],
): Promise<string> {
  const lookup = await dateline.lookUpEntity(name);
  if (lookup.status !== 'found' || section === undefined) return entityText(lookup);
  const detail = await dateline.entityDetail(lookup.entity.id, section);
  return detail === undefined ? goneText : detailText(lookup.entity.name, detail);
}

async function history(administration: Administration): Promise<string> {
  return historyText(await administration.generations(), await administration.actions(actionsShown));
}

/** Waits for the end even when stopped: only the outcome says what became of the index. */
async function reindex(
  options: ReindexOptions,
  { administration, output, isTerminal }: PromptTools,
  signal: AbortSignal,
): Promise<string> {
  const display = createProgressDisplay(output, isTerminal);
  try {
    const show = (progress: ReindexProgress) => display.show(progress);
    const ended = await administration.reindex(actors.prompt, options, show, signal);
    const more = ended.outcome.kind === 'drop-refused' ? [howToDrop] : [];
    return [...unrecordedText(ended), reindexText(ended.outcome), ...more].join('\n');
  } finally {
    display.end();
  }
}

/** Settles with `work`, or rejects once the signal is aborted, whether `work` heeds it or not. */
function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, stopped]);
}
