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
    const withoutFerry = tornWeight('Who won the ferry race?', words, (word) => word === race);
    expect(withoutFerry).toBe(words.find(({ surface }) => surface === 'ferry')?.weight);
  });

  it.each([
    ['all are there', () => true],
    ['none is there', () => false],
  ])('is 0 where %s', async (_case, isThere) => {
    expect(tornWeight('Who won the ferry race?', await wordsOf('Who won the ferry race?'), isThere)).toBe(0);
  });

  it('tears nothing that a function word parts', async () => {
    const words = await wordsOf('Is the ferry in the harbour?');
    expect(tornWeight('Is the ferry in the harbour?', words, (word) => word === 0)).toBe(0);
  });

  it('tears no verb off that stands behind a form of "do"', async () => {
    const topic = 'When did the ferry race start?';
    const words = await wordsOf(topic);
    const start = words.findIndex(({ surface }) => surface === 'start');
    expect(tornWeight(topic, words, (word) => word !== start)).toBe(0);
    expect(tornWeight(topic, words, (word) => word === 0)).toBeGreaterThan(0);
  });
});
