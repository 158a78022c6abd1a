import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Dateline } from '../../ports/dateline.js';
import type { ButtonHandler, Command } from '../command.js';
import { kindOf, longestPublisher, parseSourcesPageId, type SourcesPage, sourcesPageId } from '../custom-id.js';
import { renderSources } from '../render/sources.js';

type Sources = Pick<Dateline, 'sources'>;

const definition = {
  name: 'sources',
  description: 'List the outlets of the coverage, or the articles of one',
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'publisher',
      description: 'The articles of this outlet',
      autocomplete: true,
      max_length: longestPublisher,
    },
  ],
} satisfies Command['definition'];

/** `/sources`: what the coverage consists of, page by page. */
export function createSourcesCommand(
  dateline: Sources & Pick<Dateline, 'suggestPublishers'>,
): Command<string | undefined> {
  return {
    definition,
    // A button must be able to carry the name.
    read: ({ options }) => options.getString('publisher')?.slice(0, longestPublisher).trim() || undefined,
    visibility: () => 'public',
    run: (publisher, { userId }) => showPage(dateline, { page: 0, ownerId: userId, publisher }),
    suggest: async (_option, typed) => {
      const names = await dateline.suggestPublishers(typed);
      return names.filter((name) => name.length <= longestPublisher).map((name) => ({ name, value: name }));
    },
  };
}

/** The buttons below `/sources`. The page is read anew, so it is right after a re-index and after a restart. */
export function createSourcesButtons(dateline: Sources): ButtonHandler {
  return {
    kind: kindOf(sourcesPageId({ page: 0, ownerId: '', publisher: undefined })),
    ownerOf: (customId) => parseSourcesPageId(customId)?.ownerId,
    forOthers: 'refused',
    run: async (customId) => {
      const page = parseSourcesPageId(customId);
      if (page === undefined) throw new RangeError('a page button was run that ownerOf refuses');
      return showPage(dateline, page);
    },
  };
}

async function showPage(dateline: Sources, page: SourcesPage) {
  return renderSources(await dateline.sources(page.publisher), page);
}
