import { describe, expect, it } from 'vitest';
import { questionFocus } from '../../src/answering/question-focus.js';
import { readAskedFor } from '../../src/answering/question-form.js';
import type { FoundName } from '../../src/ports/name-finder.js';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

/** The focus of a question in which `named` is a name and `surname` one that several bear. */
async function focusOf(question: string, { named, surname }: { named?: string; surname?: string } = {}) {
  const asked = readAskedFor(question);
  const find = (name: string | undefined, entity: number): FoundName[] => {
    const start = name === undefined ? -1 : asked.topic.indexOf(name);
    return name === undefined || start < 0
      ? []
      : [{ entity, kind: 'person', slip: false, start, end: start + name.length }];
  };
  const tools = { embedder: createHashedEmbedder(), thesaurus: noThesaurus };
  const query = await prepareQuery(await snapshotOf(townArticles), tools, asked.topic);
  return questionFocus(asked, { ...query, names: find(named, 3), surnames: find(surname, 7) });
}

describe('questionFocus', () => {
  it('asks who somebody is by the full name, or else by whoever a surname mostly means', async () => {
    expect((await focusOf('Who is Jae-myung Seo?', { named: 'Jae-myung Seo' })).bearer).toBe(3);
    expect((await focusOf('Who is Seo?', { surname: 'Seo' })).bearer).toBe(7);
    expect((await focusOf('Where is Seo?', { surname: 'Seo' })).bearer).toBeUndefined();
  });

  it('asks for the words of whoever a surname mostly means, about what is neither name nor verb', async () => {
    const { speaker, words } = await focusOf('What did Seo announce about the bridge?', { surname: 'Seo' });
    expect(speaker?.entity).toBe(7);
    expect(speaker?.about.map((word) => words[word]?.surface)).toEqual(['bridge']);
  });

  it('takes a surname that several bear for no name otherwise', async () => {
    const { named, nameWords } = await focusOf('Did Seo open the bridge?', { surname: 'Seo' });
    expect([named.size, nameWords.size]).toEqual([0, 0]);
  });

  it('tells the words of names from the others', async () => {
    const { words, nameWords } = await focusOf('Did Jae-myung Seo open the bridge?', { named: 'Jae-myung Seo' });
    expect([...nameWords].map((word) => words[word]?.surface)).toEqual(['Jae', 'myung', 'Seo']);
  });
});
