import { Client, GatewayIntentBits, Options } from 'discord.js';

// Interactions wait for the guilds of a restart at most this long; discord.js' 15 s would let every one of them lapse.
const guildWaitMs = 1500;

/** The discord.js client: interactions only, no mention ever pings, caches that don't grow. */
export function createClient(apiBase: string | undefined): Client {
  return new Client({
    // Interactions need no intent; Guilds gives the roles that ADMIN_ROLE_IDS are compared with. Neither is privileged.
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    enforceNonce: true,
    waitGuildTimeout: guildWaitMs,
    rest: apiBase === undefined ? {} : { api: apiBase },
    // Users and members are kept for ever by default. None of them is read again: an interaction brings its own.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
}
