import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';

const question = 'Which companies signed agreements in Beijing?';
const callback = /callback$/;
// discord.js writes the @ as %40.
const answer = /original$/;
const discordEpoch = 1420070400000n;

/** A snowflake as old as wanted. */
function idFrom(agoMs: number): string {
  return String((BigInt(Date.now() - agoMs) - discordEpoch) << 22n);
}

describe('the bot, when Discord is not well', () => {
  let bot: BotUnderTest;
  let dateline: FakeDateline;
  beforeEach(async () => {
    dateline = new FakeDateline(forumArticles);
    bot = await startBotUnderTest(dateline);
  });
  afterEach(() => bot.stop());

  const ask = () => bot.discord.slash({ command: 'ask', options: { question } });
  const logged = (text: string) => expect.poll(() => bot.log.join('\n')).toContain(text);

  it('waits out a 429 on the answer', async () => {
    bot.discord.faults.rateLimit({ path: answer, retryAfter: 0.2 });
    expect((await ask().response()).embeds).toHaveLength(2);
  });

  it('repeats the answer after a 502', async () => {
    bot.discord.faults.serverError({ path: answer, status: 502 });
    expect((await ask().response()).embeds).toHaveLength(2);
  });

  it('repeats it again, after a pause, when the 502 outlast the tries of discord.js', async () => {
    bot.discord.faults.serverError({ path: answer, status: 502, times: 4 });
    expect((await ask().response()).embeds).toHaveLength(2);
  });

  it('acknowledges in time through a 502', async () => {
    bot.discord.faults.serverError({ path: callback, status: 502 });
    const asked = ask();
    await asked.response();
    expect(asked.latencyMs).toBeLessThan(2500);
  });

  it('answers though the response to its deferral was lost, once', async () => {
    bot.discord.faults.add({ path: callback, drop: 'after' });
    const asked = ask();
    expect((await asked.response()).embeds).toHaveLength(2);
    expect(asked.followups).toEqual([]);
    expect(bot.log.filter((line) => line.includes('deferral'))).toHaveLength(1);
  });

  it('sends the short form where Discord refuses the whole', async () => {
    bot.discord.faults.add({ path: answer, status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    const { content, embeds } = await ask().response();
    expect(embeds).toEqual([]);
    expect(content).toMatch(
      /SK, Samsung and LG\. \[1\]\n\\?\[1\\?\] The Korea Herald, 5 January 2026: Nine agreements/,
    );
  });

  it('gives up with one line where the token is dead', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    dateline.on('Slow?', () => held.then(() => dateline.ask({ text: question })));
    const slow = bot.discord.slash({ command: 'ask', options: { question: 'Slow?' } });
    await slow.ack();
    slow.expireToken();
    finish();
    await logged('an answer could not be delivered');
    expect(bot.log.join('\n')).not.toContain(String(slow.payload.token));
  });

  it('resumes a dropped connection and answers what came meanwhile', async () => {
    const resumed = bot.discord.gateway.wait('resumed');
    bot.discord.gateway.drop();
    const asked = ask();
    await resumed;
    expect((await asked.response()).embeds).toHaveLength(2);
    expect(bot.discord.gateway.stats.identifies).toBe(1);
    await logged('the connection is resumed');
  });

  it('skips what is replayed too late, without a word to Discord', async () => {
    const asked = ask();
    await asked.response();
    const late = { ...asked.payload, id: idFrom(5000), token: 'late-token' };
    const resumed = bot.discord.gateway.wait('resumed');
    bot.discord.gateway.drop();
    bot.discord.gateway.dispatch('INTERACTION_CREATE', late, { guildId: bot.discord.guild.id });
    await resumed;
    await logged('an interaction was skipped');
    expect(bot.discord.requests.some(({ path }) => path.includes('late-token'))).toBe(false);
  });

  it('answers once what is delivered twice', async () => {
    const asked = ask();
    bot.discord.gateway.dispatch('INTERACTION_CREATE', asked.payload, { guildId: bot.discord.guild.id });
    await asked.response();
    await logged('an interaction was skipped');
    expect(dateline.asked).toHaveLength(1);
    expect(bot.discord.violations).toEqual([]);
  });
});
