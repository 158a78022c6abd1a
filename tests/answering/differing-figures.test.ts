import { describe, expect, it } from 'vitest';
import { figuresDiffer } from '../../src/answering/differing-figures.js';
import { article, townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { weighFor } from '../support/weighed-evidence.js';

/** Whether two outlets that say these sentences differ, among other articles of their town. */
async function differ(question: string, one: string, other: string, publishers = ['Harbour Post', 'Gull']) {
  const articles = [one, other].map((body, i) => article(`${i}`, body, { publisher: publishers[i] }));
  const snapshot = await snapshotOf([...townArticles, ...articles]);
  const { focus, weighed } = await weighFor(snapshot, question);
  return figuresDiffer(
    snapshot,
    focus,
    weighed.filter(({ text }) => text === one || text === other).map((evidence) => ({ evidence, echoes: [] })),
  );
}

const howMany = 'How many passengers were on the ferry?';
const cost = 'How much will the bridge cost in 2026?';

describe('figuresDiffer', () => {
  it.each([
    ['another number', howMany, 'The ferry had 114 passengers.', '141 passengers took the ferry.'],
    [
      'another decimal',
      'At what price will the bridge be sold?',
      'Its price is $6.83 if the bridge is sold.',
      'The bridge is sold at a price of USD 68.3.',
    ],
    [
      'a number in words',
      'How many songs did the choir sing?',
      'The choir sang nine songs.',
      'The choir sang 14 songs.',
    ],
    ['another share', 'How much did the choir grow?', 'The choir grew by 6%.', 'The choir grew by 7 percent.'],
    [
      'another day',
      'When was the ferry cancelled?',
      'The ferry was cancelled on 5 May.',
      'They cancelled the ferry on 6 May.',
    ],
  ])('is true for %s', async (_case, question, one, other) => {
    expect(await differ(question, one, other)).toBe(true);
    expect(await differ(question, other, one)).toBe(true);
  });

  it.each([
    ['the same number', howMany, 'The ferry had 114 passengers.', '114 passengers took the ferry.'],
    ['one number in common', howMany, 'The ferry had 114 passengers.', 'Of 114 passengers of the ferry, 20 were hurt.'],
    ['a number of the question', cost, 'In 2026 the bridge will cost 5 billion.', 'The bridge cost is known in 2026.'],
    ['a figure on one side only', howMany, 'The ferry had 114 passengers.', 'The ferry had many passengers.'],
    ['amounts of nothing', howMany, 'The passengers of the ferry were 114.', 'The passengers of the ferry were 141.'],
    ['another subject', howMany, 'The ferry had 114 passengers.', 'The choir has 30 members.'],
    [
      'a question for no figure',
      'Who was on the ferry?',
      'The ferry had 114 passengers.',
      'The ferry had 141 passengers.',
    ],
  ])('is false for %s', async (_case, question, one, other) => {
    expect(await differ(question, one, other)).toBe(false);
  });

  it('is false for one outlet’s own figures', async () => {
    const outlets = ['Harbour Post', 'Harbour Post'];
    expect(await differ(howMany, 'The ferry had 114 passengers.', 'The ferry had 141 passengers.', outlets)).toBe(
      false,
    );
  });

  it('is false where nothing was found', async () => {
    const snapshot = await snapshotOf([]);
    expect(figuresDiffer(snapshot, (await weighFor(snapshot, howMany)).focus, [])).toBe(false);
  });
});
