import { type ChatInputCommandInteraction, DiscordAPIError, MessageFlags } from 'discord.js';
import { messageOf } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';
import type { Visibility } from './command.js';
import { alreadyAcknowledged, hasCode } from './failure.js';

/**
 * Defers, so that there are 15 minutes for the answer, and says whether an answer can be given.
 *
 * A deferral whose response is lost has still happened: then discord.js believes it has not, and repeating it gives
 * 40060. So a network error is tried once more, and 40060 counts as done: the answer is written to `@original`, which
 * is right in either case (deliver.ts). With two bots on one token both get there, and write the same message.
 */
export async function acknowledge(
  defer: () => Promise<unknown>,
  mayRepeat: () => boolean,
  logger: Logger,
): Promise<boolean> {
  const first = await attempt(defer);
  if (first === undefined) return true;
  const isLost = !(first instanceof DiscordAPIError);
  logger.warn(isLost ? 'the response to a deferral was lost' : 'a deferral was refused', { reason: messageOf(first) });
  if (!isLost) return hasCode(first, alreadyAcknowledged);
  const second = mayRepeat() ? await attempt(defer) : undefined;
  return !(second instanceof DiscordAPIError) || hasCode(second, alreadyAcknowledged);
}

/** What was thrown, or `undefined` for success. */
async function attempt(defer: () => Promise<unknown>): Promise<unknown> {
  try {
    await defer();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** The deferral of a command: a new message to come, seen by all or by the asker. */
export function deferCommand(interaction: ChatInputCommandInteraction, visibility: Visibility): () => Promise<unknown> {
  return () => interaction.deferReply(visibility === 'ephemeral' ? { flags: MessageFlags.Ephemeral } : {});
}
