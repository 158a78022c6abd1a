import type { Article } from '../../src/domain/article.js';
import { article, townArticles } from '../fixtures/articles.js';
import { generatedArticles } from '../support/generated-corpus.js';

/** What is re-indexed, and what lies in the store before. */
export interface Scenario {
  readonly name: string;
  /** The corpora published before, one after the other. */
  readonly before: readonly (readonly Article[])[];
  readonly corpus: readonly Article[];
  readonly full: boolean;
  /** From so many articles on it is published twice; `undefined`: as many as the program sets. */
  readonly twoStagesFrom: number | undefined;
  /** Whether a run that was killed midway comes between: its leftovers, its lock and its orphan are there too. */
  readonly afterCrash: boolean;
  /** Whether every single point is looked at by a process of its own. */
  readonly main: boolean;
  /** Whether the power is cut at each point too, besides the process being killed. */
  readonly powerCuts: boolean;
}

/** The question each scenario is asked; the price differs between the editions of the corpus. */
export const ticketQuestion = 'How much will a ticket for the ferry cost?';

/** The town's papers; each edition has another price of the ferry's ticket. */
export function edition(number: number): readonly Article[] {
  return townArticles.map((known) =>
    known.id === '02-ferry-price'
      ? article(
          known.id,
          `A ticket for the ferry will cost ${4_500 + 100 * number} won from March, the company said.`,
          {
            title: known.title,
            publisher: 'Harbour Post',
            published: '2026-01-07',
          },
        )
      : known,
  );
}

/** How many generations may lie in the store after a run that went well: that of the first of two stages is one more. */
export function mostKept({ twoStagesFrom }: Scenario): number {
  return twoStagesFrom === undefined ? 3 : 4;
}

const withoutPrice = edition(0).filter(({ id }) => id !== '02-ferry-price');
/** An edition among other papers: so many that one article is a small change, and the graph is changed, not built anew. */
const amongMany = (number: number) => [...edition(number), ...generatedArticles(24, 1)];

const plain = { full: false, twoStagesFrom: undefined, afterCrash: false, main: false, powerCuts: false };

/** The runs that are killed at each of their points. */
export const scenarios: readonly Scenario[] = [
  { ...plain, name: 'one article changed', before: [edition(0)], corpus: edition(1), main: true, powerCuts: true },
  { ...plain, name: 'first index', before: [], corpus: edition(0), powerCuts: true },
  { ...plain, name: 'article removed', before: [edition(0)], corpus: withoutPrice },
  { ...plain, name: 'full', before: [edition(0)], corpus: edition(0), full: true },
  { ...plain, name: 'older ones pruned', before: [edition(0), edition(1), edition(2)], corpus: edition(3) },
  { ...plain, name: 'graph changed', before: [amongMany(0)], corpus: amongMany(1) },
  {
    ...plain,
    name: 'two stages',
    before: [edition(0), edition(1), edition(2)],
    corpus: edition(3),
    twoStagesFrom: 1,
    powerCuts: true,
  },
  { ...plain, name: 'after a crash', before: [edition(0)], corpus: edition(1), afterCrash: true },
];
