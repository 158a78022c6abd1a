import { type Bot, type BotDependencies, type BotSettings, startBot } from '../../src/discord/bot.js';
import type { Dateline } from '../../src/ports/dateline.js';
import type { InMemoryAuditLog } from '../fakes/in-memory-audit-log.js';
import { StandIn } from './discord-stand-in/index.js';
import { administrationOver } from './test-administration.js';

/** A bot on a pretend Discord, and what it said to its surroundings. */
export interface BotUnderTest {
  readonly discord: StandIn;
  readonly bot: Bot;
  readonly log: readonly string[];
  /** What admins did or tried to, where the bot has no administration of its own. */
  readonly audit: InMemoryAuditLog;
  /** The note on the deployed commands, as it is kept between runs. */
  readonly note: { text: string | undefined };
  /** The first reason the gateway was closed for good. */
  readonly closed: Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  readonly settings?: Partial<BotSettings>;
  readonly note?: { text: string | undefined };
  readonly discord?: StandIn;
  readonly bot?: Partial<BotDependencies>;
}

/** Starts a real discord.js client against a stand-in; the same stand-in can serve several bots in turn. */
export async function startBotUnderTest(dateline: Dateline, options: Options = {}): Promise<BotUnderTest> {
  const discord = options.discord ?? (await new StandIn().start());
  const log: string[] = [];
  const note = options.note ?? { text: undefined };
  const write = (message: string, fields?: object) => void log.push(`${message} ${JSON.stringify(fields ?? {})}`);
  let onClosedForGood: (reason: string) => void = () => {};
  const closed = new Promise<string>((resolve) => {
    onClosedForGood = resolve;
  });
  const clock = { now: () => Date.now() };
  const { administration, audit } = administrationOver(dateline, { clock });
  const bot = await startBot({
    dateline,
    administration,
    settings: {
      token: discord.token,
      apiBase: discord.apiBase,
      guildId: undefined,
      adminRoleIds: [],
      ...options.settings,
    },
    logger: { info: write, warn: write, error: write },
    clock,
    deploymentNote: {
      read: async () => note.text,
      write: async (text) => {
        note.text = text;
      },
    },
    onClosedForGood,
    drainMs: 200,
    progressIntervalMs: 50,
    ...options.bot,
  });
  const stop = async () => {
    await bot.stop();
    if (options.discord === undefined) await discord.stop();
  };
  return { discord, bot, log, audit, note, closed, stop };
}
