import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { goneText } from '../../src/wording/describe-entity.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { fakePeople, longNamed, maraHolm } from '../fakes/fake-people.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { ClientRefused, StandIn } from '../support/discord-stand-in/index.js';

type Message = Awaited<ReturnType<ReturnType<StandIn['slash']>['response']>>;

const people = fakePeople();
const dateline = new FakeDateline(forumArticles, people);
let discord: StandIn;
let bot: BotUnderTest;

beforeAll(async () => {
  // discord.js waits out rate limits; here that would only take time.
  discord = await new StandIn({ rateLimits: false }).start();
  bot = await startBotUnderTest(dateline, { discord });
  await discord.waitCommand('quotes');
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});

const entity = (name: string) => discord.slash({ command: 'entity', options: { name } }).response();
const quotes = (options: Record<string, string>) => discord.slash({ command: 'quotes', options }).response();
const labels = (message: Message) => discord.controls(message).map(({ label }) => label);
const title = (message: Message) => message.embeds[0]?.title;
const page = (message: Message) => message.embeds[0]?.footer?.text;

describe('/entity, on Discord', () => {
  it('shows the card: who it is, names, titles side by side, sentences with sources, companions and doubts', async () => {
    const message = await entity('m. quill');
    const [card, mentioned, said] = message.embeds;
    expect(card?.title).toBe('Mara Quill');
    expect(card?.description).toContain('3 articles from 3 outlets, published 1–3 February 2026');
    expect(card?.fields).toEqual([
      { name: 'Written', value: 'Mara Quill (2 articles), M. Quill (1 article)' },
      { name: '“harbour master”', value: 'Harbour Post (3 February 2026)', inline: true },
      { name: '“head of the port”', value: 'The Daily Gull (1 February 2026)', inline: true },
      { name: 'Often with', value: 'Lark Ferry Company: 1 article together (organisation; 1 article)' },
      { name: 'Taken for one', value: '"M. Quill" and "Mara Quill": first name shortened' },
      {
        name: 'Possibly the same',
        value: 'Mara Quillon (person; no articles): names differ by two letters',
      },
    ]);
    expect(mentioned?.description).toContain(
      '**[1] Harbour Post** · 3 February 2026 · [open](https://news.example/opening) (news\\.example)',
    );
    expect(said?.description).toContain('> Mara Quill (harbour master): **“The bridge is yours,” Mara Quill said.**');
    expect(labels(message)).toEqual(['All mentions', 'What they said', 'Appears with', 'Timeline', 'Mara Quillon']);
  });

  it('suggests names with what they stand for, each taken as an id where that fits', async () => {
    const typing = discord.autocomplete({ command: 'entity', focused: 'name', value: 'mara' });
    expect(await typing.choices()).toEqual([
      { name: 'Mara Quill — person, 3 articles', value: 'mara-quill' },
      { name: 'Mara Holm — person, 1 article', value: 'mara-holm' },
    ]);
    expect(title(await entity('mara-holm'))).toBe('Mara Holm');
    const [long] = await discord.autocomplete({ command: 'entity', focused: 'name', value: 'society' }).choices();
    expect(long?.name).toMatch(/^Society of the Friends .*… — organisation, 1 article$/);
    expect(longNamed.card.name.startsWith(long?.value ?? 'nothing')).toBe(true);
  });

  it('pages through all mentions, and back to the card', async () => {
    const message = await entity('Olaf Strand');
    const first = await discord.click({ message, label: 'All mentions' }).response();
    expect([title(first), page(first)]).toEqual(['Olaf Strand · All mentions', 'Page 1 of 3 · 12 mentions']);
    expect(() => discord.click({ message, label: 'Previous' })).toThrow(ClientRefused);
    const second = await discord.click({ message, label: 'Next' }).response();
    expect(second.embeds[0]?.description).toMatch(/\*\*\[6\] .*7 March 2026/);
    const third = await discord.click({ message, label: 'Next' }).response();
    expect(page(third)).toBe('Page 3 of 3 · 12 mentions');
    expect(() => discord.click({ message, label: 'Next' })).toThrow(ClientRefused);
    expect(page(await discord.click({ message, label: 'Previous' }).response())).toBe('Page 2 of 3 · 12 mentions');
    expect(title(await discord.click({ message, label: 'Overview' }).response())).toBe('Olaf Strand');
  });

  it('shows what they said, whom they appear with, and when', async () => {
    const message = await entity('Mara Quill');
    const said = await discord.click({ message, label: 'What they said' }).response();
    expect(said.embeds[0]?.description).toContain('> Mara Quill: **Mara Quill, head of the port, told reporters');
    await discord.click({ message, label: 'Overview' }).response();
    const companions = await discord.click({ message, label: 'Appears with' }).response();
    expect(companions.embeds[0]?.description).toBe(
      '**Lark Ferry Company** · 1 article together (organisation; 1 article) · no link on file',
    );
    expect(labels(companions)).toEqual(['Overview', 'Lark Ferry Company']);
    await discord.click({ message, label: 'Overview' }).response();
    const timeline = await discord.click({ message, label: 'Timeline' }).response();
    const days = timeline.embeds[0]?.description?.match(/\d February 2026|date unknown/g);
    expect(days).toEqual(['1 February 2026', '3 February 2026', 'date unknown']);
  });

  it('switches buttons off that would show nothing', async () => {
    const message = await entity('Mara Holm');
    expect(() => discord.click({ message, label: 'What they said' })).toThrow(ClientRefused);
  });

  it('gives whoever else presses a copy of their own, and leaves the message as it is', async () => {
    const message = await entity('Olaf Strand');
    const user = discord.join({ username: 'visitor' });
    const press = discord.click({ message, label: 'All mentions', user });
    const copy = await press.response();
    expect([press.ephemeral, page(copy), title(message)]).toEqual([true, 'Page 1 of 3 · 12 mentions', 'Olaf Strand']);
    const turned = await discord.click({ message: copy, label: 'Next', user }).response();
    expect([turned.id, page(turned)]).toEqual([copy.id, 'Page 2 of 3 · 12 mentions']);
  });

  it('lets one of several be chosen, each with what tells it apart', async () => {
    const message = await entity('Mara');
    expect(title(message)).toBe('Several in the coverage are called "Mara"');
    expect(message.embeds[0]?.description).toBe(
      [
        'Who or what is meant?',
        '**1. Mara Quill** · person, harbour master; 3 articles',
        '**2. Mara Holm** · person, baker; 1 article',
      ].join('\n'),
    );
    expect(title(await discord.click({ message, label: '2. Mara Holm' }).response())).toBe('Mara Holm');
  });

  it('offers the nearest names for one that nobody has, and says how to ask', async () => {
    const message = await entity('Olav @everyone');
    expect(title(message)).toBe('Nobody and nothing in the coverage is called "Olav @\u200Beveryone"');
    expect(message.embeds[0]?.description).toMatch(/^The nearest names:\n\*\*1\. Olaf Strand\*\* .*\n\n.*\/ask/);
    expect(title(await discord.click({ message, label: '1. Olaf Strand' }).response())).toBe('Olaf Strand');
  });

  it('takes an empty name for a mistake', async () => {
    const message = await discord.slash({ command: 'entity', options: { name: ' ' }, force: true }).response();
    expect(message.content).toBe('There is no name to look up.');
  });

  it('finds an entity again whose id is too long for a button', async () => {
    const message = await entity('society');
    const mentions = await discord.click({ message, label: 'All mentions' }).response();
    expect(title(mentions)).toMatch(/^Society of the Friends .*… · All mentions$/);
  });

  it.each(['ent:c:0:12:=x', 'ent:q:0:123456789012345678:=x', 'quo:0:123456789012345678:9:x'])(
    'refuses the forged custom id %j',
    async (customId) => {
      const message = await entity('Olaf Strand');
      const data = { component_type: 2, custom_id: customId };
      const press = discord._interaction(3, { data, message, source: message, label: 'forged' });
      expect((await press.response()).content).toContain('no longer in use');
    },
  );
});

