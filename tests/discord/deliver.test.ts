import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/discord/command.js';
import { deliver } from '../../src/discord/deliver.js';

const reply: Reply = { embeds: [{ description: 'whole' }], plain: 'short' };

function refusal(status: number, code: number): DiscordAPIError {
  return new DiscordAPIError({ code, message: 'no' }, code, status, 'PATCH', 'https://discord.example/x', {
    body: {},
    files: [],
  });
}

/** Fails with each of these in turn, then works; remembers what was sent and how long it was waited. */
function scene(failures: readonly unknown[]) {
  const left = [...failures];
  const sent: Reply[] = [];
  const pauses: number[] = [];
  const log: string[] = [];
  const write = (message: string) => void log.push(message);
  const send = async (one: Reply) => {
    sent.push(one);
    if (left.length > 0) throw left.shift();
  };
  const pause = async (ms: number) => void pauses.push(ms);
  return { send, sent, pauses, log, tools: { logger: { info: write, warn: write, error: write }, pause } };
}

describe('delivering an answer', () => {
  it('tries again after longer and longer pauses while Discord is not well', async () => {
    const { send, sent, pauses, tools } = scene([new Error('ECONNRESET'), new Error('502'), new Error('502')]);
    await deliver(send, reply, tools);
    expect(sent).toEqual([reply, reply, reply, reply]);
    expect(pauses).toEqual([1000, 4000, 10_000]);
  });

  it('gives up after that, with one line', async () => {
    const { send, log, tools } = scene(Array(9).fill(new Error('502')));
    await deliver(send, reply, tools);
    expect(log).toEqual(['an answer could not be delivered']);
  });

  it('sends the short form of what is refused, once', async () => {
    const { send, sent, tools } = scene([refusal(400, 50035), refusal(400, 50035)]);
    await deliver(send, reply, tools);
    expect(sent).toEqual([reply, { content: 'short', plain: 'short' }]);
  });

  it.each([
    [404, 10062],
    [401, 50027],
    [404, 10008],
    [403, 50001],
  ])('does not try again what nobody waits for (%i, %i)', async (status, code) => {
    const { send, sent, log, tools } = scene([refusal(status, code)]);
    await deliver(send, reply, tools);
    expect(sent).toHaveLength(1);
    expect(log).toHaveLength(1);
  });

  it('sends the short form of what breaks a limit without asking Discord', async () => {
    const { send, sent, tools } = scene([]);
    await deliver(send, { embeds: [{ description: 'x'.repeat(4097) }], plain: 'short' }, tools);
    expect(sent).toEqual([{ content: 'short', plain: 'short' }]);
  });
});
