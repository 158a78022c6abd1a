import type { ChatInputCommandInteraction } from 'discord.js';
import { messageOf, UsageError } from '../domain/errors.js';
import { acknowledge, deferCommand } from './acknowledge.js';
import { type AnswerTools, answerDeferred, type Deferred } from './answer-interaction.js';
import type { Command, Reply, Visibility } from './command.js';
import type { Send } from './deliver.js';
import { messagePayload } from './message-payload.js';
import { textReply } from './render/text.js';

interface ReadCommand {
  readonly visibility: Visibility;
  readonly run: Deferred['run'];
}

/** A slash command: read, deferred, run, answered. */
export async function runCommand(
  interaction: ChatInputCommandInteraction,
  command: Command | undefined,
  tools: AnswerTools,
): Promise<void> {
  const { visibility, run } = readCommand(interaction, command, tools);
  if (!(await acknowledge(deferCommand(interaction, visibility), tools.isFresh, tools.logger))) return;
  const send = editOriginal(interaction);
  await answerDeferred({ user: interaction.user, send, sendError: send, run }, tools);
}

/** Writes into the deferred message. Not `editReply`: that refuses where the response to the deferral was lost. */
export function editOriginal(interaction: Pick<ChatInputCommandInteraction, 'webhook'>): Send {
  return (reply: Reply) => interaction.webhook.editMessage('@original', messagePayload(reply));
}

function readCommand(
  interaction: ChatInputCommandInteraction,
  command: Command | undefined,
  { logger }: AnswerTools,
): ReadCommand {
  if (command === undefined) {
    const gone = textReply('This command no longer exists. Reload Discord to see the present ones.');
    return { visibility: 'ephemeral', run: async () => gone };
  }
  try {
    const input = command.read(interaction);
    return { visibility: command.visibility(input), run: (context) => command.run(input, context) };
  } catch (error) {
    // An option of another type than we declared: an old definition still in somebody's app, or a forgery.
    logger.warn('options could not be read', { command: interaction.commandName, reason: messageOf(error) });
    const refusal = new UsageError('The options of this command could not be read. Reload Discord and try again.');
    return { visibility: 'ephemeral', run: () => Promise.reject(refusal) };
  }
}
