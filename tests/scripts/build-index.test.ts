import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../support/program.js';
import { smallPlace } from '../support/small-corpus.js';

function buildIndex(args: string[], { cwd, settings } = smallPlace()) {
  return runProgram('scripts/build-index.js', { cwd, settings, args });
}

describe('npm run index', () => {
  it('builds once, and finds nothing to do the second time', async () => {
    const place = smallPlace();
    const first = await buildIndex([], place);
    expect(first.stdout).toMatch(
      /^Index gen-000001 is serving now\. 4 added, .* 4 vectors made, 0 reused; [\d.]+ s\.\n/,
    );
    const second = await buildIndex([], place);
    expect(second.stdout).toBe('Nothing has changed; index gen-000001 goes on serving 4 articles.\n');
    expect([first.code, second.code]).toEqual([0, 0]);
  });

  it('writes nothing with --dry-run, and tells the outcome as JSON with --json', async () => {
    const place = smallPlace();
    const { code, stdout } = await buildIndex(['--dry-run', '--json'], place);
    const outcome = z.object({ kind: z.string(), report: z.object({ added: z.array(z.string()) }) });
    expect(outcome.parse(JSON.parse(stdout))).toMatchObject({
      kind: 'dry-run',
      report: { added: ['bakery', 'ferry', 'lighthouse', 'school'] },
    });
    expect([code, existsSync(path.join(place.indexDir, 'CURRENT'))]).toEqual([0, false]);
  });

  it('names a file that is no article, and indexes the others', async () => {
    const place = smallPlace();
    writeFileSync(path.join(place.corpusDir, 'empty.md'), '');
    const { code, stdout } = await buildIndex([], place);
    expect(stdout).toMatch(/4 added, .* 1 file set aside\./);
    expect(stdout).toMatch(/^ {2}Set aside empty\.md: /m);
    expect(code).toBe(0);
  });

  it('ends with 1 and one line where the corpus is not there', async () => {
    const place = smallPlace();
    const settings = { ...place.settings, CORPUS_DIR: 'nowhere' };
    const { code, stdout, stderr } = await buildIndex([], { ...place, settings });
    expect(stderr).toMatch(/^The corpus folder "nowhere" can't be opened .*\n$/);
    expect([code, stdout]).toEqual([1, '']);
  });

  it.each([['--fast'], ['corpus']])('ends with 2 and the usage after %s', async (word) => {
    const { code, stderr } = await buildIndex([word]);
    expect(stderr).toMatch(/\nUsage: npm run -s index -- \[--full\] \[--dry-run\] \[--json\]\n$/);
    expect(code).toBe(2);
  });
});
