import { afterEach, describe, expect, it } from 'vitest';
import type { BotSettings } from '../../src/discord/bot.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { type BotUnderTest, startBotUnderTest } from '../support/bot-under-test.js';
import { ClientRefused, Perms, StandIn } from '../support/discord-stand-in/index.js';

describe('/reindex, on Discord', () => {
  const dateline = new FakeDateline(forumArticles);
  let bot: BotUnderTest;
  afterEach(async () => {
    dateline.reindexed.length = 0;
    await bot.stop();
  });

  it('is open to members who manage the server, who alone see the answer', async () => {
    bot = await startBotUnderTest(dateline);
    const boss = bot.discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    const run = bot.discord.slash({ command: 'reindex', options: { full: true }, user: boss });
    expect((await run.response()).content).toMatch(
      /^Index gen\\?-000004 is serving now\. 1 added, 0 changed, 0 removed/,
    );
    expect(run.ephemeral).toBe(true);
    expect(dateline.reindexed).toEqual([{ full: true, dryRun: false, by: 'boss' }]);
  });

  it('says what would change with dry_run', async () => {
    bot = await startBotUnderTest(dateline);
    const boss = bot.discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    const run = bot.discord.slash({ command: 'reindex', options: { dry_run: true }, user: boss });
    expect((await run.response()).content).toMatch(/^Nothing was written\./);
  });

  it('is hidden from plain members, and refused where hiding is overridden', async () => {
    bot = await startBotUnderTest(dateline);
    expect(() => bot.discord.slash({ command: 'reindex' })).toThrow(ClientRefused);
    const forced = bot.discord.slash({ command: 'reindex', force: true });
    expect((await forced.response()).content).toContain('Only members who may manage this server');
    expect(forced.ephemeral).toBe(true);
    expect(dateline.reindexed).toEqual([]);
    expect(bot.audit.entries).toMatchObject([
      { who: { name: 'alice' }, action: 'reindex', outcome: 'refused: may not' },
    ]);
  });

  async function withRole(settings: (discord: StandIn, role: string) => Partial<BotSettings>) {
    const discord = await new StandIn().start();
    const { id } = discord.createRole({ name: 'desk' });
    const started = await startBotUnderTest(dateline, { discord, settings: settings(discord, id) });
    const editor = discord.createUser({ username: 'editor' });
    discord.addMember(editor, { roles: [id] });
    bot = {
      ...started,
      stop: async () => {
        await started.stop();
        await discord.stop();
      },
    };
    return { discord, editor };
  }

  it('is open to a role of ADMIN_ROLE_IDS, and then visible to all but still refused to others', async () => {
    const { discord, editor } = await withRole((_, role) => ({ adminRoleIds: [role] }));
    expect(discord.findCommand('reindex')?.default_member_permissions).toBeNull();
    const run = discord.slash({ command: 'reindex', user: editor });
    expect((await run.response()).content).toContain('is serving now');
    const plain = discord.slash({ command: 'reindex' });
    expect((await plain.response()).content).toContain('Only members');
    expect(dateline.reindexed).toHaveLength(1);
  });

  it('is refused in a direct message and to the managers of another server', async () => {
    const { discord } = await withRole((_, role) => ({ adminRoleIds: [role], guildId: '123456789012345678' }));
    const { id } = discord.findCommand('ask') ?? { id: '1' };
    const data = { id, name: 'reindex', type: 1 };
    const boss = discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    const elsewhere = discord._interaction(2, { data, user: boss, label: 'elsewhere' });
    expect((await elsewhere.response()).content).toContain('in the server this bot belongs to only');
    const direct = discord._interaction(2, { data, channel: discord.dm(boss), user: boss, label: 'direct' });
    expect((await direct.response()).content).toContain('in a server only');
    expect(dateline.reindexed).toEqual([]);
  });

  it('shows how far it is, at a measured pace, while questions are answered', async () => {
    bot = await startBotUnderTest(dateline);
    const release = dateline.hold();
    dateline.progress = Array.from({ length: 200 }, (_, done) => ({ phase: 'embedding', done, total: 200 }));
    const boss = bot.discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    const run = bot.discord.slash({ command: 'reindex', user: boss });
    expect((await run.response()).content).toContain('making vectors, 199 of 200');
    await bot.discord.slash({ command: 'ask', options: { question: 'Did presidents discuss tourism?' } }).response();
    release();
    await expect.poll(() => run.text).toContain('is serving now');
    expect(run.edits).toHaveLength(2);
    expect(bot.discord.violations).toEqual([]);
  });
});
