import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Dateline } from '../../ports/dateline.js';
import type { Command } from '../command.js';
import { renderStatus } from '../render/status.js';

const definition = {
  name: 'status',
  description: 'Say what is indexed, and how',
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
} satisfies Command['definition'];

/** `/status`: the index that is serving. */
export function createStatusCommand(dateline: Pick<Dateline, 'status'>): Command<undefined> {
  return {
    definition,
    read: () => undefined,
    visibility: () => 'ephemeral',
    run: async () => renderStatus(await dateline.status()),
  };
}
