import { describe, expect, it } from 'vitest';
import { type PromptCommand, parseCommandLine } from '../../src/terminal/parse-command-line.js';

const ask = (text: string, set: { source?: string; from?: string; to?: string } = {}) => ({
  kind: 'ask',
  question: { text, source: set.source, from: set.from, to: set.to },
});

describe('a line at the prompt', () => {
  it.each([
    ['/ask Which companies signed?', ask('Which companies signed?')],
    ['  Which companies signed? ', ask('Which companies signed?')],
    ['/ASK who?', ask('who?')],
    ['/ask who? --source Reuters', ask('who?', { source: 'Reuters' })],
    ['/ask who? --source Korea Herald --from 2026-01-05', ask('who?', { source: 'Korea Herald', from: '2026-01-05' })],
    ['/ask --source "Korea Herald" who signed?', ask('who signed?', { source: 'Korea Herald' })],
    ['/ask --source=Reuters who signed?', ask('who signed?', { source: 'Reuters' })],
    ['who? --to=2026-01-06', ask('who?', { to: '2026-01-06' })],
    ['/ask who --from 2026-01-05 signed what?', ask('who signed what?', { from: '2026-01-05' })],
    ['who? --source “The Times”', ask('who?', { source: 'The Times' })],
    ['is this -- really -- a question?', ask('is this -- really -- a question?')],
    ['what is 2/3?', ask('what is 2/3?')],
  ])('asks with %j', (line, command) => expect(parseCommandLine(line)).toEqual(command));

  it.each([
    ['/sources', { kind: 'sources', publisher: undefined }],
    ['/sources Korea Herald', { kind: 'sources', publisher: 'Korea Herald' }],
    ['/sources "Korea Herald"', { kind: 'sources', publisher: 'Korea Herald' }],
    ['/entity Mara Quill', { kind: 'entity', name: 'Mara Quill', section: undefined }],
    ['/entity "Mara Quill" --timeline', { kind: 'entity', name: 'Mara Quill', section: 'timeline' }],
    ['/entity --said 이재명', { kind: 'entity', name: '이재명', section: 'said' }],
    ['/quotes Mara Quill', { kind: 'quotes', who: 'Mara Quill', about: undefined }],
    ['/quotes Mara Quill | the bridge', { kind: 'quotes', who: 'Mara Quill', about: 'the bridge' }],
    ['/quotes "Mara Quill"|', { kind: 'quotes', who: 'Mara Quill', about: undefined }],
    ['/status', { kind: 'status' }],
    ['/help', { kind: 'help' }],
    ['/quit', { kind: 'quit' }],
    ['/exit', { kind: 'quit' }],
    ['   ', { kind: 'nothing' }],
    ['/reindex', { kind: 'reindex', options: { full: false, dryRun: false } }],
    ['/reindex --full --dry-run', { kind: 'reindex', options: { full: true, dryRun: true } }],
    ['/reindex --dry_run', { kind: 'reindex', options: { full: false, dryRun: true } }],
  ])('reads %j', (line, command) => expect(parseCommandLine(line)).toEqual(command));

  it.each([
    ['/aks who?', 'There is no command /aks. /help lists them; a question needs none.'],
    ['/', 'There is no command /. /help lists them; a question needs none.'],
    ['/ask', 'Write the question after /ask, or without any command.'],
    ['/ask --source Reuters', 'Write the question after /ask, or without any command.'],
    ['/ask who? --form 2026-01-05', '--form is not known here. Known: --source, --from, --to.'],
    ['/ask who? --from', '--from needs a value after it.'],
    ['/entity', 'Write a name after /entity.'],
    ['/entity --said', 'Write a name after /entity.'],
    ['/entity Quill --said --timeline', 'One of --mentions, --said, --companions, --timeline at a time.'],
    ['/entity Quill --all', '--all is not known here. Known: --mentions, --said, --companions, --timeline.'],
    ['/quotes', 'Write a name after /quotes, and after a | what it is about.'],
    ['/quotes | the bridge', 'Write a name after /quotes, and after a | what it is about.'],
    ['/reindex now', '/reindex takes --full, --dry-run and --allow-drop only.'],
  ])('says what is wrong with %j', (line, message) =>
    expect(parseCommandLine(line)).toEqual({ kind: 'wrong', message }),
  );

  it.each<[string, PromptCommand]>([
    ['/corpus list', { kind: 'corpus-list', text: '', page: 0 }],
    ['/corpus list "the ferry" --page 3', { kind: 'corpus-list', text: 'the ferry', page: 2 }],
    ['/index history', { kind: 'index-history' }],
    ['/index rollback gen-000001', { kind: 'index-rollback', to: 'gen-000001' }],
    ['/reindex --allow-drop', { kind: 'reindex', options: { full: false, dryRun: false, mayDrop: 'any' } }],
  ])('reads %j', (line, command) => expect(parseCommandLine(line)).toEqual(command));

  it.each([
    '/corpus',
    '/corpus add x',
    '/corpus list --page 0',
    '/corpus list --size 3',
    '/index',
    '/index rollback',
    '/index history all',
  ])('does not take %j', (line) => expect(parseCommandLine(line).kind).toBe('wrong'));
});
