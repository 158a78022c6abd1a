import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyOutlets } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { ClientRefused } from '../support/discord-stand-in/index.js';

describe('/sources, on Discord', () => {
  const dateline = new FakeDateline(manyOutlets);
  let bot: BotUnderTest;

  beforeAll(async () => {
    bot = await startBotUnderTest(dateline);
  });
  afterAll(() => bot.stop());

  const page = (message: { embeds: readonly { footer?: { text: string } }[] }) => message.embeds[0]?.footer?.text;

  it('is paged by whoever asked, forwards and back', async () => {
    const { discord } = bot;
    const message = await discord.slash({ command: 'sources' }).response();
    expect(page(message)).toBe('Page 1 of 3');
    expect(() => discord.click({ message, label: 'Previous' })).toThrow(ClientRefused);
    const second = await discord.click({ message, label: 'Next' }).response();
    expect(page(second)).toBe('Page 2 of 3');
    expect(second.embeds[0]?.description).toContain('Outlet 21');
    const third = await discord.click({ message, label: 'Next' }).response();
    expect(page(third)).toBe('Page 3 of 3');
    expect(() => discord.click({ message, label: 'Next' })).toThrow(ClientRefused);
    expect(page(await discord.click({ message, label: 'Previous' }).response())).toBe('Page 2 of 3');
  });

  it('refuses the buttons to others, in private, and leaves the page as it is', async () => {
    const { discord } = bot;
    const message = await discord.slash({ command: 'sources' }).response();
    const press = discord.click({ message, label: 'Next', user: discord.join({ username: 'mallory' }) });
    const refusal = await press.response();
    expect(refusal.content).toContain('Only whoever gave the command');
    expect(press.ephemeral).toBe(true);
    expect(page(message)).toBe('Page 1 of 3');
  });

  it.each(['src:1:12', 'src:9999:123456789012345678:', 'src', 'x:1', 'src:1:123456789012345678', '\u202Esrc:0'])(
    'refuses the forged custom id %j',
    async (customId) => {
      const { discord } = bot;
      const message = await discord.slash({ command: 'sources' }).response();
      const data = { component_type: 2, custom_id: customId };
      const press = discord._interaction(3, { data, message, source: message, label: 'forged' });
      expect((await press.response()).content).toContain('no longer in use');
    },
  );

  it('shows the last page where a re-index has left fewer', async () => {
    const { discord } = bot;
    const message = await discord.slash({ command: 'sources' }).response();
    const data = { component_type: 2, custom_id: `src:999:${discord.alice.id}:` };
    const press = discord._interaction(3, { data, message, source: message, label: 'stale' });
    expect(page(await press.response())).toBe('Page 3 of 3');
  });

  it('lists the articles of one outlet', async () => {
    const sources = bot.discord.slash({ command: 'sources', options: { publisher: 'Outlet 07' } });
    const message = await sources.response();
    expect(message.embeds[0]?.title).toBe('The coverage: 1 article from 1 outlet');
    expect(message.embeds[0]?.description).toContain('[open](https://news.example/article-6)');
    expect(message.components).toEqual([]);
  });

  it('says so where no outlet fits', async () => {
    const sources = bot.discord.slash({ command: 'sources', options: { publisher: 'The *Daily* @everyone' } });
    expect((await sources.response()).content).toMatch(
      /^No outlet of the coverage is called "The \\\*Daily\\\* @\u200Beveryone"/,
    );
  });

  it('tells an error of a press to whoever pressed, and leaves the page as it is', async () => {
    const { discord } = bot;
    const message = await discord.slash({ command: 'sources' }).response();
    dateline.failure = new Error('disk');
    const press = discord.click({ message, label: 'Next' });
    expect((await press.waitFollowup()).content).toContain('Something went wrong');
    dateline.failure = undefined;
    expect(page(message)).toBe('Page 1 of 3');
  });

  it('breaks no rule of Discord in all of that', () => {
    expect(bot.discord.violations).toEqual([]);
  });
});
