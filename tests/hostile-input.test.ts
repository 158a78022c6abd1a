import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const suites: Readonly<Record<string, string>> = {
  faults: 'tests/faults/run-faults.ts',
  soak: 'tests/soak/run-soak.ts',
};

/** The rows of all tables of a document: what stands in their last two columns. */
function rowsOf(document: string): (readonly [file: string, name: string])[] {
  const lines = readFileSync(document, 'utf8').split('\n');
  const rows = lines.filter((line) => line.startsWith('|') && !/^\|(---|.*\| tests in \| test \|$)/.test(line));
  return rows.map((row) => {
    const cells = row.split(' | ');
    const [file = '', name = ''] = cells.slice(-2);
    // A row of another shape is named as what it is, instead of being passed over.
    expect(cells, row).toHaveLength(4);
    return [file.replaceAll('`', ''), name.replace(/ \|$/, '')] as const;
  });
}

function sourceOf(file: string): string {
  const place = [`tests/${file}.test.ts`, `tests/${file}.ts`].find((path) => existsSync(path));
  if (place === undefined) throw new Error(`there is no tests/${file}.test.ts`);
  return readFileSync(place, 'utf8').replaceAll("\\'", "'");
}

describe.each([
  ['HOSTILE-INPUT.md', 50],
  ['tests/faults/README.md', 75],
])('%s', (document, least) => {
  const rows = rowsOf(document);

  it('has its tables', () => {
    expect(rows.length).toBeGreaterThan(least);
  });

  it.each(rows)('names a test that exists in %s: %s', (file, name) => {
    const suite = suites[file];
    if (suite !== undefined) expect(readFileSync(suite, 'utf8')).toMatch(new RegExp(`[ {]${name}:`));
    else expect(sourceOf(file).split(/['"`]/).join('"')).toContain(`"${name.split(/['"`]/).join('"')}"`);
  });
});
