import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { Perms, type User } from '../support/discord-stand-in/index.js';

type Option = { readonly name: string; readonly type: number; readonly value?: unknown; readonly options?: Option[] };

const [subcommand, text, whole, yesNo, attachment] = [1, 3, 4, 5, 11];

describe('interactions that Discord’s own app would not send', () => {
  const dateline = new FakeDateline(forumArticles);
  let bot: BotUnderTest;
  let boss: User;

  beforeAll(async () => {
    bot = await startBotUnderTest(dateline);
    boss = bot.discord.join({ username: 'boss', permissions: Perms.ManageGuild });
  });
  afterAll(async () => {
    await bot.stop();
  });

  const send = (name: string, options: Option[], more: { install?: 'user'; user?: User } = {}) => {
    const data = { id: bot.discord.findCommand(name)?.id ?? '123456789012345678', name, type: 1, options };
    return bot.discord._interaction(2, { data, user: boss, label: `forged /${name}`, ...more });
  };

  it.each<[string, Option[]]>([
    ['ask', []],
    ['ask', [{ name: 'question', type: whole, value: 7 }]],
    ['ask', [{ name: 'question', type: text }]],
    ['ask', [{ name: 'q', type: text, value: 'Who?' }]],
    [
      'ask',
      [
        { name: 'question', type: text, value: 'Who?' },
        { name: 'private', type: text, value: 'true' },
      ],
    ],
    ['ask', [{ name: 'question', type: subcommand, options: [] }]],
    ['entity', []],
    ['entity', [{ name: 'name', type: yesNo, value: true }]],
    ['quotes', []],
    ['quotes', [{ name: 'who', type: whole, value: 1 }]],
    ['sources', [{ name: 'publisher', type: whole, value: 1 }]],
    ['reindex', [{ name: 'full', type: text, value: 'true' }]],
    ['reindex', [{ name: 'dry_run', type: whole, value: 1 }]],
    ['corpus', []],
    [
      'corpus',
      [{ name: 'drop', type: subcommand, options: [{ name: 'url', type: text, value: 'https://a.example' }] }],
    ],
    ['corpus', [{ name: 'remove', type: subcommand, options: [] }]],
    ['corpus', [{ name: 'remove', type: subcommand, options: [{ name: 'article', type: whole, value: 1 }] }]],
    ['corpus', [{ name: 'add', type: subcommand, options: [{ name: 'file', type: text, value: '/etc/passwd' }] }]],
    ['corpus', [{ name: 'add', type: subcommand, options: [{ name: 'file', type: attachment, value: '1' }] }]],
    ['index', []],
    ['index', [{ name: 'erase', type: subcommand, options: [] }]],
    ['index', [{ name: 'rollback', type: subcommand, options: [] }]],
  ])('/%s with the options %j does nothing, and is refused in words to whoever sent it', async (name, options) => {
    const [asked, reindexed] = [dateline.asked.length, dateline.reindexed.length];
    const forged = send(name, options);
    const { content } = await forged.response();
    expect(content).toMatch(/could not be read|Give a file or an address|no file or article|does not exist/);
    expect(forged.ephemeral).toBe(true);
    expect([dateline.asked.length, dateline.reindexed.length]).toEqual([asked, reindexed]);
  });

  it('an option nobody declared is passed over', async () => {
    const options = [
      { name: 'question', type: text, value: 'Did presidents discuss tourism?' },
      { name: 'as_admin', type: yesNo, value: true },
    ];
    expect((await send('ask', options).response()).embeds).toHaveLength(2);
  });

  it('an outlet that was not suggested is taken as what it is: one that nobody has', async () => {
    const options = [
      { name: 'question', type: text, value: 'Did presidents discuss tourism?' },
      { name: 'source', type: text, value: '../../etc/passwd' },
    ];
    const forged = send('ask', options);
    await forged.response();
    expect(dateline.asked.at(-1)?.source).toBe('../../etc/passwd');
    expect(forged.text).toContain('No article fits these filters');
  });

  it('a command that this version no longer has is told to be gone', async () => {
    const gone = send('summarise', [{ name: 'article', type: text, value: '1' }]);
    expect((await gone.response()).content).toContain('This command no longer exists');
    expect(gone.ephemeral).toBe(true);
  });

  it.each(['', 'question', 'private', '__proto__', 'constructor'])(
    'typing in the option %j gets no suggestion',
    async (name) => {
      const data = { id: '1', name: 'ask', type: 1, options: [{ name, type: text, value: 'x', focused: true }] };
      const typing = bot.discord._interaction(4, { data, label: 'forged autocomplete' });
      expect(await typing.choices()).toEqual([]);
    },
  );

  it.each<[string, object]>([
    ['without a focused option', { name: 'sources', options: [] }],
    [
      'of a command that there is not',
      { name: '__proto__', options: [{ name: 'a', type: text, value: '', focused: true }] },
    ],
  ])('typing %s gets no suggestion', async (_, forged) => {
    const typing = bot.discord._interaction(4, { data: { id: '1', type: 1, ...forged }, label: 'forged autocomplete' });
    expect(await typing.choices()).toEqual([]);
  });

  it('a command for admins through an app that a person has installed for themselves is refused and recorded', async () => {
    const already = bot.audit.entries.length;
    for (const [name, options] of [
      ['reindex', []],
      ['index', [{ name: 'history', type: subcommand, options: [] }]],
    ] satisfies [string, Option[]][]) {
      const forged = send(name, options, { install: 'user' });
      expect((await forged.response()).content).toContain('in a server only');
      expect(forged.ephemeral).toBe(true);
    }
    await expect.poll(() => bot.audit.entries.length).toBe(already + 2);
    expect(bot.audit.entries.slice(already)).toMatchObject([
      { who: { name: 'boss' }, action: 'reindex', outcome: 'refused: may not' },
      { who: { name: 'boss' }, action: 'index history', outcome: 'refused: may not' },
    ]);
    expect(dateline.reindexed).toEqual([]);
  });

  it('leaves the bot well, and no rule of Discord broken', async () => {
    const asked = bot.discord.slash({ command: 'ask', options: { question: 'Did presidents discuss tourism?' } });
    expect((await asked.response()).embeds).toHaveLength(2);
    expect(bot.discord.violations).toEqual([]);
    expect(bot.log.filter((line) => line.includes('a command failed'))).toEqual([]);
  });
});
