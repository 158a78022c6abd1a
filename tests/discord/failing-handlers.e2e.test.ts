import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Administration } from '../../src/ports/administration.js';
import type { Dateline } from '../../src/ports/dateline.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { fakePeople } from '../fakes/fake-people.js';
import { inMemoryCorpusFiles } from '../fakes/in-memory-corpus-files.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { Perms, type User } from '../support/discord-stand-in/index.js';
import { administrationOver } from '../support/test-administration.js';

/** How every call of everything behind the bot fails at the moment; `undefined`: it works. */
let failure: 'throws' | 'rejects' | undefined;

const surprise = () => new TypeError('secret path /srv/data');

/** The same, but that each of its methods fails while `failure` is set. */
function breakable<T extends object>(whole: T): T {
  return new Proxy(whole, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (failure === 'throws') throw surprise();
        return failure === 'rejects' ? Promise.reject(surprise()) : Reflect.apply(value, target, args);
      };
    },
  });
}

const commands: [string, Record<string, unknown>][] = [
  ['ask', { question: 'Did presidents discuss tourism?' }],
  ['entity', { name: 'Mara Quill' }],
  ['quotes', { who: 'Mara Quill' }],
  ['sources', {}],
  ['status', {}],
  ['reindex', {}],
  ['corpus add', { url: 'https://a.example' }],
  ['corpus remove', { article: 'ferry' }],
  ['corpus list', {}],
  ['index history', {}],
  ['index rollback', { to: 'gen-000001' }],
];

describe.each(['throws', 'rejects'] as const)('a bot whose every call %s', (how) => {
  let bot: BotUnderTest;
  let boss: User;
  let page: APIMessage;

  beforeAll(async () => {
    failure = undefined;
    const dateline = breakable<Dateline>(new FakeDateline(forumArticles, fakePeople()));
    const files = inMemoryCorpusFiles({ 'ferry.md': '# Ferry\n\nThe ferry sails at noon. It carries cars.\n' });
    const administration = breakable<Administration>(administrationOver(dateline, { files }).administration);
    bot = await startBotUnderTest(dateline, { bot: { administration } });
    boss = bot.discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    page = await bot.discord.slash({ command: 'sources', user: boss }).response();
  });
  beforeEach(() => {
    failure = how;
  });
  afterAll(async () => {
    failure = undefined;
    await bot.stop();
  });

  const press = (customId: string, message = page) => {
    const data = { component_type: 2, custom_id: customId };
    return bot.discord._interaction(3, { data, message, source: message, user: boss, label: customId });
  };
  /** The reference shown stands in the log with what happened; the person sees nothing of that. */
  const expectExcuse = (content: string) => {
    const reference = /Something went wrong\. .* reference ([0-9a-f]{6})\.$/.exec(content)?.[1];
    expect(bot.log.find((line) => line.includes(`"reference":"${reference}"`))).toContain('secret path /srv/data');
    expect(content).not.toContain('secret');
  };

  it.each(commands)('excuses itself to whoever gives /%s', async (command, options) => {
    const { content } = await bot.discord.slash({ command, options, user: boss }).response();
    expectExcuse(content);
  });

  it.each(['src:0:%:', 'ent:c:0:%:=mara-quill', 'quo:0:%:0:=mara-quill', 'stp:%', 'cor:0:%:', 'his:0:%:'])(
    'excuses itself to whoever presses the button %s, in private, and leaves the message as it is',
    async (form) => {
      const pressed = press(form.replace('%', boss.id));
      expectExcuse((await pressed.waitFollowup()).content);
      expect(pressed.edits).toEqual([]);
    },
  );

  it('excuses itself to whoever confirms', async () => {
    failure = undefined;
    const question = await bot.discord
      .slash({ command: 'corpus remove', options: { article: 'ferry' }, user: boss })
      .response();
    failure = how;
    const confirm = bot.discord.controls(question).find(({ label }) => label === 'Confirm');
    expectExcuse((await press(confirm?.custom_id ?? '', question).waitFollowup()).content);
  });

  it.each([
    ['ask', 'source'],
    ['entity', 'name'],
    ['quotes', 'who'],
    ['sources', 'publisher'],
    ['corpus remove', 'article'],
    ['index rollback', 'to'],
  ])('suggests nothing to whoever types in /%s, and says why in the log', async (command, focused) => {
    const lines = bot.log.length;
    const typing = bot.discord.autocomplete({ command, focused, value: 'x', user: boss });
    expect(await typing.choices()).toEqual([]);
    expect(bot.log.slice(lines).join()).toContain('no suggestions');
  });

  it('answers as before once all is well again, and has broken no rule of Discord', async () => {
    failure = undefined;
    const [command, options] = commands[0] ?? ['', {}];
    expect((await bot.discord.slash({ command, options }).response()).embeds).toHaveLength(2);
    expect(bot.discord.violations).toEqual([]);
  });
});

describe('a bot with nothing indexed', () => {
  it.each(commands.slice(0, 5))('says so to whoever gives /%s', async (command, options) => {
    failure = undefined;
    const bot = await startBotUnderTest(new FakeDateline([]));
    const { content } = await bot.discord.slash({ command, options }).response();
    expect(content).toMatch(/^Nothing is indexed yet\. Run/);
    await bot.stop();
  });
});
