import { alignedTable } from '../../src/evaluation/aligned-table.js';

/** What came of one fault; `torn` and `crashed` must not come. */
export type Verdict = 'old' | 'new' | 'refused' | 'recovered' | 'torn' | 'crashed';

const columns: readonly Verdict[] = ['old', 'new', 'refused', 'recovered', 'torn', 'crashed'];

/** What a sweep is given. */
export interface Sweep {
  /** An empty folder to work in. */
  readonly work: string;
  /** How many processes at a time. */
  readonly jobs: number;
  readonly tally: Tally;
  /** Whether a scenario is to be run. */
  readonly wants: (scenario: string) => boolean;
}

/** Counts verdicts by the kind of fault, tells how far it is, and keeps what is wrong. */
export class Tally {
  readonly #counts = new Map<string, Map<Verdict, number>>();
  readonly #violations: string[] = [];
  #done = 0;

  count(kind: string, verdict: Verdict): void {
    const row = this.#counts.get(kind) ?? new Map<Verdict, number>();
    this.#counts.set(kind, row.set(verdict, (row.get(verdict) ?? 0) + 1));
    this.#done += 1;
    if (this.#done % 100 === 0) process.stderr.write(`${this.#done} points\n`);
  }

  /** Takes down what must not be. */
  violation(what: string): void {
    this.#violations.push(what);
    process.stderr.write(`VIOLATION ${what}\n`);
  }

  get failed(): boolean {
    const wrong = [...this.#counts.values()].some((row) => (row.get('torn') ?? 0) + (row.get('crashed') ?? 0) > 0);
    return wrong || this.#violations.length > 0;
  }

  /** The closing table. */
  table(): string {
    const cells = (row: ReadonlyMap<Verdict, number>) => {
      const numbers = columns.map((column) => row.get(column) ?? 0);
      return [numbers.reduce((sum, number) => sum + number, 0), ...numbers].map(String);
    };
    const all = new Map<Verdict, number>();
    for (const row of this.#counts.values())
      for (const [verdict, n] of row) all.set(verdict, (all.get(verdict) ?? 0) + n);
    const rows = [...this.#counts].map(([kind, row]) => [kind, ...cells(row)] as const);
    const table = { title: 'fault', columns: ['points', ...columns], rows: [...rows, ['all', ...cells(all)] as const] };
    return `${alignedTable(table)}\nviolations: ${this.#violations.length}`;
  }
}
