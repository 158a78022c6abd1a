import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { ReindexOptions } from '../../domain/reindex.js';
import type { Dateline } from '../../ports/dateline.js';
import type { Logger } from '../../ports/logger.js';
import type { Command } from '../command.js';
import { renderOutcome, renderProgress } from '../render/reindex.js';
import { textReply } from '../render/text.js';

/** Who may re-index. */
export interface ReindexAccess {
  readonly adminRoleIds: readonly string[];
  /** Where set, only members of this server may, whatever they are elsewhere. */
  readonly guildId: string | undefined;
}

/** What `/reindex` was given. */
export interface ReindexInput {
  readonly options: ReindexOptions;
  /** Why the person may not; `undefined` where they may. */
  readonly refusal: string | undefined;
}

/** `/reindex`: reads the articles again while the present index goes on answering. */
export function createReindexCommand(
  dateline: Pick<Dateline, 'reindex'>,
  access: ReindexAccess,
  logger: Logger,
): Command<ReindexInput> {
  return {
    definition: definition(access),
    read: (interaction) => ({
      options: {
        full: interaction.options.getBoolean('full') ?? false,
        dryRun: interaction.options.getBoolean('dry_run') ?? false,
      },
      refusal: refusalOf(interaction, access),
    }),
    visibility: () => 'ephemeral',
    run: async ({ options, refusal }, { signal, showProgress, userId }) => {
      // Who changed the index, or tried to, is worth a line each time.
      logger.info(refusal === undefined ? 'a re-index was asked for' : 'a re-index was refused', {
        userId,
        ...options,
      });
      if (refusal !== undefined) return textReply(refusal);
      return renderOutcome(
        await dateline.reindex(options, (progress) => showProgress(renderProgress(progress)), signal),
      );
    },
  };
}

/**
 * Discord hides a command by permission, not by our roles. With ADMIN_ROLE_IDS set, hiding it from all without Manage
 * Server would lock those roles out: then everybody sees it, and `refusalOf` alone decides.
 */
function definition({ adminRoleIds }: ReindexAccess): Command['definition'] {
  return {
    name: 'reindex',
    description: 'Read the articles again (managers only)',
    default_member_permissions: adminRoleIds.length > 0 ? null : PermissionFlagsBits.ManageGuild.toString(),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      { type: ApplicationCommandOptionType.Boolean, name: 'full', description: 'Make every vector anew' },
      { type: ApplicationCommandOptionType.Boolean, name: 'dry_run', description: 'Only say what would change' },
    ],
  };
}

/** A server can override what Discord hides, and an interaction can be forged in shape: so this is checked each time. */
function refusalOf(interaction: ChatInputCommandInteraction, access: ReindexAccess): string | undefined {
  const installed = interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall];
  if (!interaction.inGuild() || installed !== interaction.guildId)
    return 'A re-index can be asked for in a server only.';
  if (access.guildId !== undefined && access.guildId !== interaction.guildId) {
    return 'A re-index can be asked for in the server this bot belongs to only.';
  }
  if (interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return undefined;
  if (roleIds(interaction.member).some((role) => access.adminRoleIds.includes(role))) return undefined;
  return 'Only members who may manage this server, or have a role set for it, can re-index.';
}

function roleIds({ roles }: NonNullable<ChatInputCommandInteraction['member']>): string[] {
  return Array.isArray(roles) ? roles : [...roles.cache.keys()];
}
