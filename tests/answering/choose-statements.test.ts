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

  it('shows no figure that was printed in error without what is right', async () => {
    const corrected = article(
      'corrected',
      'A report on Tuesday gave the length of the bridge as nine metres. It has sixty. It rained.',
      { title: 'Corrections and clarifications' },
    );
    const { texts } = await choose([corrected], 'What is the length of the bridge?');
    expect(texts.slice(0, 2)).toEqual([
      'A report on Tuesday gave the length of the bridge as nine metres.',
      'It has sixty.',
    ]);
  });

  it('gives the last place to what is right', async () => {
    const others = [1, 2, 3, 4].map((n) =>
      article(
        `other-${n}`,
        `The length of the bridge in ${['Larkton', 'Eastwick', 'Lübben', 'Northport'][n - 1]} is ${n} metres.`,
      ),
    );
    const corrected = article(
      'corrected',
      'It rained. The guests went home, and so did the band that had played until then on the quay. A report that we printed on ' +
        'Tuesday and again on Wednesday gave the length of the bridge as nine metres. In fact it has sixty.',
    );
    const { texts } = await choose([...others, corrected], 'What is the length of the bridge?');
    expect(texts).toHaveLength(5);
    expect(texts.filter((text) => /nine|sixty/.test(text))).toEqual(['In fact it has sixty.']);
  });

  it('chooses nothing from nothing', async () => {
    expect((await choose([], 'Why was the ferry cancelled?')).chosen).toEqual([]);
  });
});
