import { describe, expect, it } from 'vitest';
import { askedGroup } from '../../src/answering/asked-group.js';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

async function askedWords(topic: string): Promise<string[]> {
  const tools = { embedder: createHashedEmbedder(), thesaurus: noThesaurus };
  const { words } = await prepareQuery(await snapshotOf(townArticles), tools, topic);
  const content = words.filter((word) => word.content);
  return [...askedGroup(topic, content)].map((word) => content[word]?.surface ?? '');
}

describe('askedGroup', () => {
  it.each([
    ['Which choir did the mayor hear?', ['choir']],
    ['To which island town did the ferry sail?', ['island', 'town']],
    ['How many giant turtles does the zoo have?', ['giant', 'turtles']],
    ['The ferry sailed to what island?', ['island']],
    ['What did the mayor open?', []],
    ['Who opened the library?', []],
    ['which', []],
  ])('of %j is %j', async (topic, expected) => {
    expect(await askedWords(topic)).toEqual(expected);
  });
});
