import type { Question } from '../domain/answer.js';
import type { EntitySection } from '../domain/entity-lookup.js';
import type { ReindexOptions } from '../domain/reindex.js';
import { readOptions } from './read-options.js';

/** A line typed at the prompt, read. */
export type PromptCommand =
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'entity'; readonly name: string; readonly section: EntitySection | undefined }
  | { readonly kind: 'quotes'; readonly who: string; readonly about: string | undefined }
  | { readonly kind: 'sources'; readonly publisher: string | undefined }
  | { readonly kind: 'status' | 'help' | 'quit' | 'nothing' }
  | { readonly kind: 'reindex'; readonly options: ReindexOptions }
  | { readonly kind: 'corpus-list'; readonly text: string; readonly page: number }
  | { readonly kind: 'index-history' }
  | { readonly kind: 'index-rollback'; readonly to: string }
  | { readonly kind: 'wrong'; readonly message: string };

const askOptions = ['source', 'from', 'to'];
const sections: readonly EntitySection[] = ['mentions', 'said', 'companions', 'timeline'];

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
    case 'entity':
      return parseEntity(rest);
    case 'quotes':
      return parseQuotes(rest);
    case 'sources':
      return { kind: 'sources', publisher: unquoted(rest) || undefined };
    case 'reindex':
      return parseReindex(rest);
    case 'corpus':
      return parseCorpus(rest);
    case 'index':
      return parseIndex(rest);
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

function parseEntity(text: string): PromptCommand {
  const { words, options, mistake } = readOptions(text, { valued: [], flags: sections });
  if (mistake !== undefined) return wrong(mistake);
  if (options.size > 1) return wrong(`One of ${sections.map((section) => `--${section}`).join(', ')} at a time.`);
  const name = unquoted(words);
  if (name === '') return wrong('Write a name after /entity.');
  return { kind: 'entity', name, section: sections.find((section) => options.has(section)) };
}

function parseQuotes(text: string): PromptCommand {
  const [who = '', ...about] = text.split('|');
  if (unquoted(who.trim()) === '') return wrong('Write a name after /quotes, and after a | what it is about.');
  return { kind: 'quotes', who: unquoted(who.trim()), about: unquoted(about.join('|').trim()) || undefined };
}

function parseReindex(text: string): PromptCommand {
  const { words, options, mistake } = readOptions(text, { valued: [], flags: ['full', 'dry-run', 'allow-drop'] });
  if (mistake !== undefined) return wrong(mistake);
  if (words !== '') return wrong('/reindex takes --full, --dry-run and --allow-drop only.');
  const mayDrop = options.has('allow-drop') ? { mayDrop: 'any' as const } : {};
  return { kind: 'reindex', options: { full: options.has('full'), dryRun: options.has('dry-run'), ...mayDrop } };
}

function parseCorpus(text: string): PromptCommand {
  const [, word, rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  if (word !== 'list')
    return wrong('/corpus list [TEXT] [--page N] lists the files; change the folder itself to change them.');
  const { words, options, mistake } = readOptions(rest, { valued: ['page'], flags: [] });
  if (mistake !== undefined) return wrong(mistake);
  const page = options.get('page') ?? '1';
  if (!/^[1-9]\d{0,5}$/.test(page)) return wrong('--page needs a number from 1.');
  return { kind: 'corpus-list', text: unquoted(words), page: Number(page) - 1 };
}

function parseIndex(text: string): PromptCommand {
  const [word, to, ...more] = text.split(/\s+/);
  if (word === 'history' && to === undefined) return { kind: 'index-history' };
  if (word === 'rollback' && to !== undefined && more.length === 0) return { kind: 'index-rollback', to };
  return wrong('/index history lists the indexes kept and what was done; /index rollback ID goes back to one of them.');
}

function unquoted(text: string): string {
  return text.replace(/^["“](.*)["”]$/su, '$1').trim();
}

function wrong(message: string): PromptCommand {
  return { kind: 'wrong', message };
}
