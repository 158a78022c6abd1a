import { beforeAll, describe, expect, it } from 'vitest';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import { retrieve } from '../../src/retrieval/retrieve.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

const embedder = createHashedEmbedder();
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles, embedder);
});

/** All articles that share a word with the question, best first, by the ranking the bot uses. */
async function ranking(question: string): Promise<readonly (string | undefined)[]> {
  const query = await prepareQuery(snapshot, { embedder, thesaurus: noThesaurus }, question);
  return retrieve(snapshot, query, 100)
    .filter(({ lexical }) => lexical > 0)
    .map(({ position }) => snapshot.passages[position]?.article);
}

// The whole order, and why each stands where it does.
describe('the order in which articles are found', () => {
  it('for a ferry that was cancelled', async () => {
    expect(await ranking('ferry cancelled')).toEqual([
      '01-ferry-cancelled', // both words, in the title and in the text
      '02-ferry-price', // "ferry", in the title too
      '04-bridge-plan', // "ferry", in passing
    ]);
  });

  it('for the storm', async () => {
    expect(await ranking('storm')).toEqual([
      '01-ferry-cancelled', // title and text
      '03-storm-roofs', // text only
    ]);
  });

  it('for the bridge to the island', async () => {
    expect(await ranking('bridge Lark Island')).toEqual([
      '04-bridge-plan', // all three words, the bridge in the title too
      '01-ferry-cancelled', // the two words of the name
      '05-bridge-cost', // the bridge alone
    ]);
  });

  it('for what the bridge costs', async () => {
    expect(await ranking('cost bridge engineers')).toEqual([
      '05-bridge-cost', // all three
      '04-bridge-plan', // the bridge, in title and text
      '02-ferry-price', // another thing's cost
    ]);
  });

  it('for the market hall', async () => {
    expect(await ranking('market hall')).toEqual([
      '07-choir', // title and text, and the shorter text
      '06-orchestra', // title and text
    ]);
  });

  it('for the library’s hours', async () => {
    expect(await ranking('library hours Sundays')).toEqual([
      '09-library-hours', // all three words
      '08-mayor', // the library, which was opened
    ]);
  });

  it.each([
    ['Jaemyung', '06-orchestra', 'a name written with a hyphen there'],
    ['jae myung seo', '06-orchestra', 'the name without capitals and hyphen'],
    ['thanh ha', '08-mayor', 'a name without its diacritics'],
    ['dvorak', '06-orchestra', 'another'],
    ['4500', '02-ferry-price', 'a number without its comma'],
    ['6.83', '05-bridge-cost', 'a decimal'],
    ['폭풍', '10-korean', 'Korean, with a particle there'],
    ['渡轮取消', '11-chinese', 'Chinese'],
    ['sandwiches', '12-undated', 'a plural'],
    ['Lark Islands bridges', '04-bridge-plan', 'plurals of several words'],
  ])('for %s begins with %s: %s', async (question, first) => {
    expect((await ranking(question))[0]).toBe(first);
  });

  it('for a whole question is led by the words that tell', async () => {
    expect((await ranking('Why was the ferry to the island cancelled on that day?'))[0]).toBe('01-ferry-cancelled');
    expect((await ranking('How much will a ticket for the ferry cost?'))[0]).toBe('02-ferry-price');
    expect((await ranking('What is it that the gull did?'))[0]).toBe('12-undated');
  });

  it('counts the outlet’s name for a little only', async () => {
    // "Gull" is two outlets' name and one article's topic.
    expect((await ranking('gull'))[0]).toBe('12-undated');
  });

  it('finds a slip of the pen by its letters', async () => {
    const query = await prepareQuery(snapshot, { embedder, thesaurus: noThesaurus }, 'orchstra');
    const [first] = retrieve(snapshot, query, 1);
    expect(snapshot.passages[first?.position ?? -1]?.article).toBe('06-orchestra');
  });
});
