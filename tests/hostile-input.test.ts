import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = [...readFileSync('HOSTILE-INPUT.md', 'utf8').matchAll(/^\|.*\| `([a-z/-]+)` \| (.+) \|$/gm)];

it('HOSTILE-INPUT.md has its table', () => {
  expect(rows.length).toBeGreaterThan(50);
});

it.each(rows.map((row) => [row[1] ?? '', row[2] ?? '']))('there is a test in %s: %s', (file, name) => {
  const source = readFileSync(`tests/${file}.test.ts`, 'utf8').replaceAll("\\'", "'");
  expect(source.split(/['"`]/).join('"')).toContain(`"${name.split(/['"`]/).join('"')}"`);
});
