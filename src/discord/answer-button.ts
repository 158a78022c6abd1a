import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { messageOf } from '../domain/errors.js';
import { acknowledge } from './acknowledge.js';
import { editOriginal } from './answer-command.js';
import { type AnswerTools, answerDeferred } from './answer-interaction.js';
import type { ButtonHandler, Reply } from './command.js';
import { messagePayload } from './message-payload.js';
import { textReply } from './render/text.js';

const notInUse = 'This button is no longer in use. Give the command again.';
const notYours = 'Only whoever gave the command can use its buttons. Give the command yourself for your own.';

/** A press of a button: of its owner, handled; of anybody else, refused to them alone. Anyone can press on a public message. */
export async function pressButton(
  interaction: ButtonInteraction,
  handler: ButtonHandler | undefined,
  tools: AnswerTools,
): Promise<void> {
  const { customId } = interaction;
  const ownerId = handler?.ownerOf(customId);
  if (handler === undefined || ownerId === undefined) return tell(interaction, notInUse, tools);
  if (ownerId !== interaction.user.id) return tell(interaction, notYours, tools);
  if (!(await acknowledge(() => interaction.deferUpdate(), tools.isFresh, tools.logger))) return;
  const sendError = (reply: Reply) => interaction.webhook.send(ephemeral(reply));
  const run = handler.run.bind(handler, customId);
  await answerDeferred({ userId: interaction.user.id, send: editOriginal(interaction), sendError, run }, tools);
}

async function tell(interaction: ButtonInteraction, text: string, { logger }: AnswerTools): Promise<void> {
  try {
    await interaction.reply(ephemeral(textReply(text)));
  } catch (error) {
    logger.warn('a press could not be answered', { reason: messageOf(error) });
  }
}

function ephemeral(reply: Reply) {
  return { ...messagePayload(reply), flags: MessageFlags.Ephemeral as const };
}
