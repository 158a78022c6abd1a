/** A command and what it does. */
export interface CommandHelp {
  readonly usage: string;
  readonly purpose: string;
}

/** What the program is, in two sentences. */
export const introduction =
  'Dateline answers questions about a body of news coverage with sentences taken word for word from the articles, each with ' +
  'its source. Where the coverage does not answer, it says so.';

/** The commands on Discord. */
export const discordCommands: readonly CommandHelp[] = [
  {
    usage: '/ask question [source] [from] [to] [private]',
    purpose: 'Ask. Narrow it to an outlet or to days (2026-01-05); private shows the answer to you only.',
  },
  {
    usage: '/entity name',
    purpose: 'Look up a person, organisation or place: names, titles, where it is mentioned, what it said, with whom.',
  },
  { usage: '/quotes who [about]', purpose: 'List who said what, newest first.' },
  { usage: '/sources [publisher]', purpose: 'List the outlets, or the articles of one.' },
  { usage: '/status', purpose: 'Say what is indexed, and how.' },
  { usage: '/reindex [full] [dry_run]', purpose: 'Read the articles again (managers of the server only).' },
  {
    usage: '/corpus add [file] [url] [replace] · /corpus remove article · /corpus list [text]',
    purpose: 'Put an article in, take one out, list the files (managers only).',
  },
  {
    usage: '/index history · /index rollback to',
    purpose: 'List earlier indexes and what was done; go back to one (managers only).',
  },
  { usage: '/help', purpose: 'Show this.' },
];

/** The commands at the prompt. */
export const promptCommands: readonly CommandHelp[] = [
  {
    usage: '/ask QUESTION [--source OUTLET] [--from DAY] [--to DAY]',
    purpose: 'Ask; the question alone will do. Days as 2026-01-05.',
  },
  {
    usage: '/entity NAME [--mentions | --said | --companions | --timeline]',
    purpose: 'Look up a person, organisation or place; an option shows all of that part.',
  },
  { usage: '/quotes WHO [| ABOUT]', purpose: 'List who said what, newest first.' },
  { usage: '/sources [OUTLET]', purpose: 'List the outlets, or the articles of one.' },
  { usage: '/status', purpose: 'Say what is indexed, and how.' },
  {
    usage: '/reindex [--full] [--dry-run] [--allow-drop]',
    purpose: 'Read the articles again; --dry-run only says what would change.',
  },
  { usage: '/corpus list [TEXT] [--page N]', purpose: 'List the files of the articles, and why some are set aside.' },
  { usage: '/index history', purpose: 'List the indexes kept, and what was done.' },
  { usage: '/index rollback ID', purpose: 'Let an earlier index answer again.' },
  { usage: '/help', purpose: 'Show this.' },
  { usage: '/quit', purpose: 'End. Ctrl-C stops a running command first.' },
];

/** Introduction and commands as plain lines. */
export function helpText(commands: readonly CommandHelp[]): string {
  return [introduction, '', ...commands.flatMap(({ usage, purpose }) => [usage, `    ${purpose}`])].join('\n');
}
