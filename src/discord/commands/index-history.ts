import { ApplicationCommandOptionType } from 'discord.js';
import type { Actor } from '../../domain/audit-entry.js';
import { goBackText } from '../../wording/administration-text.js';
import { type AdminPage, parseAdminPage } from '../admin-custom-id.js';
import type { Asker } from '../admin-gate.js';
import type { ButtonHandler, Choice, Command, Reply } from '../command.js';
import { renderGoBack, renderHistory } from '../render/index-history.js';
import { textReply } from '../render/text.js';
import type { AdminTools } from './reindex.js';

// Some months of a busy server; read from the newest file of the log, in some milliseconds.
const actionsRead = 500;

/** What `/index` was given. */
export interface IndexInput extends Asker {
  /** The index to go back to; `undefined` for the history. */
  readonly to: string | undefined;
}

const subcommand = ApplicationCommandOptionType.Subcommand as const;

const options = [
  { type: subcommand, name: 'history', description: 'List the indexes kept, and what admins did' },
  {
    type: subcommand,
    name: 'rollback',
    description: 'Let an earlier index answer again',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'to',
        description: 'Its id, such as gen-000012',
        required: true,
        autocomplete: true,
        max_length: 40,
      },
    ],
  },
] satisfies Command['definition']['options'];

/** `/index`: what there was, and back to it. */
export function createIndexCommand(tools: AdminTools): Command<IndexInput> {
  const { gate, administration } = tools;
  return {
    isForAdmins: true,
    definition: { name: 'index', description: 'Earlier indexes (managers only)', ...gate.hiding, options },
    read: (interaction) => {
      const name = interaction.options.getSubcommand();
      const to = name === 'rollback' ? interaction.options.getString('to', true).trim() : undefined;
      if (to === undefined && name !== 'history') throw new RangeError(`/index has no subcommand ${name}`);
      return { ...gate.check(interaction, `index ${name}`), to };
    },
    visibility: () => 'ephemeral',
    async run({ who, refusal, to }) {
      if (refusal !== undefined) return textReply(refusal);
      if (to === undefined) return history(tools, { page: 0, ownerId: who.id, text: '' });
      return offerRollback(tools, who, to);
    },
    suggest: async (_option, typed) =>
      (await administration.generations()).flatMap(({ id, isCurrent }): Choice[] =>
        isCurrent || !id.includes(typed.trim()) ? [] : [{ name: id, value: id }],
      ),
  };
}

/** The page buttons below `/index history`. */
export function createHistoryPages(tools: AdminTools): ButtonHandler {
  return {
    kind: 'his',
    isForAdmins: true,
    ownerOf: (customId) => parseAdminPage('his', customId)?.ownerId,
    forOthers: 'refused',
    refusalOf: (interaction) => tools.gate.check(interaction, 'index history').refusal,
    async run(customId) {
      const page = parseAdminPage('his', customId);
      if (page === undefined) throw new RangeError('a page button was run that ownerOf refuses');
      return history(tools, page);
    },
  };
}

async function history({ administration }: AdminTools, page: AdminPage): Promise<Reply> {
  const [kept, actions] = await Promise.all([administration.generations(), administration.actions(actionsRead)]);
  return renderHistory(kept, actions, page);
}

async function offerRollback({ administration, questions }: AdminTools, who: Actor, to: string): Promise<Reply> {
  const kept = await administration.generations();
  const wanted = kept.find(({ id }) => id === to);
  if (wanted === undefined)
    return textReply(`No index ${JSON.stringify(to)} is kept. /index history lists those that are.`);
  if (wanted.isCurrent) return textReply(`${wanted.id} is the index that is current.`);
  return questions.ask(
    renderGoBack(
      wanted,
      kept.find(({ isCurrent }) => isCurrent),
    ),
    {
      ownerId: who.id,
      action: 'index rollback',
      no: 'The index that was serving still is.',
      yes: async () => textReply(goBackText(await administration.goBack(who, wanted.id))),
    },
  );
}
