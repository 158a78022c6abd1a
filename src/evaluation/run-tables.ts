import type { VectorIndexReport } from '../domain/snapshot-manifest.js';
import type { Table } from './aligned-table.js';
import type { StatementCount } from './verbatim-statements.js';

/** What indexing and loading took. */
export interface IndexFigures {
  /** Whether it was built for this run, or found unchanged. */
  readonly built: boolean;
  readonly articles: number;
  readonly passages: number;
  readonly entities: number;
  readonly indexSeconds: number;
  /** Of these, cataloguing names. */
  readonly cataloguingSeconds: number;
  /** The most this process has held by the end of indexing, in MB of 10^6 bytes. */
  readonly peakMegabytes: number;
  /** Reading, checking and opening the stored index. */
  readonly loadSeconds: number;
  readonly vectorIndex: VectorIndexReport;
}

/** Milliseconds half and 19 of 20 questions stayed within. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** The index, and how it was made. */
export function indexTable(figures: IndexFigures): Table {
  const { kind, recall, ef, reason } = figures.vectorIndex;
  const details = [
    kind,
    ...(recall === undefined ? [] : [`recall ${recall.toFixed(3)}`]),
    ...(ef === undefined ? [] : [`ef ${ef}`]),
    ...(reason === '' ? [] : [reason]),
  ];
  return {
    title: 'index',
    columns: [figures.built ? 'built' : 'unchanged'],
    rows: [
      ['articles', `${figures.articles}`],
      ['passages', `${figures.passages}`],
      ['people, organisations, places', `${figures.entities}`],
      ['index seconds', figures.indexSeconds.toFixed(1)],
      ['of these, cataloguing names', figures.cataloguingSeconds.toFixed(1)],
      ['peak RSS MB, this process', figures.peakMegabytes.toFixed(0)],
      ['load seconds', figures.loadSeconds.toFixed(2)],
      ['vector index', details.join(', ')],
    ],
  };
}

/** Times a question; the retrieval embeds it too. */
export function timesTable(retrieval: Times, answers: Times): Table {
  const row = (label: string, { p50, p95 }: Times) => [label, p50.toFixed(2), p95.toFixed(2)] as const;
  return {
    title: 'milliseconds a question',
    columns: ['p50', 'p95'],
    rows: [row('retrieval', retrieval), row('answer', answers)],
  };
}

/** How long it takes to look up names, with so many aliases in the catalogue. */
export interface NameTimes {
  readonly aliases: number;
  readonly lookups: Times;
  readonly suggestions: Times;
}

/** Times a name. */
export function nameTimesTable({ aliases, lookups, suggestions }: NameTimes): Table {
  const row = (label: string, { p50, p95 }: Times) => [label, p50.toFixed(2), p95.toFixed(2)] as const;
  return {
    title: `milliseconds a name, ${aliases} aliases`,
    columns: ['p50', 'p95'],
    rows: [row('looking it up', lookups), row('suggesting names', suggestions)],
  };
}

/** How many of the statements shown are the articles' own words. */
export function statementsTable({ shown, verbatim }: StatementCount): Table {
  return {
    title: 'statements',
    columns: ['shown', 'verbatim'],
    rows: [['against the articles', `${shown}`, `${verbatim}`]],
  };
}
