/** A heading with the names of its columns, and rows of as many cells. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly [label: string, ...cells: string[]])[];
}

/** A table as plain lines: labels flush left, cells flush right under their column's name. */
export function alignedTable({ title, columns, rows }: Table): string {
  const lines = [[title, ...columns], ...rows];
  const width = (column: number) => Math.max(...lines.map((line) => (line[column] ?? '').length));
  const widths = Array.from({ length: columns.length + 1 }, (_, column) => width(column));
  const aligned = (line: readonly string[]) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return lines.map((line) => aligned(line).join('  ').trimEnd()).join('\n');
}

/** A share of 0..1 with three decimals; `-` where there is nothing to have a share of. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}
