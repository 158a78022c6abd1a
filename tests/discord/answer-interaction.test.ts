import { describe, expect, it } from 'vitest';
import { answerDeferred } from '../../src/discord/answer-interaction.js';
import type { CommandContext, Reply } from '../../src/discord/command.js';
import { textReply } from '../../src/discord/render/text.js';
import { createRunningWork } from '../../src/discord/running-work.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';

/** What is sent for work that never ends, in a time for answers that is over at once. */
async function sentFor(work: (context: CommandContext) => void): Promise<(string | undefined)[]> {
  const sent: Reply[] = [];
  const send = async (reply: Reply) => void sent.push(reply);
  const run = (context: CommandContext) => {
    work(context);
    return new Promise<Reply>(() => {});
  };
  const tools = { running: createRunningWork(1), logger: createRecordingLogger(), isFresh: () => true };
  await answerDeferred({ user: { id: '1', username: 'ann' }, send, sendError: send, run }, tools);
  return sent.map(({ content }) => content);
}

describe('work that takes longer than a token lives', () => {
  it('is said to be stopped', async () => {
    expect(await sentFor(() => {})).toEqual(['This took longer than Discord lets a bot answer, and was stopped.']);
  });

  it('is said to go on, where it does', async () => {
    expect(await sentFor(({ sayWhenLate }) => sayWhenLate(textReply('It goes on.')))).toEqual(['It goes on.']);
  });
});
