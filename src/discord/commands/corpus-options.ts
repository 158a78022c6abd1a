import { ApplicationCommandOptionType } from 'discord.js';
import { longestFilter } from '../admin-custom-id.js';
import type { Command } from '../command.js';

// An address in a browser's bar; servers refuse longer ones.
const longestAddress = 2_000;
// As long as file systems let a name be.
const longestName = 255;

const subcommand = ApplicationCommandOptionType.Subcommand as const;
const text = ApplicationCommandOptionType.String as const;

/** The subcommands of `/corpus` and what they take. */
export const corpusOptions = [
  {
    type: subcommand,
    name: 'add',
    description: 'Add an article: a file, or the address of a page',
    options: [
      { type: ApplicationCommandOptionType.Attachment, name: 'file', description: 'A .md, .txt or .html file' },
      { type: text, name: 'url', description: 'The address of a page on an allowed host', max_length: longestAddress },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'replace',
        description: 'Take the place of the article that has its name or address',
      },
    ],
  },
  {
    type: subcommand,
    name: 'remove',
    description: 'Take an article out; its file is kept',
    options: [
      {
        type: text,
        name: 'article',
        description: 'Its id, or the path of its file',
        required: true,
        autocomplete: true,
        max_length: longestName,
      },
    ],
  },
  {
    type: subcommand,
    name: 'list',
    description: 'List the files, and why some are set aside',
    options: [{ type: text, name: 'text', description: 'Only files whose path has this', max_length: longestFilter }],
  },
] satisfies Command['definition']['options'];
