import type { Table } from './aligned-table.js';

/** What one way of searching took and found. */
export interface BenchFigures {
  readonly articles: number;
  /** The pieces of articles it searches. */
  readonly passages: number;
  /** From the articles' files to the first possible search. */
  readonly indexSeconds: number;
  /** Milliseconds half and 19 of 20 questions stayed within. */
  readonly p50: number;
  readonly p95: number;
  /** The most its process has held, indexing and searching, in MB. */
  readonly peakMegabytes: number;
  /** Questions with judgements. */
  readonly judged: number;
  /** Means over these, 0..1. */
  readonly ndcg10: number;
  readonly hits10: number;
}

/** How one contender ended. */
export type BenchOutcome = { readonly name: string } & (
  | { readonly kind: 'measured'; readonly figures: BenchFigures }
  | { readonly kind: 'unfinished'; readonly minutes: number }
  | { readonly kind: 'failed'; readonly reason: string }
);

const columns: readonly { readonly name: string; readonly key: keyof BenchFigures; readonly digits: number }[] = [
  { name: 'nDCG@10', key: 'ndcg10', digits: 3 },
  { name: 'Hits@10', key: 'hits10', digits: 3 },
  { name: 'index s', key: 'indexSeconds', digits: 1 },
  { name: 'p50 ms', key: 'p50', digits: 2 },
  { name: 'p95 ms', key: 'p95', digits: 2 },
  { name: 'peak MB', key: 'peakMegabytes', digits: 0 },
];

/** Every contender's figures, each beside its ratio to those of `base`; who has none is named with the reason. */
export function benchTable(outcomes: readonly BenchOutcome[], base: string): Table {
  const measured = outcomes.flatMap((outcome) => (outcome.kind === 'measured' ? [outcome] : []));
  const { articles, judged } = measured[0]?.figures ?? { articles: 0, judged: 0 };
  const against = measured.find(({ name }) => name === base)?.figures;
  return {
    title: `${articles} articles, ${judged} judged questions`,
    columns: columns.flatMap(({ name }) => [name, 'ratio']),
    rows: outcomes.map((outcome) =>
      outcome.kind === 'measured'
        ? [outcome.name, ...columns.flatMap((column) => cellsOf(column, outcome.figures, against))]
        : [`${outcome.name}: ${endOf(outcome)}`],
    ),
  };
}

function cellsOf(column: (typeof columns)[number], figures: BenchFigures, against: BenchFigures | undefined): string[] {
  const value = figures[column.key];
  // Means of no question are not figures.
  if (figures.judged === 0 && (column.key === 'ndcg10' || column.key === 'hits10')) return ['-', '-'];
  return [value.toFixed(column.digits), against === undefined ? '-' : ratioText(value, against[column.key])];
}

/** How many times the base a value is; `-` where the base is nothing. */
function ratioText(value: number, base: number): string {
  return base === 0 ? '-' : `${(value / base).toFixed(2)}x`;
}

function endOf(outcome: Exclude<BenchOutcome, { kind: 'measured' }>): string {
  return outcome.kind === 'failed' ? 'failed' : `not finished within ${outcome.minutes} min`;
}
