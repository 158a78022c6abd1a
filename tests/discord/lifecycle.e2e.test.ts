import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotSettings } from '../../src/discord/bot.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { startBotUnderTest } from '../support/bot-under-test.js';
import { StandIn } from '../support/discord-stand-in/index.js';

describe('the life of the bot', () => {
  const dateline = new FakeDateline(forumArticles);
  let discord: StandIn;
  beforeEach(async () => {
    discord = await new StandIn().start();
  });
  afterEach(() => discord.stop());

  it.each([
    [4004, 'Discord refused the token (4004). Check DISCORD_TOKEN.'],
    [4014, 'Discord refused the intents (4014). Check the bot in the Developer Portal.'],
  ])('ends with a plain line when the gateway closes with %i at the login', async (code, line) => {
    discord.gateway.nextIdentifyClose = code;
    await expect(startBotUnderTest(dateline, { discord })).rejects.toThrow(line);
  });

  it('ends with a plain line when the token is refused', async () => {
    const settings = { token: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gwrong.abcdefghijklmnop' };
    const started = startBotUnderTest(dateline, { discord, settings });
    await expect(started).rejects.toThrow('Discord refused the token. Check DISCORD_TOKEN.');
  });

  it('ends with a plain line when nobody answers', async () => {
    const started = startBotUnderTest(dateline, { discord, settings: { apiBase: 'http://127.0.0.1:9/api' } });
    await expect(started).rejects.toThrow(/^Discord: the login failed \(.*ECONNREFUSED/);
  });

  it.each([
    [4004, 'Discord refused the token (4004). Check DISCORD_TOKEN.'],
    [4012, 'Discord closed the connection for good (4012).'],
  ])('reports a connection closed for good with %i later on', async (code, line) => {
    const { closed, bot } = await startBotUnderTest(dateline, { discord });
    discord.gateway.drop(code);
    expect(await closed).toBe(line);
    await bot.stop();
  });

  describe('deploying commands', () => {
    const startAndStop = async (note: { text: string | undefined }, settings: Partial<BotSettings> = {}) => {
      const { bot } = await startBotUnderTest(dateline, { discord, note, settings });
      await bot.stop();
    };
    const puts = () => discord.requests.filter(({ method }) => method === 'PUT');

    it('is done once, and again only when a definition changes', async () => {
      const note = { text: undefined };
      await startAndStop(note);
      await startAndStop(note);
      expect(puts()).toHaveLength(1);
      await startAndStop(note, { adminRoleIds: ['123456789012345678'] });
      expect(puts()).toHaveLength(2);
      const names = [...(discord.commands.get('global')?.values() ?? [])].map(({ name }) => name);
      const expected = ['ask', 'corpus', 'entity', 'help', 'index', 'quotes', 'reindex', 'sources', 'status'];
      expect(names.toSorted()).toEqual(expected);
    });

    it('moves to one server, and leaves no doubles behind', async () => {
      const note = { text: undefined };
      await startAndStop(note);
      await startAndStop(note, { guildId: discord.guild.id });
      expect(discord.commands.get('global')?.size).toBe(0);
      expect(discord.commands.get(discord.guild.id)?.size).toBe(9);
      expect(discord.violations).toEqual([]);
    });

    it('does it anew after a damaged note', async () => {
      await startAndStop({ text: '{' });
      expect(puts()).toHaveLength(1);
    });

    it('goes on without, and says what to check, where it fails', async () => {
      const settings = { guildId: '123456789012345678' };
      const { bot, log } = await startBotUnderTest(dateline, { discord, settings });
      expect(log.join('\n')).toContain('Has the bot been invited to DISCORD_GUILD_ID');
      await bot.stop();
    });
  });

  it('lets a running question finish when stopped, and goes offline', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    dateline.on('Slow?', () => held.then(() => dateline.ask({ text: 'Did presidents discuss tourism?' })));
    const { bot } = await startBotUnderTest(dateline, { discord, bot: { drainMs: 5000 } });
    const slow = discord.slash({ command: 'ask', options: { question: 'Slow?' } });
    await slow.ack();
    const stopped = bot.stop();
    finish();
    await stopped;
    expect(slow.text).toContain('trade and tourism');
    expect(discord.gateway.log.at(-1)).toMatchObject({ event: 'close', code: 1000 });
  });

  it('tells a question that does not finish that it was interrupted, and aborts its work', async () => {
    let reason: unknown;
    dateline.on('Endless?', (_, signal) => {
      signal?.addEventListener('abort', () => {
        reason = signal.reason;
      });
      return new Promise(() => {});
    });
    const { bot } = await startBotUnderTest(dateline, { discord, bot: { drainMs: 50 } });
    const endless = discord.slash({ command: 'ask', options: { question: 'Endless?' } });
    await endless.ack();
    await bot.stop();
    expect(endless.text).toContain('Interrupted: the bot is being restarted');
    expect(String(reason)).toContain('Interruption');
  });
});
