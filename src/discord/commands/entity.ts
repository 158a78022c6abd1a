import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { EntityCard } from '../../domain/entity-lookup.js';
import { UsageError } from '../../domain/errors.js';
import type { EntityDirectory } from '../../ports/dateline.js';
import { goneText } from '../../wording/describe-entity.js';
import type { ButtonHandler, Command, Reply } from '../command.js';
import { resolveEntityRef } from '../entity-ref.js';
import { limits } from '../limits.js';
import { type EntityPress, entityPressId, parseEntityPress } from '../lookup-custom-id.js';
import { renderCard } from '../render/entity-card.js';
import { renderDetail } from '../render/entity-detail.js';
import { beginning } from '../render/fit.js';
import { renderUndecided } from '../render/undecided.js';
import { entityChoices } from './entity-choices.js';

const definition = {
  name: 'entity',
  description: 'Look up a person, organisation or place of the coverage',
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'name',
      description: 'Its name, in any spelling or script',
      required: true,
      autocomplete: true,
      max_length: limits.choice,
    },
  ],
} satisfies Command['definition'];

/** `/entity`: who or what a name stands for, and where the coverage speaks of it. */
export function createEntityCommand(directory: EntityDirectory): Command<string> {
  return {
    definition,
    read: ({ options }) => beginning(options.getString('name', true), limits.choice),
    visibility: () => 'public',
    async run(name, { userId }) {
      const lookup = await directory.lookUpEntity(name);
      if (lookup.status === 'found') return renderCard(lookup.entity, userId, lookup.takenFor);
      return renderUndecided(lookup, ({ id }) => entityPressId('card', 0, userId, id));
    },
    suggest: async (option, typed) => (option === 'name' ? entityChoices(directory, typed) : []),
  };
}

/** The buttons below `/entity`. All is read anew, so it is right after a re-index and after a restart. */
export function createEntityButtons(directory: EntityDirectory): ButtonHandler {
  return {
    kind: 'ent',
    ownerOf: (customId) => parseEntityPress(customId)?.ownerId,
    forOthers: 'own-copy',
    async run(customId, { userId }) {
      const press = parseEntityPress(customId);
      if (press === undefined) throw new RangeError('a button was run that ownerOf refuses');
      return (await show(directory, { ...press, ownerId: userId })) ?? Promise.reject(new UsageError(goneText));
    },
  };
}

/** What the press asks for; `undefined` where the coverage no longer has that entity. */
async function show(
  directory: EntityDirectory,
  { view, page, ownerId, entity }: EntityPress,
): Promise<Reply | undefined> {
  const card = await cardOf(directory, entity);
  if (card === undefined || view === 'card') return card && renderCard(card, ownerId);
  const detail = await directory.entityDetail(card.id, view);
  return detail && renderDetail(card, detail, { page, ownerId });
}

async function cardOf(directory: EntityDirectory, ref: string): Promise<EntityCard | undefined> {
  const id = await resolveEntityRef(ref, directory);
  const lookup = id === undefined ? undefined : await directory.lookUpEntity(id);
  // An id that is gone may still resemble somebody's name.
  return lookup?.status === 'found' && lookup.entity.id === id ? lookup.entity : undefined;
}
