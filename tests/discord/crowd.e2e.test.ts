import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { Perms, StandIn, type User } from '../support/discord-stand-in/index.js';

const question = 'Which companies signed agreements in Beijing?';

describe('the bot, asked by many', () => {
  let discord: StandIn;
  let bot: BotUnderTest;
  let dateline: FakeDateline;
  let release = () => {};
  beforeEach(async () => {
    dateline = new FakeDateline(forumArticles);
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    dateline.on('Slow?', () => held.then(() => dateline.ask({ text: question })));
    // Bot and Discord share one process here, and perhaps a busy machine: how fast both are together is not what is asked.
    discord = await new StandIn({ ackDeadlineMs: 20_000 }).start();
    bot = await startBotUnderTest(dateline, { discord });
  });
  afterEach(async () => {
    await bot.stop();
    await discord.stop();
  });

  const ask = (user: User, text = question) => discord.slash({ command: 'ask', options: { question: text }, user });
  const join = (count: number) => Array.from({ length: count }, (_, i) => discord.join({ username: `member${i}` }));

  it('answers a hundred members who ask at the same moment', async () => {
    const asked = join(100).map((member) => ask(member));
    const answers = await Promise.all(asked.map((one) => one.response()));
    expect(answers.every(({ embeds }) => embeds.length === 2)).toBe(true);
    expect(discord.violations).toEqual([]);
  });

  it('takes ten requests of one member at a time, tells them of the rest at once that it is busy, and serves others', async () => {
    const { alice } = discord;
    const slow = Array.from({ length: 10 }, () => ask(alice, 'Slow?'));
    await Promise.all(slow.map((one) => one.ack()));
    for (let sent = 0; sent < 1_000; sent += 100) {
      const more = Array.from({ length: 100 }, () => ask(alice));
      const other = ask(discord.join({ username: `other${sent}` }));
      for (const one of more) expect((await one.response()).content).toContain('busy with 10 requests of yours');
      expect(more.every(({ ephemeral }) => ephemeral)).toBe(true);
      expect((await other.response()).embeds).toHaveLength(2);
    }
    expect(dateline.asked.filter(({ text }) => text === question)).toHaveLength(10);
    release();
    for (const one of slow) expect((await one.response()).embeds).toHaveLength(2);
    expect((await ask(alice).response()).embeds).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });

  it('says that it is busy where too many ask at once, and answers again afterwards', async () => {
    const members = join(50);
    const slow = [];
    for (const member of members) {
      const own = Array.from({ length: 5 }, () => ask(member, 'Slow?'));
      await Promise.all(own.map((one) => one.ack()));
      slow.push(...own);
    }
    const refused = ask(discord.alice);
    expect((await refused.response()).content).toContain('too many people ask at once');
    expect(refused.ephemeral).toBe(true);
    release();
    await Promise.all(slow.map((one) => one.response()));
    expect((await ask(discord.alice).response()).embeds).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });

  it('lets admins through meanwhile', async () => {
    const boss = discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    await Promise.all(Array.from({ length: 10 }, () => ask(boss, 'Slow?').ack()));
    const run = discord.slash({ command: 'reindex', user: boss });
    await run.response();
    await expect.poll(() => run.text).toContain('is serving now');
    release();
  });
});
