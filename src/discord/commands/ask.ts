import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
} from 'discord.js';
import type { Question } from '../../domain/answer.js';
import type { Dateline } from '../../ports/dateline.js';
import type { Command } from '../command.js';
import { limits } from '../limits.js';
import { renderAnswer } from '../render/answer.js';

// Long enough for any question in one sentence or three; what is longer is no question but a text.
const longestQuestion = 1000;

/** What `/ask` was given. */
export interface AskInput {
  readonly question: Question;
  readonly isPrivate: boolean;
}

const text = ApplicationCommandOptionType.String as const;

const definition = {
  name: 'ask',
  description: 'Ask a question about the news coverage',
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  options: [
    { type: text, name: 'question', description: 'Your question', required: true, max_length: longestQuestion },
    { type: text, name: 'source', description: 'Only this outlet', autocomplete: true, max_length: limits.choice },
    { type: text, name: 'from', description: 'First day, as 2026-01-05', max_length: limits.choice },
    { type: text, name: 'to', description: 'Last day, as 2026-01-06', max_length: limits.choice },
    { type: ApplicationCommandOptionType.Boolean, name: 'private', description: 'Show the answer to you only' },
  ],
} satisfies Command['definition'];

/** `/ask`: a question, answered with citations. */
export function createAskCommand(dateline: Pick<Dateline, 'ask' | 'suggestPublishers'>): Command<AskInput> {
  return {
    definition,
    read: readAsk,
    visibility: ({ isPrivate }) => (isPrivate ? 'ephemeral' : 'public'),
    run: async ({ question }, { signal }) => renderAnswer(question.text, await dateline.ask(question, signal)),
    suggest: async (option, typed) =>
      option === 'source' ? (await dateline.suggestPublishers(typed)).map((name) => ({ name, value: name })) : [],
  };
}

function readAsk({ options }: ChatInputCommandInteraction): AskInput {
  return {
    question: {
      text: options.getString('question', true),
      source: options.getString('source') ?? undefined,
      from: options.getString('from') ?? undefined,
      to: options.getString('to') ?? undefined,
    },
    isPrivate: options.getBoolean('private') ?? false,
  };
}
