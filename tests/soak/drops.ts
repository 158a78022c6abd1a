import type { Client } from 'discord.js';
import { createClient } from '../../src/discord/client.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { StandIn } from '../support/discord-stand-in/index.js';
import { listenersOf } from './client-listeners.js';
import { barred, type Figure, told } from './report.js';
import { growthPerThousand, type Resources, resourcesNow, spanOf } from './resources.js';

type Gateway = StandIn['gateway'];

/** A way to lose the connection. */
interface Drop {
  readonly name: string;
  readonly happen: (gateway: Gateway) => unknown;
  /** Whether Discord wants a new session afterwards, which costs one of a thousand logins a day. */
  readonly newSession: boolean;
}

const drops: readonly Drop[] = [
  { name: 'the connection breaks (1006)', happen: (gateway) => gateway.drop(), newSession: false },
  { name: 'Discord goes away (1001)', happen: (gateway) => gateway.drop(1001), newSession: false },
  { name: 'asked to reconnect (op 7)', happen: (gateway) => gateway.reconnect(), newSession: false },
  { name: 'session invalid, resumable (op 9)', happen: (gateway) => gateway.invalidSession(true), newSession: false },
  {
    name: 'no heartbeat is acknowledged',
    happen: async (gateway) => {
      gateway.zombie = true;
      await gateway.wait('close', { timeout: patienceMs });
      gateway.zombie = false;
    },
    newSession: false,
  },
  { name: 'a clean close (1000)', happen: (gateway) => gateway.drop(1000), newSession: true },
  { name: 'session invalid for good (op 9)', happen: (gateway) => gateway.invalidSession(false), newSession: true },
  {
    name: 'asked to reconnect, and then not let resume',
    happen: (gateway) => {
      gateway.forgetSessions();
      gateway.reconnect();
    },
    newSession: true,
  },
];

// Discord's is 41 s, and the first beat comes at a random moment before it; a second lets the loss of one be seen soon.
const heartbeatMs = 1_000;
// Two logins must be five seconds apart, and a heartbeat is missed after two.
const patienceMs = 30_000;

interface Turn extends Resources {
  readonly listeners: number;
  readonly sessions: number;
  readonly logins: number;
  readonly most: number;
  readonly answered: boolean;
}

/** The bot on a stand-in whose gateway is lost in one way after the other; after each it is asked a question. */
export async function soakDrops(count: number): Promise<Figure[]> {
  const discord = await new StandIn({ gateway: { heartbeatInterval: heartbeatMs }, rateLimits: false }).start();
  const client = createClient(discord.apiBase);
  const bot = await startBotUnderTest(new FakeDateline(forumArticles), { discord, bot: { client } });
  let closedForGood = 0;
  void bot.closed.then(() => {
    closedForGood += 1;
  });
  const turns: Turn[] = [];
  const started = performance.now();
  for (let turn = 0; turn < count; turn++) {
    const drop = drops[turn % drops.length] as Drop;
    turns.push(await suffer(drop, bot, client));
    if ((turn + 1) % 20 === 0) process.stderr.write(`${turn + 1} drops\n`);
  }
  const seconds = (performance.now() - started) / 1_000;
  await bot.stop();
  await discord.stop();
  return [
    told('connections lost', `${count} in ${seconds.toFixed(0)} s, ${drops.length} ways`),
    barred('closed for good', String(closedForGood), '0', closedForGood === 0),
    ...figures(turns, bot.discord.violations.length),
  ];
}

async function suffer(drop: Drop, bot: BotUnderTest, client: Client): Promise<Turn> {
  const { gateway } = bot.discord;
  const before = gateway.count('identify');
  const back = gateway.wait(drop.newSession ? 'guilds-sent' : 'resumed', { timeout: patienceMs });
  await drop.happen(gateway);
  await back;
  const asked = bot.discord.slash({ command: 'ask', options: { question: 'Did presidents discuss tourism?' } });
  const { embeds } = await asked.response();
  return {
    ...resourcesNow(),
    listeners: listenersOf(client),
    sessions: gateway.open.length,
    logins: gateway.count('identify') - before,
    most: drop.newSession ? 1 : 0,
    answered: embeds.length > 0,
  };
}

// Some listeners come with the first loss and stay for the next one.
const warmUp = 2 * drops.length;

function figures(turns: readonly Turn[], violations: number): Figure[] {
  const warm = turns.slice(warmUp);
  const wrong = (is: (turn: Turn) => boolean) => turns.filter(is).length;
  const none = (what: string, number: number) => barred(what, String(number), '0', number === 0);
  const logins = turns.reduce((sum, turn) => sum + turn.logins, 0);
  const listeners = warm.map((turn) => turn.listeners);
  const [least, most] = [Math.min(...listeners), Math.max(...listeners)];
  return [
    told('logins (IDENTIFY)', String(logins)),
    none(
      'losses that cost more logins than they must',
      wrong((turn) => turn.logins > turn.most),
    ),
    none(
      'with another number of sessions than one',
      wrong((turn) => turn.sessions !== 1),
    ),
    none(
      'without an answer afterwards',
      wrong((turn) => !turn.answered),
    ),
    none('that broke a rule of Discord', violations),
    barred('listeners on client and connections', `${least} to ${most}`, 'no growth', growth(listeners) < 1),
    flat('open files', warm, 'descriptors'),
    flat('timers, sockets and other handles', warm, 'active'),
    told('memory after the warm-up, stand-in included', `${spanOf(warm, 'megabytes')} MB`),
  ];
}

/** Between the middles of the first and the last rotation: each way to lose a connection leaves its own listeners for a while. */
function growth(values: readonly number[]): number {
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  return mean(values.slice(-drops.length)) - mean(values.slice(0, drops.length));
}

function flat(what: string, warm: readonly Resources[], of: keyof Resources): Figure {
  const slope = growthPerThousand(warm, of);
  // One that is left behind by each loss of a single kind would be a slope of 125.
  return barred(`${what}, slope per 1,000`, `${slope.toFixed(1)} (${spanOf(warm, of)})`, '< 20', slope < 20);
}