describe('/quotes, on Discord', () => {
  it('lists who said what, newest first, with speaker, title, outlet, date and address, page by page', async () => {
    const message = await quotes({ who: 'Olaf Strand' });
    expect([title(message), page(message)]).toEqual(['What Olaf Strand said', 'Page 1 of 3 · 12 sentences']);
    expect(message.embeds[0]?.description).toMatch(
      /^\*\*\[1\] The Korea Herald\*\* · 12 March 2026 · \[open\]\(https:.*\n.*\n> Olaf Strand: \*\*“Remark 12 /,
    );
    const second = await discord.click({ message, label: 'Next' }).response();
    expect(second.embeds[0]?.description).toContain('“Remark 7 ');
    expect(title(await discord.click({ message, label: 'Overview' }).response())).toBe('Olaf Strand');
  });

  it('keeps to what it is about on every page', async () => {
    const message = await quotes({ who: 'olaf-strand', about: 'orchard' });
    expect([title(message), page(message)]).toEqual([
      'What Olaf Strand said about "orchard"',
      'Page 1 of 2 · 6 sentences',
    ]);
    const second = await discord.click({ message, label: 'Next' }).response();
    expect([title(second), page(second)]).toEqual([
      'What Olaf Strand said about "orchard"',
      'Page 2 of 2 · 6 sentences',
    ]);
    expect(second.embeds[0]?.description).toContain('“Remark 2 on the orchard,”');
  });

  it('says what nobody said, and lets one of several speakers be chosen', async () => {
    const message = await quotes({ who: 'Mara', about: 'bridge' });
    const chosen = await discord.click({ message, label: '1. Mara Quill' }).response();
    expect([title(chosen), page(chosen)]).toEqual(['What Mara Quill said about "bridge"', 'Page 1 of 1 · 2 sentences']);
    const none = await quotes({ who: 'Mara Holm', about: 'bridge' });
    expect(none.embeds[0]?.description).toBe('The articles quote nothing about "bridge" from Mara Holm.');
  });

  it('suggests speakers, and nothing for what it is about', async () => {
    const who = discord.autocomplete({ command: 'quotes', focused: 'who', value: 'olaf' });
    expect(await who.choices()).toEqual([{ name: 'Olaf Strand — person, 12 articles', value: 'olaf-strand' }]);
  });

  it('gives whoever else presses a copy of their own', async () => {
    const message = await quotes({ who: 'Olaf Strand' });
    const press = discord.click({ message, label: 'Next', user: discord.join({ username: 'reader' }) });
    expect([page(await press.response()), press.ephemeral]).toEqual(['Page 2 of 3 · 12 sentences', true]);
  });
});

describe('after a restart', () => {
  it('the buttons work as before', async () => {
    const [card, list] = [await entity('Olaf Strand'), await quotes({ who: 'Olaf Strand', about: 'orchard' })];
    await bot.bot.stop();
    bot = await startBotUnderTest(dateline, { discord, note: bot.note });
    const mentions = await discord.click({ message: card, label: 'All mentions' }).response();
    expect(page(mentions)).toBe('Page 1 of 3 · 12 mentions');
    const second = await discord.click({ message: list, label: 'Next' }).response();
    expect(page(second)).toBe('Page 2 of 2 · 6 sentences');
  });
});

describe('after a re-index without the entity', () => {
  afterEach(() => {
    people.entities = fakePeople().entities;
  });

  it.each([
    ['/entity', () => entity('Olaf Strand'), 'All mentions'],
    ['/entity of a long name', () => entity('society'), 'All mentions'],
    ['/quotes', () => quotes({ who: 'Olaf Strand' }), 'Next'],
  ])('a button of %s says so, and leaves the message as it is', async (_command, ask, label) => {
    const message = await ask();
    const before = title(message);
    people.entities = [maraHolm];
    const press = discord.click({ message, label });
    expect((await press.waitFollowup()).content).toBe(goneText);
    expect(title(message)).toBe(before);
    const other = discord.click({ message, label, user: discord.join({ username: `late ${label}` }) });
    expect([(await other.response()).content, other.ephemeral]).toEqual([goneText, true]);
  });
});

describe('all of that', () => {
  it('breaks no rule of Discord, and leaves no error behind', () => {
    expect(discord.violations).toEqual([]);
    expect(discord.warnings).toEqual([]);
    expect(discord.unknownRoutes).toEqual([]);
    expect(bot.log.filter((line) => /short form|delivered|reference/.test(line))).toEqual([]);
  });
});
