import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { discordCommands, introduction } from '../../wording/help-text.js';
import type { Command } from '../command.js';

const definition = {
  name: 'help',
  description: 'Say what this bot does and how to ask it',
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
} satisfies Command['definition'];

// Our own words, so nothing in them needs escaping.
const help = [introduction, ...discordCommands.map(({ usage, purpose }) => `\`${usage}\`\n${purpose}`)].join('\n\n');

/** `/help`. */
export function createHelpCommand(): Command<undefined> {
  return {
    definition,
    read: () => undefined,
    visibility: () => 'ephemeral',
    run: async () => ({ content: help, plain: help }),
  };
}
