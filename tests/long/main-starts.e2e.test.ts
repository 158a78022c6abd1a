import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manifestDigestLine } from '../../src/adapters/filesystem/verify-generation.js';
import { Perms, StandIn } from '../support/discord-stand-in/index.js';
import { runProgram, startProgram } from '../support/program.js';
import { type SmallPlace, smallPlace } from '../support/small-corpus.js';
import { startSwitchableEmbeddings } from '../support/switchable-embeddings.js';

const lamp = 'Who repaired the lamp of the lighthouse?';

describe('the program, started and ended at bad moments', () => {
  let discord: StandIn;
  beforeEach(async () => {
    discord = await new StandIn().start();
  });
  afterEach(() => discord.stop());

  const asBot = ({ cwd, settings }: SmallPlace, more: Record<string, string> = {}) => ({
    cwd,
    settings: { ...settings, DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.apiBase, ...more },
  });

  it('starts that fail spend no login, however many there are, and each asks Discord once', async () => {
    const place = smallPlace();
    const wrong = [{ DISCORD_TOKEN: `${discord.token}x` }, { EMBEDDINGS: 'magic' }, { EMBEDDINGS: 'openai:small' }];
    for (const settings of [...wrong, ...wrong.slice(0, 2)]) {
      expect((await runProgram('src/main.js', asBot(place, settings))).code).toBe(1);
    }
    expect(discord.gateway.stats.identifies).toBe(0);
    expect(discord.requests).toHaveLength(2);
  }, 120_000);

  it('killed five times while it starts, it starts the sixth time as if nothing had been, at one login each', async () => {
    const bot = asBot(smallPlace());
    for (const moment of ['reading files', 'making vectors', 'publishing', 'online', 'deployed']) {
      const program = startProgram('src/main.js', bot);
      // A kill that comes late leaves an index, and the next start has no such moment; the same with the commands.
      await Promise.race([program.wrote(moment), program.wrote('online')]);
      if (moment === 'deployed') await discord.waitCommand('ask');
      program.kill('SIGKILL');
      await program.ended;
    }
    const program = startProgram('src/main.js', bot);
    await program.wrote('online');
    const asked = discord.slash({ command: 'ask', options: { question: lamp } });
    await asked.response();
    expect(asked.text).toContain('Engineer Ada Lindqvist repaired the lamp');
    expect(discord.gateway.stats.identifies).toBeLessThanOrEqual(6);
    program.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  }, 120_000);

  it('ended by SIGTERM while Discord does not answer, it ends with 0', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const program = startProgram(
      'src/main.js',
      asBot(smallPlace(), { DISCORD_API_BASE: `http://127.0.0.1:${port}/api` }),
    );
    const asked = once(silent, 'connection');
    await asked;
    program.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
    silent.close();
  }, 60_000);

  it('ended by SIGTERM in the middle of a re-index, it ends with 0 and leaves the index as it was', async () => {
    const embeddings = await startSwitchableEmbeddings();
    const place = smallPlace();
    const settings = { EMBEDDINGS: 'openai:small', OPENAI_BASE_URL: embeddings.baseUrl };
    const program = startProgram('src/main.js', asBot(place, settings));
    await program.wrote('the commands were deployed');
    const boss = discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    embeddings.mode = 'hangs';
    const before = embeddings.asked();
    const run = discord.slash({ command: 'reindex', options: { full: true }, user: boss });
    await expect.poll(embeddings.asked, { timeout: 15_000 }).toBeGreaterThan(before);
    program.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
    expect(run.text).toContain('Interrupted: the bot is being restarted');
    expect(readdirSync(place.indexDir).toSorted()).toEqual(['CURRENT', 'gen-000001']);
    expect(discord.violations).toEqual([]);
  }, 120_000);
});

describe('an index on the disk of another version of the program', () => {
  /** Makes the manifest say so, and its digest fit. */
  function pretend({ indexDir }: SmallPlace, formatVersion: number): void {
    const [manifest, digest] = ['manifest.json', 'manifest.sha256'].map((name) =>
      path.join(indexDir, 'gen-000001', name),
    );
    if (manifest === undefined || digest === undefined) throw new Error('there are two');
    const text = readFileSync(manifest, 'utf8').replace(/"formatVersion": \d+/, `"formatVersion": ${formatVersion}`);
    writeFileSync(manifest, text);
    writeFileSync(digest, manifestDigestLine(Buffer.from(text)));
  }

  it.each([
    [1, 'an older version of this program'],
    [99, 'a newer version of this program'],
  ])(
    'is refused in words with format %i, left as it is, and another is built beside it',
    async (formatVersion, said) => {
      const place = smallPlace();
      await runProgram('scripts/build-index.js', place);
      pretend(place, formatVersion);
      const { code, stdout, stderr } = await runProgram('src/main.js', { ...place, input: `${lamp}\n` });
      expect(stderr).toContain(`written by ${said} (format ${formatVersion}`);
      expect(stdout).toContain('Engineer Ada Lindqvist repaired the lamp');
      expect(code).toBe(0);
      expect(readFileSync(path.join(place.indexDir, 'CURRENT'), 'utf8').trim()).toBe('gen-000002');
      expect(readdirSync(place.indexDir)).toContain('gen-000001');
    },
    120_000,
  );
});
