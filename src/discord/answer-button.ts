import { type ButtonInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { messageOf } from '../domain/errors.js';
import { acknowledge } from './acknowledge.js';
import { editOriginal } from './answer-command.js';
import { type AnswerTools, answerDeferred } from './answer-interaction.js';
import type { ButtonHandler, Reply } from './command.js';
import { messagePayload } from './message-payload.js';
import { textReply } from './render/text.js';

const notInUse = 'This button is no longer in use. Give the command again.';
const notYours = 'Only whoever gave the command can use its buttons. Give the command yourself for your own.';

/**
 * A press of a button: of its owner, handled in place; of anybody else, refused to them alone, answered with a copy of
 * their own or in place, as the handler wants it. Anyone can press on a public message.
 */
export async function pressButton(
  interaction: ButtonInteraction,
  handler: ButtonHandler | undefined,
  tools: AnswerTools,
): Promise<void> {
  const ownerId = handler?.ownerOf(interaction.customId);
  if (handler === undefined || ownerId === undefined) return tell(interaction, notInUse, tools);
  const isOwner = ownerId === interaction.user.id;
  if (!isOwner && handler.forOthers === 'refused') return tell(interaction, notYours, tools);
  const refusal = handler.refusalOf?.(interaction);
  if (refusal !== undefined) return tell(interaction, refusal, tools);
  const isInPlace = isOwner || handler.forOthers === 'in-place';
  const defer = () =>
    isInPlace ? interaction.deferUpdate() : interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (!(await acknowledge(defer, tools.isFresh, tools.logger))) return;
  const send = editOriginal(interaction);
  // The message the buttons stand on stays as it is; a copy has nothing yet that could stay.
  const sendError = isInPlace ? (reply: Reply) => interaction.webhook.send(ephemeral(reply)) : send;
  const run = handler.run.bind(handler, interaction.customId);
  await answerDeferred({ user: interaction.user, send, sendError, run }, tools);
}

/** A sentence as the first response, for them alone. */
export async function tell(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  text: string,
  { logger }: AnswerTools,
): Promise<void> {
  try {
    await interaction.reply(ephemeral(textReply(text)));
  } catch (error) {
    logger.warn('an interaction could not be answered', { reason: messageOf(error) });
  }
}

function ephemeral(reply: Reply) {
  return { ...messagePayload(reply), flags: MessageFlags.Ephemeral as const };
}
