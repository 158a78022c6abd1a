import type { Question } from '../domain/answer.js';
import type { ReindexOptions } from '../domain/reindex.js';
import { readOptions } from './read-options.js';

/** A line typed at the prompt, read. */
export type PromptCommand =
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'sources'; readonly publisher: string | undefined }
  | { readonly kind: 'status' | 'help' | 'quit' | 'nothing' }
  | { readonly kind: 'reindex'; readonly options: ReindexOptions }
  | { readonly kind: 'wrong'; readonly message: string };

const askOptions = ['source', 'from', 'to'];

/** Reads a line: a command with its options, or a bare question. What can't be read comes back as `wrong` with the reason. */
export function parseCommandLine(line: string): PromptCommand {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  const [, name, rest] = /^\/(\S*)\s*(.*)$/s.exec(text) ?? [];
  if (name === undefined || rest === undefined) return parseAsk(text);
  return parseNamed(name.toLowerCase(), rest);
}

function parseNamed(name: string, rest: string): PromptCommand {
  switch (name) {
    case 'ask':
      return parseAsk(rest);
    case 'sources':
      return { kind: 'sources', publisher: unquoted(rest) || undefined };
    case 'reindex':
      return parseReindex(rest);
    case 'status':
    case 'help':
      return { kind: name };
    case 'quit':
    case 'exit':
      return { kind: 'quit' };
    default:
      return wrong(`There is no command /${name}. /help lists them; a question needs none.`);
  }
}

function parseAsk(text: string): PromptCommand {
  const { words, options, mistake } = readOptions(text, { valued: askOptions, flags: [] });
  if (mistake !== undefined) return wrong(mistake);
  if (words === '') return wrong('Write the question after /ask, or without any command.');
  const { source, from, to } = Object.fromEntries(options);
  return { kind: 'ask', question: { text: words, source, from, to } };
}

function parseReindex(text: string): PromptCommand {
  const { words, options, mistake } = readOptions(text, { valued: [], flags: ['full', 'dry-run'] });
  if (mistake !== undefined) return wrong(mistake);
  if (words !== '') return wrong('/reindex takes --full and --dry-run only.');
  return { kind: 'reindex', options: { full: options.has('full'), dryRun: options.has('dry-run') } };
}

function unquoted(text: string): string {
  return text.replace(/^["“](.*)["”]$/su, '$1').trim();
}

function wrong(message: string): PromptCommand {
  return { kind: 'wrong', message };
}
