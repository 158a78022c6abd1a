import {
  ApplicationIntegrationType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Actor } from '../domain/audit-entry.js';
import type { Administration } from '../ports/administration.js';
import type { Command } from './command.js';

/** Who may administer. */
export interface AdminAccess {
  readonly adminRoleIds: readonly string[];
  /** Where set, only members of this server may, whatever they are elsewhere. */
  readonly guildId: string | undefined;
}

/** Who asks, and whether they may. */
export interface Asker {
  readonly who: Actor;
  /** Why they may not; `undefined` where they may. */
  readonly refusal: string | undefined;
}

type AdminInteraction = ChatInputCommandInteraction | ButtonInteraction;

/** Tells who may use the commands for admins. */
export interface AdminGate {
  /** What a definition must say so that Discord hides the command from most of those who may not. */
  readonly hiding: Pick<Command['definition'], 'default_member_permissions' | 'contexts' | 'integration_types'>;
  /**
   * Looks at whoever gave a command or pressed a button. A server can override what Discord hides, roles are taken away, and an
   * interaction can be forged in shape: so this is asked each time. A refusal goes to the audit log.
   */
  check(interaction: AdminInteraction, action: string): Asker;
}

/** A gate for the roles and the server that are set. */
export function createAdminGate(access: AdminAccess, administration: Pick<Administration, 'refuse'>): AdminGate {
  return {
    hiding: {
      // Discord hides by permission, not by our roles. With ADMIN_ROLE_IDS set, hiding from all without Manage Server would lock
      // those roles out: then everybody sees the command, and the check alone decides.
      default_member_permissions: access.adminRoleIds.length > 0 ? null : PermissionFlagsBits.ManageGuild.toString(),
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    },
    check(interaction, action) {
      const who = { id: interaction.user.id, name: interaction.user.username };
      const refusal = refusalOf(interaction, access);
      // Never rejects, and whoever is refused need not wait for a disk.
      if (refusal !== undefined) void administration.refuse(who, action);
      return { who, refusal };
    },
  };
}

function refusalOf(interaction: AdminInteraction, access: AdminAccess): string | undefined {
  const installed = interaction.authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall];
  if (!interaction.inGuild() || installed !== interaction.guildId) return 'This can be asked for in a server only.';
  if (access.guildId !== undefined && access.guildId !== interaction.guildId) {
    return 'This can be asked for in the server this bot belongs to only.';
  }
  if (interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)) return undefined;
  if (roleIds(interaction.member).some((role) => access.adminRoleIds.includes(role))) return undefined;
  return 'Only members who may manage this server, or have a role set for it, can do this.';
}

function roleIds({ roles }: NonNullable<AdminInteraction['member']>): string[] {
  return Array.isArray(roles) ? roles : [...roles.cache.keys()];
}
