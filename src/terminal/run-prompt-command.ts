import type { Writable } from 'node:stream';
import { messageOf } from '../domain/errors.js';
import type { ReindexOptions } from '../domain/reindex.js';
import type { Dateline } from '../ports/dateline.js';
import { angleQuotes, answerText, type Emphasis } from '../wording/answer-text.js';
import { goneText } from '../wording/describe-entity.js';
import { detailText, entityText, quotesText } from '../wording/entity-text.js';
import { knownErrorText } from '../wording/error-text.js';
import { helpText, promptCommands } from '../wording/help-text.js';
import { reindexText } from '../wording/reindex-text.js';
import { sourcesText } from '../wording/sources-text.js';
import { statusText } from '../wording/status-text.js';
import type { PromptCommand } from './parse-command-line.js';
import { createProgressDisplay } from './progress-display.js';

/** What the commands at the prompt work with. */
export interface PromptTools {
  readonly dateline: Dateline;
  readonly output: Writable;
  readonly isTerminal: boolean;
}

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
  const { dateline, isTerminal } = tools;
  switch (command.kind) {
    case 'ask': {
      const answer = await unlessStopped(dateline.ask(command.question, signal), signal);
      return answerText(answer, isTerminal ? bold : angleQuotes);
    }
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
  dateline: Dateline,
): Promise<string> {
  const lookup = await dateline.lookUpEntity(name);
  if (lookup.status !== 'found' || section === undefined) return entityText(lookup);
  const detail = await dateline.entityDetail(lookup.entity.id, section);
  return detail === undefined ? goneText : detailText(lookup.entity.name, detail);
}

/** Waits for the end even when stopped: only the outcome says what became of the index. */
async function reindex(
  options: ReindexOptions,
  { dateline, output, isTerminal }: PromptTools,
  signal: AbortSignal,
): Promise<string> {
  const display = createProgressDisplay(output, isTerminal);
  try {
    return reindexText(await dateline.reindex(options, (progress) => display.show(progress), signal));
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
