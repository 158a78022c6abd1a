import { type Client, Events, type Interaction, RESTEvents } from 'discord.js';
import { messageOf, UsageError } from '../domain/errors.js';
import type { Administration } from '../ports/administration.js';
import type { Clock } from '../ports/clock.js';
import type { Dateline } from '../ports/dateline.js';
import type { Logger } from '../ports/logger.js';
import { createAdminGate } from './admin-gate.js';
import { createClient } from './client.js';
import type { ButtonHandler, Command } from './command.js';
import { createAskCommand } from './commands/ask.js';
import { createCorpusCommand, createCorpusPages } from './commands/corpus.js';
import { createEntityButtons, createEntityCommand } from './commands/entity.js';
import { createHelpCommand } from './commands/help.js';
import { createHistoryPages, createIndexCommand } from './commands/index-history.js';
import { createQuotesButtons, createQuotesCommand } from './commands/quotes.js';
import { type AdminTools, createReindexCommand, createStopButton } from './commands/reindex.js';
import { createSourcesButtons, createSourcesCommand } from './commands/sources.js';
import { createStatusCommand } from './commands/status.js';
import { type DeploymentNote, deployCommands } from './deploy-commands.js';
import { createDiscordTime } from './discord-time.js';
import { closedForGood, refusedLogin } from './gateway-end.js';
import { createInteractionRouter, type RouteInteraction } from './interaction-router.js';
import { createOpenQuestions } from './open-questions.js';
import { createRunningWork } from './running-work.js';

// Supervisors kill 10 s after SIGTERM (Docker): 5 s to finish, 3 s for the farewells, the rest to say goodbye.
const drainMs = 5000;

/** The settings of the bot; `DiscordConfig` of config.ts has this shape. */
export interface BotSettings {
  readonly token: string;
  readonly guildId: string | undefined;
  readonly apiBase: string | undefined;
  readonly adminRoleIds: readonly string[];
}

/** What the bot needs. */
export interface BotDependencies {
  readonly dateline: Omit<Dateline, 'reindex'>;
  readonly administration: Administration;
  readonly settings: BotSettings;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly deploymentNote: DeploymentNote;
  /** Called once, with one plain line, when Discord has ended the connection for good: the process should exit with 1. */
  readonly onClosedForGood: (reason: string) => void;
  /** Another than the bot's own, for who wants to look into it; `createClient` made it. */
  readonly client?: Client;
  /** Shortened in tests. */
  readonly drainMs?: number;
  /** Shortened in tests. */
  readonly progressIntervalMs?: number;
}

/** A bot that is online. */
export interface Bot {
  /** Takes nothing new, lets what runs finish for a while, interrupts the rest, and goes offline. */
  stop(): Promise<void>;
}

/**
 * Logs in, deploys the commands if they changed, and answers until stopped.
 * @throws UsageError or UnavailableError, with one plain line, when the login is refused. The caller should then exit
 * with 1 and not wait: discord.js keeps trying to connect for ever.
 */
export async function startBot(deps: BotDependencies): Promise<Bot> {
  const { settings, logger } = deps;
  const running = createRunningWork();
  const time = createDiscordTime(deps.clock);
  const admin = createAdminTools(deps);
  const commands = createCommands(deps, admin);
  const buttons = createButtons(deps, admin);
  const { progressIntervalMs } = deps;
  const route = createInteractionRouter({ commands, buttons, running, logger, time, progressIntervalMs });
  const client = deps.client ?? createClient(settings.apiBase);
  client.rest.on(RESTEvents.Response, (_, response) => time.observe(response.headers.get('date')));
  listen(client, route, deps);
  const ready = await logIn(client, settings.token);
  client.once(Events.ShardDisconnect, ({ code }) => deps.onClosedForGood(closedForGood(code)));
  logger.info('online', { as: ready.user.tag });
  const definitions = commands.map(({ definition }) => definition);
  const { guildId } = settings;
  const applicationId = ready.application.id;
  await deployCommands({ rest: client.rest, applicationId, guildId, definitions, note: deps.deploymentNote, logger });
  return {
    async stop() {
      client.removeAllListeners(Events.InteractionCreate);
      await running.drain(deps.drainMs ?? drainMs);
      // Going offline is a closed connection too, but not one to report.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}

function createAdminTools({ administration, settings, clock }: BotDependencies): AdminTools {
  const gate = createAdminGate(settings, administration);
  return { administration, gate, questions: createOpenQuestions(gate, clock), clock };
}

function createCommands({ dateline }: BotDependencies, admin: AdminTools): readonly Command[] {
  return [
    createAskCommand(dateline),
    createEntityCommand(dateline),
    createQuotesCommand(dateline),
    createSourcesCommand(dateline),
    createStatusCommand(dateline),
    createReindexCommand(admin),
    createCorpusCommand(admin),
    createIndexCommand(admin),
    createHelpCommand(),
  ];
}

function createButtons({ dateline }: BotDependencies, admin: AdminTools): readonly ButtonHandler[] {
  return [
    createEntityButtons(dateline),
    createQuotesButtons(dateline),
    createSourcesButtons(dateline),
    createStopButton(admin),
    createCorpusPages(admin),
    createHistoryPages(admin),
    admin.questions.buttons,
  ];
}

function listen(client: Client, route: RouteInteraction, { logger }: BotDependencies): void {
  // Without a listener an 'error' event ends the process.
  client.on(Events.Error, (error) => logger.error('the client reports an error', { reason: error.message }));
  client.on(Events.Warn, (warning) => logger.warn('the client warns', { reason: warning }));
  client.on(Events.ShardError, (error) => logger.warn('the connection failed', { reason: error.message }));
  client.on(Events.ShardReconnecting, () => logger.info('the connection was lost; reconnecting'));
  client.on(Events.ShardResume, (_, replayed) => logger.info('the connection is resumed', { replayed }));
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    route(interaction).catch((error) => logger.error('an interaction failed', { reason: messageOf(error) }));
  });
}

/** Ready for interactions; or, whichever comes first, an error that says why not. */
function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const closed = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(new UsageError(closedForGood(code))));
  });
  const loggedIn = client.login(token).then(
    () => ready,
    (error) => Promise.reject(refusedLogin(error)),
  );
  return Promise.race([closed, loggedIn]);
}
