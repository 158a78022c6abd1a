import { describe, expect, it } from 'vitest';
import { type ChosenStatement, chooseStatements } from '../../src/answering/choose-statements.js';
import type { Article } from '../../src/domain/article.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { article, townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { weighFor } from '../support/weighed-evidence.js';

interface Choice {
  readonly snapshot: Snapshot;
  readonly chosen: readonly ChosenStatement[];
  readonly texts: readonly string[];
}

async function choose(articles: readonly Article[], question: string): Promise<Choice> {
  const snapshot = await snapshotOf(articles);
  const { focus, weighed } = await weighFor(snapshot, question);
  const chosen = chooseStatements(snapshot, focus, weighed);
  return { snapshot, chosen, texts: chosen.map(({ evidence }) => evidence.text) };
}

const articleOf = (snapshot: Snapshot, passage: number) => snapshot.articles[snapshot.articleOf[passage] ?? -1]?.id;

describe('chooseStatements', () => {
  it('begins with the best sentence, gives at most five and none twice', async () => {
    for (const question of ['Why was the ferry to Lark Island cancelled?', 'market hall', 'the', '渡轮为什么取消？']) {
      const snapshot = await snapshotOf(townArticles);
      const { focus, weighed } = await weighFor(snapshot, question);
      const texts = chooseStatements(snapshot, focus, weighed).map(({ evidence }) => evidence.text);
      expect(texts[0]).toBe(weighed[0]?.text);
      expect(texts.length).toBeLessThanOrEqual(5);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });

  it('leaves out what has little to do with the question', async () => {
    const { texts } = await choose(townArticles, 'Why was the ferry to Lark Island cancelled?');
    expect(texts.join(' ')).not.toMatch(/orchestra|sandwich|library/);
  });

  it('cites the outlets that say the same together', async () => {
    const wire = 'The ferry to Lark Island was cancelled on Monday because of a storm.';
    const copies = ['a', 'b', 'c'].map((id) => article(id, wire, { publisher: `Paper ${id}` }));
    const { chosen, snapshot } = await choose(copies, 'Why was the ferry to Lark Island cancelled?');
    expect(chosen).toHaveLength(1);
    const cited = [chosen[0]?.evidence, ...(chosen[0]?.echoes ?? [])].map((one) =>
      articleOf(snapshot, one?.passage ?? -1),
    );
    expect(cited.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('cites no article as echo of its own sentence', async () => {
    const twice = article(
      'a',
      'The ferry was cancelled on Monday. Islanders waited. The ferry was cancelled on Monday.',
    );
    const { chosen } = await choose([twice], 'When was the ferry cancelled?');
    expect(chosen.filter(({ evidence }) => evidence.text.includes('cancelled'))).toHaveLength(1);
    expect(chosen.flatMap(({ echoes }) => echoes)).toEqual([]);
  });

  it('cites no sentence with another figure as an echo, but shows both', async () => {
    const cost = (won: string) =>
      `The bridge to Lark Island will cost ${won} billion won, the engineers of the council said.`;
    const papers = [
      article('a', cost('6.83'), { publisher: 'Harbour Post' }),
      article('b', cost('7.1'), { publisher: 'The Daily Gull' }),
    ];
    const { chosen, texts } = await choose(papers, 'How much will the bridge to Lark Island cost?');
    expect(texts.toSorted()).toEqual([cost('6.83'), cost('7.1')]);
    expect(chosen.flatMap(({ echoes }) => echoes)).toEqual([]);
  });

  it('cites no sentence as an echo that says only a part of it', async () => {
    const papers = [
      article('a', 'The ferry to Lark Island was cancelled on Monday because of a storm from the north.'),
      article('b', 'The ferry was cancelled on Monday.'),
    ];
    const { chosen } = await choose(papers, 'When was the ferry to Lark Island cancelled because of a storm?');
    expect(chosen).toHaveLength(1);
    expect(chosen[0]?.echoes).toEqual([]);
  });

  it('lets several articles speak where a list is asked for', async () => {
    const long = Array.from(
      { length: 6 },
      (_, i) => `Company number ${i} signed an agreement about ${'abcdef'[i]}${i}.`,
    );
    const { chosen, snapshot } = await choose(
      [article('long', long.join(' ')), article('short', 'A foundry company signed an agreement as well.')],
      'Which companies signed agreements?',
    );
    expect(new Set(chosen.map(({ evidence }) => articleOf(snapshot, evidence.passage))).size).toBe(2);
  });

  it('chooses nothing from nothing', async () => {
    expect((await choose([], 'Why was the ferry cancelled?')).chosen).toEqual([]);
  });
});
