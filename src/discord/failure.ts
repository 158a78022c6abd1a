import { DiscordAPIError } from 'discord.js';

/**
 * What a failed call to Discord means for what it carried:
 * - `gone`: the interaction, its token, message or channel is no more: nobody is waiting any longer;
 * - `refused`: Discord does not like what was sent; the same again is refused again;
 * - `weather`: Discord or the way to it failed; later it may work.
 */
export type Failure = 'gone' | 'refused' | 'weather';

/** The code of a callback to an interaction that has had one. */
export const alreadyAcknowledged = 40060;

/** Tells the three apart. discord.js has repeated 429 and 5xx itself before anything is thrown. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof DiscordAPIError)) return 'weather';
  return error.status === 400 || error.status === 413 ? 'refused' : 'gone';
}

/** Whether Discord itself answered, with the code given. */
export function hasCode(error: unknown, code: number): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}
