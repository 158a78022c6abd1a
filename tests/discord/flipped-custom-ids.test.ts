import { describe, expect, it } from 'vitest';
import { adminPageId, longestFilter } from '../../src/discord/admin-custom-id.js';
import { createAdminGate } from '../../src/discord/admin-gate.js';
import type { ButtonHandler, CommandContext } from '../../src/discord/command.js';
import { createCorpusPages } from '../../src/discord/commands/corpus.js';
import { createEntityButtons } from '../../src/discord/commands/entity.js';
import { createHistoryPages } from '../../src/discord/commands/index-history.js';
import { createQuotesButtons } from '../../src/discord/commands/quotes.js';
import { createSourcesButtons } from '../../src/discord/commands/sources.js';
import { kindOf, longestPublisher, sourcesPageId } from '../../src/discord/custom-id.js';
import { breaches } from '../../src/discord/limits.js';
import { entityPressId, longestAbout, quotesPressId } from '../../src/discord/lookup-custom-id.js';
import { createOpenQuestions } from '../../src/discord/open-questions.js';
import { textReply } from '../../src/discord/render/text.js';
import { UsageError } from '../../src/domain/errors.js';
import { manyOutlets } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { fakePeople, longNamed } from '../fakes/fake-people.js';
import { administrationOver } from '../support/test-administration.js';

const ownerId = '12345678901234567890';
const clock = { now: () => 0 };
const dateline = new FakeDateline(manyOutlets, fakePeople());
const { administration, audit } = administrationOver(dateline);
const gate = createAdminGate({ adminRoleIds: [], guildId: undefined }, administration);
const questions = createOpenQuestions(gate, clock);
const tools = { administration, gate, questions, clock };
const handlers = new Map(
  [
    createSourcesButtons(dateline),
    createEntityButtons(dateline),
    createQuotesButtons(dateline),
    createCorpusPages(tools),
    createHistoryPages(tools),
    questions.buttons,
  ].map((handler): [string, ButtonHandler] => [handler.kind, handler]),
);
const context: CommandContext = {
  signal: new AbortController().signal,
  ...{ userId: ownerId, userName: 'ann', showProgress: () => {}, sayWhenLate: () => {} },
};

/** The id with each of its bits turned over, one at a time. */
function* flips(customId: string): Generator<string> {
  for (let at = 0; at < customId.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      yield customId.slice(0, at) + String.fromCharCode(customId.charCodeAt(at) ^ (1 << bit)) + customId.slice(at + 1);
    }
  }
}

describe('a custom id with any one of its bits turned over', () => {
  it.each([
    ['/sources', sourcesPageId({ page: 999, ownerId, publisher: 'x'.repeat(longestPublisher) })],
    ['/entity', entityPressId('mentions', 999, ownerId, longNamed.card.id)],
    ['/quotes', quotesPressId(999, ownerId, longNamed.card.id, 'a'.repeat(longestAbout))],
    ['/corpus list', adminPageId('cor', { page: 999, ownerId, text: 'x'.repeat(longestFilter) })],
    ['/index history', adminPageId('his', { page: 999, ownerId, text: 'x'.repeat(longestFilter) })],
  ])(
    'of %s, a hundred characters long, is nobody’s, another’s, or leads to a page or a sentence',
    async (_, customId) => {
      expect(customId).toHaveLength(100);
      for (const flipped of flips(customId)) {
        const handler = handlers.get(kindOf(flipped));
        const owner = handler?.ownerOf(flipped);
        if (handler === undefined || owner !== ownerId) continue;
        const reply = await handler.run(flipped, context).catch((error: unknown) => {
          // What was to be looked up is no longer there.
          expect(error).toBeInstanceOf(UsageError);
          return textReply(String(error));
        });
        expect(breaches(reply), JSON.stringify(flipped)).toEqual([]);
      }
      expect(audit.entries).toEqual([]);
      expect(dateline.reindexed).toEqual([]);
    },
  );

  it('of a Confirm confirms nothing, and the whole one does afterwards, once', async () => {
    let confirmed = 0;
    const yes = async () => textReply(`confirmed ${++confirmed}`);
    const asked = questions.ask(textReply('Sure?'), { ownerId, action: 'test', yes, no: 'Nothing was done.' });
    const [confirm] = asked.components?.[0]?.components ?? [];
    const customId = confirm !== undefined && 'custom_id' in confirm ? confirm.custom_id : '';
    for (const flipped of flips(customId)) {
      if (questions.buttons.ownerOf(flipped) === ownerId) await questions.buttons.run(flipped, context);
    }
    expect(confirmed).toBe(0);
    const twice = await Promise.all([1, 2].map(() => questions.buttons.run(customId, context)));
    expect(twice.map(({ content }) => content)).toEqual(['confirmed 1', expect.stringContaining('no longer open')]);
  });
});
