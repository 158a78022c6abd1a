import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
} from 'discord.js';
import { UsageError } from '../../domain/errors.js';
import type { EntityDirectory } from '../../ports/dateline.js';
import { goneText } from '../../wording/describe-entity.js';
import type { ButtonHandler, Command } from '../command.js';
import { resolveEntityRef } from '../entity-ref.js';
import { limits } from '../limits.js';
import { longestAbout, parseQuotesPress, quotesPressId } from '../lookup-custom-id.js';
import { beginning } from '../render/fit.js';
import { renderQuotes } from '../render/quotes.js';
import { renderUndecided } from '../render/undecided.js';
import { entityChoices } from './entity-choices.js';

/** What `/quotes` was given. */
export interface QuotesInput {
  readonly who: string;
  readonly about: string | undefined;
}

const text = ApplicationCommandOptionType.String as const;

const definition = {
  name: 'quotes',
  description: 'List who said what, newest first',
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  options: [
    {
      type: text,
      name: 'who',
      description: 'The speaker, in any spelling or script',
      required: true,
      autocomplete: true,
      max_length: limits.choice,
    },
    { type: text, name: 'about', description: 'Only what was said about this', max_length: longestAbout },
  ],
} satisfies Command['definition'];

/** `/quotes`: sentences in which somebody speaks, page by page. */
export function createQuotesCommand(directory: EntityDirectory): Command<QuotesInput> {
  return {
    definition,
    read: readQuotes,
    visibility: () => 'public',
    async run({ who, about }, { userId }) {
      const found = await directory.quotes(who, about);
      if (found.status === 'found') return renderQuotes(found, { page: 0, ownerId: userId });
      return renderUndecided(found, ({ id }) => quotesPressId(0, userId, id, about));
    },
    suggest: async (option, typed) => (option === 'who' ? entityChoices(directory, typed) : []),
  };
}

/** The buttons below `/quotes`. All is read anew, so it is right after a re-index and after a restart. */
export function createQuotesButtons(directory: EntityDirectory): ButtonHandler {
  return {
    kind: 'quo',
    ownerOf: (customId) => parseQuotesPress(customId)?.ownerId,
    forOthers: 'own-copy',
    async run(customId, { userId }) {
      const press = parseQuotesPress(customId);
      if (press === undefined) throw new RangeError('a button was run that ownerOf refuses');
      const id = await resolveEntityRef(press.entity, directory);
      const found = id === undefined ? undefined : await directory.quotes(id, press.about);
      // An id that is gone may still resemble somebody's name.
      if (found?.status !== 'found' || found.speaker.id !== id) throw new UsageError(goneText);
      return renderQuotes(found, { page: press.page, ownerId: userId });
    },
  };
}

function readQuotes({ options }: ChatInputCommandInteraction): QuotesInput {
  // A button must be able to carry what it is about.
  const about = beginning(options.getString('about')?.trim() ?? '', longestAbout);
  return { who: beginning(options.getString('who', true), limits.choice), about: about || undefined };
}
