import { describe, expect, it } from 'vitest';
import type { AdminGate } from '../../src/discord/admin-gate.js';
import type { CommandContext, Reply } from '../../src/discord/command.js';
import { createOpenQuestions } from '../../src/discord/open-questions.js';
import { textReply } from '../../src/discord/render/text.js';

const ownerId = '123456789012345678';
const otherId = '876543210987654321';
const gate: AdminGate = {
  hiding: {},
  check: () => ({ who: { id: ownerId, name: 'ann' }, refusal: undefined }),
};
const contextOf = (userId: string): CommandContext => ({
  signal: new AbortController().signal,
  ...{ userId, userName: 'ann', showProgress: () => {}, sayWhenLate: () => {} },
});

function setUp() {
  let now = 0;
  const questions = createOpenQuestions(gate, { now: () => now });
  let confirmed = 0;
  const yes = async () => textReply(`done ${++confirmed}`);
  const ask = () => questions.ask(textReply('Sure?'), { ownerId, action: 'test', yes, no: 'Nothing was done.' });
  const press = async (message: Reply, label: string, userId = ownerId) => {
    const [row] = message.components ?? [];
    const button = row?.components.find((one) => 'label' in one && one.label === label);
    const customId = button !== undefined && 'custom_id' in button ? button.custom_id : '';
    expect(questions.buttons.ownerOf(customId)).toBe(ownerId);
    return (await questions.buttons.run(customId, contextOf(userId))).content;
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { ask, press, pass };
}

describe('a question with Confirm and Cancel', () => {
  it('is answered once, whichever way', async () => {
    const { ask, press } = setUp();
    const [first, second] = [ask(), ask()];
    expect(await press(first, 'Confirm')).toBe('done 1');
    expect(await press(first, 'Confirm')).toMatch(/^This question is no longer open/);
    expect(await press(second, 'Cancel')).toBe('Nothing was done.');
    expect(await press(second, 'Confirm')).toMatch(/^This question is no longer open/);
  });

  it('is open for a quarter of an hour', async () => {
    const { ask, press, pass } = setUp();
    const [first, second] = [ask(), ask()];
    pass(15 * 60_000 - 1);
    expect(await press(first, 'Confirm')).toBe('done 1');
    pass(1);
    expect(await press(second, 'Confirm')).toMatch(/^This question is no longer open/);
  });

  it('does nothing for another person, even with the id of its owner', async () => {
    const { ask, press } = setUp();
    expect(await press(ask(), 'Confirm', otherId)).toMatch(/^This question is no longer open/);
  });

  it('makes room for a fifty-first: the oldest is forgotten', async () => {
    const { ask, press } = setUp();
    const all = Array.from({ length: 51 }, ask);
    const [oldest = textReply(''), next = textReply('')] = all;
    expect(await press(oldest, 'Confirm')).toMatch(/^This question is no longer open/);
    expect(await press(next, 'Confirm')).toBe('done 1');
  });
});
