import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline, fakeReport } from '../fakes/fake-dateline.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { Perms, type User } from '../support/discord-stand-in/index.js';

describe('a re-index of several admins, on Discord', () => {
  let dateline: FakeDateline;
  let bot: BotUnderTest;
  let admins: { ann: User; bob: User };

  beforeEach(async () => {
    dateline = new FakeDateline(forumArticles);
    dateline.progress = [
      { phase: 'comparing', done: 0, total: undefined, changes: fakeReport },
      { phase: 'embedding', done: 50, total: 200 },
    ];
    bot = await startBotUnderTest(dateline);
    const join = (username: string) => bot.discord.join({ username, permissions: Perms.ManageGuild });
    admins = { ann: join('ann'), bob: join('bob_*') };
  });
  afterEach(() => bot.stop());

  const reindex = (user: User) => bot.discord.slash({ command: 'reindex', user });
  const messageOf = (run: ReturnType<typeof reindex>) => {
    if (run.message === null) throw new Error('there is no message');
    return run.message;
  };

  it('shows what will change, a bar and a button to the one who asked', async () => {
    dateline.hold();
    const run = reindex(admins.ann);
    await run.response();
    expect(run.text).toMatch(/▰{5}▱{15} 25 % · making vectors, 50 of 200/);
    expect(run.text).toMatch(/What changes:\n1 added, 0 changed, 0 removed, 76 unchanged/);
    expect(run.text).toMatch(/Added: 77\\?-new\\?-article/);
    expect(run.text).toMatch(/Set aside broken\\?\.md: There is no text/);
    expect(bot.discord.controls(messageOf(run)).map(({ label }) => label)).toEqual(['Cancel']);
  });

  it('is one run: whoever comes later sees the same progress and report, and who began it', async () => {
    const release = dateline.hold();
    const first = reindex(admins.ann);
    await first.response();
    const second = reindex(admins.bob);
    await second.response();
    expect(second.text).toContain('this one was begun by ann on');
    expect(second.text).toContain('making vectors, 50 of 200');
    expect(second.text).toContain('1 added, 0 changed');
    release();
    for (const run of [first, second]) await expect.poll(() => run.text).toContain('is serving now');
    expect(dateline.reindexed).toHaveLength(1);
    expect(bot.discord.controls(messageOf(second))).toEqual([]);
    expect(bot.audit.entries.map(({ who, what }) => [who.name, what])).toEqual([
      ['ann', ''],
      ['bob_*', 'one begun by ann was under way'],
    ]);
  });

  it('is stopped by another admin, and says by whom to both', async () => {
    dateline.hold();
    const [first, second] = [reindex(admins.ann), reindex(admins.bob)];
    await first.response();
    await second.response();
    bot.discord.click({ message: messageOf(second), label: 'Cancel', user: admins.bob });
    for (const run of [first, second]) {
      await expect
        .poll(() => run.text)
        .toBe('The re-index was stopped by bob\\_\\*. The index that was serving still is.');
    }
    const entries = bot.audit.entries.map(({ who, action, outcome }) => `${who.name} ${action} ${outcome}`);
    expect(entries.toSorted()).toEqual([
      'ann reindex stopped by bob_*',
      'bob_* reindex stopped by bob_*',
      'bob_* stop-reindex stopped by bob_*',
    ]);
    expect(bot.discord.violations).toEqual([]);
  });

  it('is not stopped by a member without a right to it, however they press', async () => {
    const release = dateline.hold();
    const run = reindex(admins.ann);
    await run.response();
    const message = messageOf(run);
    const data = { component_type: 2, custom_id: `stp:${admins.ann.id}` };
    const mallory = bot.discord.join({ username: 'mallory' });
    const forged = bot.discord._interaction(3, { data, message, source: message, user: mallory, label: 'forged' });
    expect((await forged.response()).content).toContain('Only members who may manage this server');
    release();
    await expect.poll(() => run.text).toContain('is serving now');
  });

  it('says that none is under way where the button is pressed after the end or a restart', async () => {
    const run = reindex(admins.ann);
    await expect.poll(() => run.text).toContain('is serving now');
    const message = messageOf(run);
    const data = { component_type: 2, custom_id: `stp:${admins.ann.id}` };
    const late = bot.discord._interaction(3, { data, message, source: message, user: admins.ann, label: 'late' });
    await expect.poll(() => late.text).toContain('No re-index is under way any more.');
  });
});
