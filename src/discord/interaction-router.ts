import type { ButtonInteraction, ChatInputCommandInteraction, Interaction } from 'discord.js';
import type { Clock } from '../ports/clock.js';
import { pressButton, tell } from './answer-button.js';
import { runCommand } from './answer-command.js';
import type { AnswerTools } from './answer-interaction.js';
import { autocomplete } from './autocomplete.js';
import type { ButtonHandler, Command } from './command.js';
import { kindOf } from './custom-id.js';
import { createPlaces, type Places } from './places.js';
import type { RunningWork } from './running-work.js';
import { createSeenIds } from './seen-ids.js';

// Discord gives 3 s for the first response; what is older than this would be answered into the void.
const latestAnswerableMs = 2500;

/** What the router needs. */
export interface RouterDependencies extends Omit<AnswerTools, 'isFresh'> {
  readonly commands: readonly Command[];
  readonly buttons: readonly ButtonHandler[];
  readonly running: RunningWork;
  /** Discord's clock (discord-time.ts). */
  readonly time: Clock;
}

/** Leads an interaction from its arrival to its last edit. */
export type RouteInteraction = (interaction: Interaction) => Promise<void>;

/** Skips what is too late or has come before, and hands the rest to what answers it. */
export function createInteractionRouter(deps: RouterDependencies): RouteInteraction {
  const { running, time, logger } = deps;
  const isNew = createSeenIds(time);
  const places = createPlaces();
  const commands = new Map(deps.commands.map((command) => [command.definition.name, command]));
  const buttons = new Map(deps.buttons.map((button) => [button.kind, button]));
  const ageMs = (interaction: Interaction) => time.now() - interaction.createdTimestamp;
  return async (interaction) => {
    const isFresh = () => ageMs(interaction) <= latestAnswerableMs;
    if (!isFresh() || !isNew(interaction.id)) {
      logger.info('an interaction was skipped: too late, or seen before', {
        id: interaction.id,
        ageMs: ageMs(interaction),
      });
      return;
    }
    const tools = { ...deps, isFresh };
    if (interaction.isAutocomplete()) {
      await autocomplete(interaction, commands.get(interaction.commandName), logger);
    } else if (interaction.isChatInputCommand()) {
      const command = commands.get(interaction.commandName);
      await running.track(
        counted(interaction, command, { places, tools }, () => runCommand(interaction, command, tools)),
      );
    } else if (interaction.isButton()) {
      const button = buttons.get(kindOf(interaction.customId));
      await running.track(
        counted(interaction, button, { places, tools }, () => pressButton(interaction, button, tools)),
      );
    }
  };
}

/** Answers it in the place of one of whoever gave it; says at once that the bot is busy where there is none. */
async function counted(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  handler: Command | ButtonHandler | undefined,
  { places, tools }: { readonly places: Places; readonly tools: AnswerTools },
  answer: () => Promise<void>,
): Promise<void> {
  if (handler?.isForAdmins) return answer();
  const busy = places.enter(interaction.user.id);
  if (busy !== undefined) return tell(interaction, busy, tools);
  try {
    await answer();
  } finally {
    places.leave(interaction.user.id);
  }
}
