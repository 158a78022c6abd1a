import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Perms, StandIn } from './support/discord-stand-in/index.js';
import { type Program, runProgram, startProgram } from './support/program.js';
import { smallPlace, writeArticle } from './support/small-corpus.js';

const refusedToken = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gwrong.abcdefghijklmnop';

describe('the program, as a bot', () => {
  let discord: StandIn;
  beforeEach(async () => {
    discord = await new StandIn().start();
  });
  afterEach(() => discord.stop());

  const withToken = (token: string) => {
    const { cwd, settings } = smallPlace();
    return { cwd, settings: { ...settings, DISCORD_TOKEN: token, DISCORD_API_BASE: discord.apiBase } };
  };
  const start = async (): Promise<Program> => {
    const program = startProgram('src/main.js', withToken(discord.token));
    await program.wrote('the commands were deployed');
    return program;
  };
  const ask = () =>
    discord.slash({ command: 'ask', options: { question: 'Who repaired the lamp of the lighthouse?' } });

  it('answers, and at SIGTERM goes offline and ends with 0', async () => {
    const program = await start();
    const asked = ask();
    await asked.response();
    expect(asked.text).toContain('Engineer Ada Lindqvist repaired the lamp');
    program.kill('SIGTERM');
    const { code, stdout, stderr } = await program.ended;
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).not.toContain(discord.token);
    expect(discord.gateway.log.at(-1)).toMatchObject({ event: 'close', code: 1000 });
    expect(discord.violations).toEqual([]);
  });

  it('takes up what a shell has published meanwhile, and with WATCH_CORPUS what has been put into the folder', {
    timeout: 60_000,
  }, async () => {
    const { corpusDir, cwd, settings } = smallPlace();
    const bot = { ...settings, DISCORD_TOKEN: discord.token, DISCORD_API_BASE: discord.apiBase, WATCH_CORPUS: 'true' };
    const program = startProgram('src/main.js', { cwd, settings: bot });
    await program.wrote('the commands were deployed');
    await runProgram('scripts/build-index.js', { cwd, settings, args: ['--full'] });
    await program.wrote('took up the index another process made current named=gen-000002');
    const article = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };
    writeArticle(corpusDir, 'whale.md', { ...article, text: 'Curator Signe Dahl hung up the whale.' });
    await program.wrote('re-indexed after changes in the corpus folder snapshot=gen-000003 added=1');
    const asked = discord.slash({ command: 'ask', options: { question: 'Who hung up the whale?' } });
    await asked.response();
    expect(asked.text).toContain('Curator Signe Dahl hung up the whale');
    program.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
    const log = readFileSync(path.join(settings.DATA_DIR ?? '', 'audit.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(log.map((line) => JSON.parse(line).who.id)).toEqual(['start', 'shell', 'watch']);
  });

  it('takes an article in from an attachment, re-indexes in its child process, and answers from it', async () => {
    const program = await start();
    const boss = discord.join({ username: 'boss', permissions: Perms.ManageGuild });
    const data = '# Museum gets a whale\n\nCurator Signe Dahl hung up the whale. It is fourteen metres long.\n';
    const offered = discord.slash({ command: 'corpus add', options: { file: { name: 'whale.md', data } }, user: boss });
    const message = await offered.response();
    const confirmed = discord.click({ message, label: 'Confirm', user: boss });
    await expect.poll(() => confirmed.text, { timeout: 15_000 }).toContain('is serving now');
    const asked = discord.slash({ command: 'ask', options: { question: 'Who hung up the whale?' } });
    await asked.response();
    expect(asked.text).toContain('Curator Signe Dahl hung up the whale');
    expect(discord.violations).toEqual([]);
    program.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  });

  it('finishes an answer under way at SIGTERM before it ends', async () => {
    const program = await start();
    discord.faults.add({ path: /original$/, delay: 600 });
    const asked = ask();
    await asked.ack();
    program.kill('SIGTERM');
    const { code } = await program.ended;
    expect(code).toBe(0);
    expect(asked.text).toContain('Engineer Ada Lindqvist repaired the lamp');
  });

  it('ends with 1 and a plain line where the token is refused', async () => {
    const { code, stderr } = await runProgram('src/main.js', withToken(refusedToken));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Discord refused the token\. Check DISCORD_TOKEN\.$/m);
    expect(stderr).not.toMatch(/Gwrong|^\s+at /m);
  });

  it('ends with 1 and a plain line where the intents are refused (4014)', async () => {
    discord.gateway.nextIdentifyClose = 4014;
    const { code, stderr } = await runProgram('src/main.js', withToken(discord.token));
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Discord refused the intents \(4014\)\. Check the bot in the Developer Portal\.$/m);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('ends with 1 and a plain line where Discord closes the connection for good later on', async () => {
    const program = await start();
    discord.gateway.drop(4004);
    const { code, stderr } = await program.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Discord refused the token \(4004\)\. Check DISCORD_TOKEN\.$/m);
  });
});
