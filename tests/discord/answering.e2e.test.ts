import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId } from '../../src/domain/article.js';
import { forumArticles, manyOutlets } from '../fakes/fake-coverage.js';
import { FakeDateline, fakeArticle } from '../fakes/fake-dateline.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';

const question = 'Which companies signed agreements in Beijing?';
const deferred = 5;

const hostile = fakeArticle({
  id: articleId('hostile'),
  publisher: '[Free](https://evil.example) @everyone',
  title: '# Click [here](https://evil.example) <@123456789012345678> discord.gg/abc',
  url: 'javascript:alert(1)',
  sentences: [
    'Wherever **you** look, @everyone sees <@&123456789012345678> and ||spoilers|| at https://evil.example now.',
  ],
});

describe('the bot, on Discord', () => {
  const dateline = new FakeDateline([...forumArticles, ...manyOutlets, hostile]);
  let bot: BotUnderTest;

  beforeAll(async () => {
    bot = await startBotUnderTest(dateline);
  });
  afterAll(() => bot.stop());

  it('answers in public with statement, marker, confidence, date and the passage with its sentence in bold', async () => {
    const ask = bot.discord.slash({ command: 'ask', options: { question } });
    expect((await ask.ack()).type).toBe(deferred);
    const message = await ask.response();
    expect(ask.ephemeral).toBe(false);
    const [answer, sources] = message.embeds;
    expect(answer?.description).toMatch(/SK, Samsung and LG\. \[1\]$/);
    expect(answer?.fields?.map(({ name }) => name)).toEqual(['Confidence', 'As of']);
    expect(sources?.description).toContain('**[1] The Korea Herald** · 5 January 2026');
    expect(sources?.description).toContain('[open](https://www.koreaherald.com/article/10649345) (koreaherald\\.com)');
    expect(sources?.description).toContain('forum. **Which companies signed');
  });

  it('answers for the asker only when asked privately', async () => {
    const ask = bot.discord.slash({ command: 'ask', options: { question, private: true } });
    await ask.response();
    expect(ask.ephemeral).toBe(true);
  });

  it('answers in a direct message', async () => {
    const ask = bot.discord.slash({ command: 'ask', options: { question }, channel: bot.discord.dm() });
    expect((await ask.response()).embeds[0]?.description).toContain('SK, Samsung and LG');
  });

  it('hands the options on and shows them', async () => {
    const options = { question: 'Did they speak of tourism and trade?', source: 'Xinhua', from: '2026-01-06' };
    const ask = bot.discord.slash({ command: 'ask', options });
    await ask.response();
    expect(dateline.asked.at(-1)).toMatchObject({ source: 'Xinhua', from: '2026-01-06', to: undefined });
    expect(ask.text).toContain('Only articles from Xinhua.');
    expect(ask.text).toContain('Only articles from 6 January 2026 or later.');
  });

  it('acknowledges at once while another question runs', async () => {
    let finish = () => {};
    const held = new Promise<void>((resolve) => {
      finish = resolve;
    });
    dateline.on('Something slow?', async (asked) => {
      await held;
      return dateline.ask({ ...asked, text: question });
    });
    const slow = bot.discord.slash({ command: 'ask', options: { question: 'Something slow?' } });
    await slow.ack();
    const quick = bot.discord.slash({ command: 'ask', options: { question } });
    await quick.response();
    expect(slow.loading).toBe(true);
    expect(quick.latencyMs).toBeLessThan(3000);
    finish();
    await slow.response();
  });

  it('says so where the coverage has nothing', async () => {
    const ask = bot.discord.slash({ command: 'ask', options: { question: 'Qwertyuiop zxcvbnm asdfghjkl?' } });
    expect((await ask.response()).embeds).toHaveLength(1);
    expect(ask.text).toContain('Nothing about this was found in the coverage. It spans 49 articles');
  });

  it('lets an article neither ping, format, nor link', async () => {
    const ask = bot.discord.slash({ command: 'ask', options: { question: 'Wherever look sees spoilers?' } });
    const message = await ask.response();
    expect(ask.text).not.toMatch(/[^\\]<@|[^\\]\|\||@everyone|https:\/\/evil|[^\\]\[here|\]\(javascript/);
    expect(bot.discord.pinged(message)).toEqual({ everyone: false, users: [], roles: [] });
    expect(ask.edits.every(({ body }) => body?.allowed_mentions?.parse?.length === 0)).toBe(true);
  });

  it('shows a mistake of the asker as a sentence', async () => {
    const ask = bot.discord.slash({ command: 'ask', options: { question: ' ' }, force: true });
    expect((await ask.response()).content).toBe('The question is empty.');
  });

  it('shows only a reference of a surprise, and logs the rest under it', async () => {
    dateline.on('Boom?', async () => {
      throw new TypeError('secret path /srv/data');
    });
    const ask = bot.discord.slash({ command: 'ask', options: { question: 'Boom?' } });
    const { content } = await ask.response();
    const reference = /reference ([0-9a-f]{6})\.$/.exec(content)?.[1];
    expect(content).not.toContain('secret');
    expect(bot.log.some((line) => line.includes(String(reference)) && line.includes('secret path'))).toBe(true);
  });

  it('refuses options of another type than declared', async () => {
    const { id } = await bot.discord.waitCommand('ask');
    const options = [{ name: 'question', type: 4, value: 7 }];
    const forged = bot.discord._interaction(2, { data: { id, name: 'ask', type: 1, options }, label: 'forged' });
    expect((await forged.response()).content).toContain('could not be read');
  });

  it('suggests outlets as they are typed, and nothing for other options', async () => {
    const typing = bot.discord.autocomplete({ command: 'ask', focused: 'source', value: 'xin' });
    expect(await typing.choices()).toEqual([{ name: 'Xinhua', value: 'Xinhua' }]);
    const all = bot.discord.autocomplete({ command: 'sources', focused: 'publisher', value: '' });
    expect(await all.choices()).toHaveLength(25);
  });

  it('says what is indexed, and helps', async () => {
    const status = bot.discord.slash({ command: 'status' });
    await status.response();
    expect(status.text).toContain('HNSW graph, recall@10 0.998');
    const help = bot.discord.slash({ command: 'help' });
    expect((await help.response()).content).toContain('/ask question');
  });

  it('breaks no rule of Discord in all of that', () => {
    expect(bot.discord.violations).toEqual([]);
    expect(bot.discord.warnings).toEqual([]);
    expect(bot.discord.unknownRoutes).toEqual([]);
  });
});
