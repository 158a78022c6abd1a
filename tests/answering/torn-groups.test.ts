import { describe, expect, it } from 'vitest';
import { tornWeight } from '../../src/answering/torn-groups.js';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

async function wordsOf(topic: string) {
  const tools = { embedder: createHashedEmbedder(), thesaurus: noThesaurus };
  const { words } = await prepareQuery(await snapshotOf(townArticles), tools, topic);
  return words.filter(({ content }) => content);
}

describe('tornWeight', () => {
  it('is the weight of the neighbour that is missing', async () => {
    const words = await wordsOf('Who won the ferry race?');
    const race = words.findIndex(({ surface }) => surface === 'race');
    const withoutFerry = tornWeight(words, (word) => word === race);
    expect(withoutFerry).toBe(words.find(({ surface }) => surface === 'ferry')?.weight);
  });

  it.each([
    ['all are there', () => true],
    ['none is there', () => false],
  ])('is 0 where %s', async (_case, isThere) => {
    expect(tornWeight(await wordsOf('Who won the ferry race?'), isThere)).toBe(0);
  });

  it('tears nothing that a function word parts', async () => {
    const words = await wordsOf('Is the ferry in the harbour?');
    expect(tornWeight(words, (word) => word === 0)).toBe(0);
  });
});
