import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotSettings } from '../../src/discord/bot.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { Perms, StandIn, type User } from '../support/discord-stand-in/index.js';
import { openRealPlace, type RealPlace } from '../support/real-place.js';

const whale = `---
title: Museum gets a whale
publisher: Norrvik Courier
published: 2025-03-09
url: https://courier.example/whale
---

Curator Signe Dahl hung up the whale. The whale is fourteen metres long. The museum opens its new hall in June, and expects
many visitors from the mainland. The bones were found on the north beach eleven years ago.
`;

describe('administration, on Discord and a real corpus', () => {
  let discord: StandIn;
  let place: RealPlace;
  let bot: BotUnderTest;
  let boss: User;
  let minutes = 0;

  const clock = { now: () => Date.now() + minutes * 60_000 };
  const start = (settings: Partial<BotSettings> = {}) =>
    startBotUnderTest(place.dateline, {
      discord,
      settings,
      bot: { dateline: place.dateline, administration: place.administration, clock },
    });

  beforeEach(async () => {
    minutes = 0;
    discord = await new StandIn().start();
    place = await openRealPlace({ origins: [discord.origin], clock });
    boss = discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    bot = await start();
  });
  afterEach(async () => {
    await bot.stop();
    expect(discord.violations).toEqual([]);
    await discord.stop();
  });

  const slash = (command: string, options: Record<string, unknown> = {}, user = boss) =>
    discord.slash({ command, options, user });
  const told = async (command: string, options: Record<string, unknown> = {}, user = boss) => {
    const run = slash(command, options, user);
    await run.response();
    return run;
  };
  /** Presses a button of an answer; resolves with the text of the message once it says so. */
  const press = async (run: { message: unknown }, label: string, says: string | RegExp, user = boss) => {
    const { message } = run as ReturnType<typeof slash>;
    if (message === null) throw new Error('there is no message to press on');
    const pressed = discord.click({ message, label, user });
    await expect.poll(() => pressed.text, { timeout: 10_000 }).toMatch(says);
    return pressed;
  };
  /** Gives `/reindex`; resolves once its answer says so. */
  const reindex = async (says: RegExp) => {
    const run = slash('reindex');
    await expect.poll(() => run.text, { timeout: 10_000 }).toMatch(says);
    return run;
  };
  const ask = async (question: string) => {
    const asked = discord.slash({ command: 'ask', options: { question } });
    await asked.response();
    return asked.text;
  };
  const offerWhale = () => told('corpus add', { file: { name: 'Whale in the museum.md', data: whale } });
  const outcomes = async () => (await place.administration.actions(20)).map(({ action, outcome }) => [action, outcome]);
  const files = () => readdirSync(place.corpusDir).toSorted();

  it('adds an article that then answers, and removes it again', async () => {
    const offered = await offerWhale();
    expect(offered.ephemeral).toBe(true);
    expect(offered.text).toContain('Museum gets a whale');
    expect(offered.text).toContain('Norrvik Courier');
    expect(offered.text).toContain('9 March 2025');
    expect(offered.text).toContain('Curator Signe Dahl hung up the whale');
    expect(files()).not.toContain('whale-in-the-museum.md');
    await press(
      offered,
      'Confirm',
      /Written as whale-in-the-museum\\?\.md\.\s*Index gen\\?-000002 is serving now\. 1 added/,
    );
    expect(await ask('Who hung up the whale?')).toContain('Curator Signe Dahl hung up the whale');

    const removal = await told('corpus remove', { article: 'whale-in-the-museum' });
    expect(removal.text).toContain('Museum gets a whale');
    await press(removal, 'Confirm', /was taken out and is kept as removed/);
    expect(await ask('Who hung up the whale?')).not.toContain('Signe Dahl');
    expect(files()).not.toContain('whale-in-the-museum.md');
    expect(await outcomes()).toEqual([
      ['remove-article', expect.stringMatching(/^moved to removed.*; re-index: published gen-000003: 0 added/)],
      ['add-article', expect.stringMatching(/^written as whale-in-the-museum\.md; re-index: published gen-000002/)],
    ]);
  });

  it('takes nothing in without Confirm, after a quarter of an hour, twice, or after a restart', async () => {
    await press(await offerWhale(), 'Cancel', /^Nothing was written\.$/);

    const late = await offerWhale();
    minutes = 16;
    await press(late, 'Confirm', /no longer open/);
    minutes = 0;

    const twice = await offerWhale();
    const { message } = twice;
    if (message === null) throw new Error('no message');
    const both = [1, 2].map(() => discord.click({ message, label: 'Confirm', user: boss }));
    await expect.poll(() => both.map(({ text }) => text).join('\n'), { timeout: 10_000 }).toContain('is serving now');
    expect((await place.administration.actions(20)).filter(({ action }) => action === 'add-article')).toHaveLength(1);

    const before = await told('corpus add', { file: { name: 'other.md', data: whale.replaceAll('whale', 'shark') } });
    await bot.stop();
    bot = await start();
    await press(before, 'Confirm', /the bot has been restarted/);
    expect(files()).not.toContain('other.md');
  });

  it.each([
    [{ file: { name: 'a.pdf', data: whale } }, /Its ending is none of/],
    [{ file: { name: 'a.md', data: 'x'.repeat(4_000_001) } }, /larger than 4 MB/],
    [{ url: 'https://elsewhere.example/a' }, /No host is allowed/],
    [{}, /Give a file or an address/],
    [{ file: { name: 'a.md', data: whale }, url: 'https://a.example' }, /one of them only/],
  ])('refuses to add %#', async (options, says) => {
    expect((await told('corpus add', options)).text.replaceAll('\\', '')).toMatch(says);
    expect(files()).toHaveLength(4);
  });

  it('says that a file is gone that was to be removed, or never was', async () => {
    expect((await told('corpus remove', { article: '../../etc/passwd' })).text).toContain('has no file or article');
    const removal = await told('corpus remove', { article: 'ferry' });
    rmSync(path.join(place.corpusDir, 'ferry.md'));
    await press(removal, 'Confirm', /has no file or article/);
  });

  it('suggests articles while somebody types', async () => {
    const choices = await discord
      .autocomplete({ command: 'corpus remove', focused: 'article', value: 'ORCH', user: boss })
      .choices();
    expect(choices).toEqual([{ name: 'School of Norrvik plants an orchard (school)', value: 'school' }]);
  });

  it('lists the files, those set aside with their reasons, page by page', async () => {
    writeFileSync(path.join(place.corpusDir, 'a-picture.png'), 'x');
    writeFileSync(path.join(place.corpusDir, 'empty @everyone **.md'), '');
    for (let number = 10; number < 35; number++) writeFileSync(path.join(place.corpusDir, `n${number}.md`), whale);
    await reindex(/is serving now/);
    const list = await told('corpus list');
    expect(list.text).toContain('The corpus folder: 31 files');
    expect(list.text.replaceAll('\\', '')).toMatch(/a-picture\.png\*\* · 1 byte · set aside: Its ending is none/);
    expect(list.text).toMatch(/empty @\u200Beveryone \\\*\\\*.* set aside: It is empty/);
    const second = await press(list, 'Next', /Page 2 of 2/);
    expect(second.text).toContain('school');
    expect((await told('corpus list', { text: 'ferry' })).text).toContain('The corpus folder: 1 file');
  });

  it('goes back to an earlier index, and on from there with a number of its own', async () => {
    await press(await offerWhale(), 'Confirm', /is serving now/);
    const history = (await told('index history')).text.replaceAll('\\', '');
    expect(history).toMatch(/gen-000002 \(current\).*5 articles.*\n.*gen-000001.*4 articles/);
    expect(history).toMatch(/boss: add-article \(Museum gets a whale\): written as/);
    const options = await discord.autocomplete({ command: 'index rollback', focused: 'to', user: boss }).choices();
    expect(options).toEqual([{ name: 'gen-000001', value: 'gen-000001' }]);

    const question = await told('index rollback', { to: 'gen-000001' });
    await press(question, 'Confirm', /gen\\?-000001 is serving again, in place of gen\\?-000002/);
    expect(await ask('Who hung up the whale?')).not.toContain('Signe Dahl');
    expect(readFileSync(path.join(place.indexDir, 'CURRENT'), 'utf8').trim()).toBe('gen-000001');

    await reindex(/Index gen\\?-000003 is serving now\. 1 added/);
    expect(await ask('Who hung up the whale?')).toContain('Signe Dahl');
    expect((await outcomes()).slice(0, 2)).toEqual([
      ['reindex', expect.stringContaining('published gen-000003')],
      ['rollback', 'from gen-000002'],
    ]);
  });

  it('does not go back to what is damaged, current or not there', async () => {
    await press(await offerWhale(), 'Confirm', /is serving now/);
    const question = await told('index rollback', { to: 'gen-000001' });
    writeFileSync(path.join(place.indexDir, 'gen-000001', 'passages.jsonl'), 'x');
    await press(question, 'Confirm', /It is damaged: passages\\?\.jsonl/);
    expect((await told('index rollback', { to: 'gen-000002' })).text).toContain('is the index that is current');
    expect((await told('index rollback', { to: '../..' })).text).toContain('is kept');
    expect(await ask('Who hung up the whale?')).toContain('Signe Dahl');
  });

  it('asks before it drops more than a fifth of the articles', async () => {
    for (const file of ['ferry.md', 'school.md']) rmSync(path.join(place.corpusDir, file));
    const first = await reindex(/would drop 2 of 4 articles/);
    expect(first.text).toMatch(/Removed: ferry and school/);
    await press(first, 'Cancel', /^Nothing was dropped/);
    expect(await ask('Who takes command of the ferry?')).toContain('Jonas Berg');
    const second = await reindex(/would drop 2 of 4 articles/);
    await press(second, 'Confirm', /Index gen\\?-000002 is serving now\. 0 added, 0 changed, 2 removed/);
    expect(await ask('Who takes command of the ferry?')).not.toContain('Jonas Berg');
  });

  it('asks again where more would go by the time somebody confirms', async () => {
    for (const file of ['ferry.md', 'school.md']) rmSync(path.join(place.corpusDir, file));
    const first = await reindex(/would drop 2 of 4/);
    rmSync(path.join(place.corpusDir, 'bakery.md'));
    await press(first, 'Confirm', /would drop 3 of 4/);
  });

  const commands: [string, Record<string, unknown>][] = [
    ['reindex', {}],
    ['corpus add', { url: 'https://a.example' }],
    ['corpus remove', { article: 'ferry' }],
    ['corpus list', {}],
    ['index history', {}],
    ['index rollback', { to: 'gen-000001' }],
  ];

  it('refuses every command to members without a right to it, in a few lines of the audit log', async () => {
    for (const [command, options] of commands) {
      const forced = discord.slash({ command, options, force: true });
      expect((await forced.response()).content).toContain('Only members who may manage this server');
    }
    await expect.poll(outcomes).toEqual([
      ['corpus remove', 'refused: may not'],
      ['corpus add', 'refused: may not'],
      ['reindex', 'refused: may not'],
    ]);
  });

  it('refuses every command in direct messages', async () => {
    for (const [command, options] of commands) {
      const [name = '', subcommand] = command.split(' ');
      const given = Object.entries(options).map(([key, value]) => ({ name: key, type: 3, value }));
      const nested = subcommand === undefined ? given : [{ name: subcommand, type: 1, options: given }];
      const data = { id: discord.findCommand(name)?.id, name, type: 1, options: nested };
      const direct = discord._interaction(2, { data, channel: discord.dm(boss), user: boss, label: command });
      expect((await direct.response()).content).toContain('in a server only');
    }
    expect(files()).toHaveLength(4);
  });

  it('refuses a button to whoever may no longer, and to others', async () => {
    const offered = await offerWhale();
    const list = await told('corpus list');
    discord.setPermissions(boss, 0n);
    for (const [run, label] of [
      [offered, 'Confirm'],
      [offered, 'Cancel'],
    ] as const) {
      const { message } = run;
      if (message === null) throw new Error('no message');
      const pressed = discord.click({ message, label, user: boss });
      expect((await pressed.response()).content).toContain('Only members who may manage this server');
    }
    const { message } = list;
    if (message === null) throw new Error('no message');
    const page = { component_type: 2, custom_id: `cor:0:${boss.id}:` };
    const forged = discord._interaction(3, { data: page, message, source: message, user: boss, label: 'forged' });
    expect((await forged.response()).content).toContain('Only members');
    const other = discord.join({ username: 'other', permissions: Perms.ManageGuild });
    const foreign = discord._interaction(3, { data: page, message, source: message, user: other, label: 'foreign' });
    expect((await foreign.response()).content).toContain('Only whoever gave the command');
    discord.setPermissions(boss, Perms.ManageGuild);
    await press(offered, 'Confirm', /is serving now/);
  });

  it.each([
    'qst:yes:zz:1',
    'qst:maybe:0123456789abcdef:123456789012345678',
    'stp:',
    'his:1',
    'cor:9999:123456789012345678:',
  ])('takes the forged custom id %j for no button', async (customId) => {
    const { message } = await told('corpus list');
    if (message === null) throw new Error('no message');
    const data = { component_type: 2, custom_id: customId };
    const forged = discord._interaction(3, { data, message, source: message, user: boss, label: 'forged' });
    expect((await forged.response()).content).toContain('no longer in use');
  });

  it('does what is asked where the audit log can not be written, and says so', async () => {
    const log = path.join(path.dirname(place.indexDir), 'audit.jsonl');
    rmSync(log, { force: true });
    mkdirSync(log);
    const run = await reindex(/This is not in the audit log: audit log: /);
    expect(run.text).toContain('Nothing has changed');
    await press(await offerWhale(), 'Confirm', /This is not in the audit log.*is serving now/s);
    expect(existsSync(path.join(place.corpusDir, 'whale-in-the-museum.md'))).toBe(true);
  });
});
