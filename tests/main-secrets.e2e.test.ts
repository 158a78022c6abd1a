import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { type InteractionHandle, Perms, StandIn } from './support/discord-stand-in/index.js';
import { type Ended, runProgram, startProgram } from './support/program.js';
import { smallPlace } from './support/small-corpus.js';
import { startSwitchableEmbeddings } from './support/switchable-embeddings.js';

const key = 'sk-canary-4f0d9c71e6b2';

/** All text of all files below a folder. */
function filesBelow(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'latin1')).join('\n');
}

it('neither token nor key is in log, replies, status or files, whatever fails and whoever tells the key', async () => {
  const embeddings = await startSwitchableEmbeddings();
  const discord = await new StandIn().start();
  const { cwd, settings } = smallPlace();
  const all = { ...settings, EMBEDDINGS: 'openai:small', OPENAI_BASE_URL: embeddings.baseUrl, OPENAI_API_KEY: key };
  const bot = { ...all, DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.apiBase };
  const program = startProgram('src/main.js', { cwd, settings: bot });
  await program.wrote('the commands were deployed');
  const boss = discord.join({ username: 'boss', permissions: Perms.ManageGuild });
  const given: InteractionHandle[] = [];
  const slash = (command: string, options: Record<string, unknown> = {}) => {
    const run = discord.slash({ command, options, user: boss });
    given.push(run);
    return run;
  };

  embeddings.mode = 'tells-all';
  const failed = slash('reindex', { full: true });
  await expect.poll(() => failed.text, { timeout: 15_000 }).toContain('Incorrect API key');
  await slash('ask', { question: 'Who repaired the lamp of the lighthouse?' }).response();
  await slash('corpus add', { url: 'http://127.0.0.1/x' }).response();
  for (const command of ['status', 'index history', 'corpus list']) await slash(command).response();

  const answer = /original$/;
  discord.faults.add({ path: answer, status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  await slash('sources').response();
  discord.faults.add({ path: answer, status: 403, body: { code: 50001, message: 'Missing Access' } });
  await slash('help').ack();
  await program.wrote('an answer could not be delivered');
  discord.faults.add({ path: /callback$/, drop: 'after' });
  await slash('status').response();
  const expired = slash('reindex', { full: true });
  await expired.ack();
  expired.expireToken();
  discord.gateway.drop();
  await program.wrote('the connection is resumed');
  program.kill('SIGTERM');
  const ended = await program.ended;

  const shell = await runProgram('scripts/build-index.js', { cwd, settings: all, args: ['--full'] });
  const again = await runProgram('src/main.js', {
    cwd,
    settings: { ...all, DATA_DIR: path.join(cwd, 'new') },
    input: '/status\n',
  });
  const wrong = await runProgram('src/main.js', { cwd, settings: { ...bot, DISCORD_TOKEN: `${discord.token}x` } });
  await discord.stop();

  const written = [ended, shell, again, wrong].map(({ stdout, stderr }: Ended) => stdout + stderr).join('\n');
  const bodies = JSON.stringify(discord.requests.map(({ body }) => body ?? null));
  const everything = [written, bodies, filesBelow(cwd)].join('\n');
  // What is looked for would be found: the failure is told in each of the three.
  for (const place of [written, bodies, filesBelow(cwd)]) expect(place).toContain('Incorrect API key');
  expect(everything).not.toContain(key);
  expect(everything).not.toContain(discord.token);
  for (const { payload } of given) expect(everything).not.toContain(String(payload.token));
}, 90_000);
