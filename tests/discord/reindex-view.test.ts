import { expect, it } from 'vitest';
import type { CommandContext, Reply } from '../../src/discord/command.js';
import { showReindex } from '../../src/discord/reindex-view.js';

it('says, while names are catalogued, that the articles can be searched already', () => {
  const shown: Reply[] = [];
  const context: Pick<CommandContext, 'showProgress' | 'sayWhenLate' | 'userId'> = {
    showProgress: (reply) => void shown.push(reply),
    sayWhenLate: () => undefined,
    userId: '42',
  };
  const show = showReindex(context, { now: () => 0 }, { head: 'Reading the articles again.' });
  show({ phase: 'publishing', done: 0, total: 1 });
  show({ phase: 'published', done: 1, total: 1, snapshot: 'gen-000004' });
  show({ phase: 'cataloguing', done: 5, total: 9 });
  const texts = shown.map((reply) => JSON.stringify(reply));
  expect(texts.map((text) => text.includes('can be searched already'))).toEqual([false, true, true]);
  expect(texts[2]).toContain('cataloguing names, 5 of 9');
});
