import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { discordCommands, helpText } from '../../wording/help-text.js';
import type { Command } from '../command.js';
import { textReply } from '../render/text.js';

const definition = {
  name: 'help',
  description: 'Say what this bot does and how to ask it',
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
} satisfies Command['definition'];

/** `/help`. */
export function createHelpCommand(): Command<undefined> {
  return {
    definition,
    read: () => undefined,
    visibility: () => 'ephemeral',
    run: async () => textReply(helpText(discordCommands)),
  };
}
