import { DiscordjsError, DiscordjsErrorCodes, GatewayCloseCodes } from 'discord.js';
import { messageOf, UnavailableError, UsageError } from '../domain/errors.js';

const remedies: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: 'Discord refused the token (4004). Check DISCORD_TOKEN.',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord wants this bot in several shards (4011): it is in too many servers for one.',
  [GatewayCloseCodes.DisallowedIntents]: 'Discord refused the intents (4014). Check the bot in the Developer Portal.',
};

/** Why the gateway will not be back, as one line for whoever runs the bot. */
export function closedForGood(code: number): string {
  return remedies[code] ?? `Discord closed the connection for good (${code}).`;
}

/** A refused login as an error with one plain line. */
export function refusedLogin(error: unknown): UsageError | UnavailableError {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return new UsageError('Discord refused the token. Check DISCORD_TOKEN.');
  }
  return new UnavailableError('Discord', `the login failed (${messageOf(error)})`, { cause: error });
}
