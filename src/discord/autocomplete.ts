import type { AutocompleteInteraction } from 'discord.js';
import { messageOf } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';
import type { Choice, Command } from './command.js';
import { limits } from './limits.js';

/** Answers a key stroke with suggestions; with none where the command has none, or can't say. */
export async function autocomplete(
  interaction: AutocompleteInteraction,
  command: Command | undefined,
  logger: Logger,
): Promise<void> {
  const choices = await choicesFor(interaction, command, logger);
  try {
    await interaction.respond(choices);
  } catch (error) {
    // Whoever types on has long asked anew: Discord no longer knows this one (10062).
    logger.info('suggestions came too late', { reason: messageOf(error) });
  }
}

async function choicesFor(interaction: AutocompleteInteraction, command: Command | undefined, logger: Logger) {
  try {
    const { name, value } = interaction.options.getFocused(true);
    const choices = (await command?.suggest?.(name, value)) ?? [];
    return choices.filter(isAllowed).slice(0, limits.choices);
  } catch (error) {
    logger.warn('no suggestions', { reason: messageOf(error) });
    return [];
  }
}

function isAllowed(choice: Choice): boolean {
  return [choice.name, choice.value].every((text) => text.trim() !== '' && text.length <= limits.choice);
}
