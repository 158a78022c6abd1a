import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../support/program.js';
import { smallCorpus, smallPlace } from '../support/small-corpus.js';

const jsonLines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
const figures = z.object({
  articles: z.literal(4),
  passages: z.literal(4),
  judged: z.literal(2),
  hits10: z.literal(1),
  peakMegabytes: z.number().positive(),
});
const written = z.object({
  questions: z.literal(2),
  outcomes: z.array(z.object({ name: z.string(), kind: z.literal('measured'), figures })),
});

/** A place with a data set, and a folder of its own for temporary files. */
function benchPlace() {
  const place = smallPlace();
  const inPlace = (...names: string[]) => path.join(place.cwd, ...names);
  mkdirSync(inPlace('set', 'qrels'), { recursive: true });
  mkdirSync(inPlace('tmp'));
  const articles = Object.entries(smallCorpus).map(([file, { title, text }]) => {
    return { _id: path.basename(file, '.md'), title, text };
  });
  const queries = [
    { _id: 'captain', text: 'Who takes command of the ferry?' },
    { _id: 'crowns', text: 'What did the repair of the lamp cost?' },
  ];
  writeFileSync(inPlace('set', 'corpus.jsonl'), jsonLines(articles));
  writeFileSync(inPlace('set', 'queries.jsonl'), jsonLines(queries));
  const judgements = ['query-id\tcorpus-id\tscore', 'captain\tferry\t1', 'crowns\tlighthouse\t1'];
  writeFileSync(inPlace('set', 'qrels', 'test.tsv'), `${judgements.join('\n')}\n`);
  const settings = { ...place.settings, TMPDIR: inPlace('tmp') };
  const run = (...args: string[]) => runProgram('scripts/bench.js', { cwd: place.cwd, settings, args });
  const leftBehind = () => readdirSync(inPlace('tmp')).filter((name) => name.startsWith('dateline-'));
  return { inPlace, run, leftBehind };
}

describe('npm run bench', () => {
  it('measures every contender on the same articles and questions, and leaves nothing behind', async () => {
    const { inPlace, run, leftBehind } = benchPlace();
    const { code, stdout, stderr } = await run('--dataset', 'set', '--json', 'all.json');
    expect(stdout).toMatch(/^4 articles, 2 judged questions +nDCG@10 +ratio +Hits@10 +ratio +index s/);
    expect(stdout).toMatch(/^dateline +[\d.]+ +1\.00x +1\.000 +1\.00x/m);
    const { outcomes } = written.parse(JSON.parse(readFileSync(inPlace('all.json'), 'utf8')));
    const names = ['dateline', 'langchain', 'minisearch', 'orama', 'flexsearch'];
    expect(outcomes.map(({ name }) => name)).toEqual(names);
    expect(stdout.split('\n').slice(1, -1)).toHaveLength(names.length);
    expect(stderr).toContain('orama: asking, 2 questions');
    expect(leftBehind()).toEqual([]);
    expect(code).toBe(0);
  });

  it('takes the first articles only, and the questions these can answer', async () => {
    const { run } = benchPlace();
    const { stdout } = await run('--dataset', 'set', '--articles', '1', '--only', 'minisearch');
    expect(stdout).toMatch(/^1 articles, 1 judged questions .*\nminisearch +1\.000 +- +1\.000 +-/);
  });

  it('names a contender that is not done in time', async () => {
    const { run, leftBehind } = benchPlace();
    const { code, stdout } = await run('--dataset', 'set', '--only', 'dateline', '--minutes', '0.0001');
    expect(stdout).toMatch(/^dateline: not finished within 0\.0001 min$/m);
    expect([code, leftBehind()]).toEqual([0, []]);
  });

  it('shows a contender that fails, and fails too', async () => {
    const { inPlace, run } = benchPlace();
    writeFileSync(inPlace('set', 'corpus.jsonl'), 'no article\n');
    const { code, stdout, stderr } = await run('--dataset', 'set', '--only', 'orama');
    expect(stdout).toMatch(/^orama: failed$/m);
    expect(stderr).toMatch(/is not of the form of a BEIR set\norama failed \(exit code 1\)\.\n$/);
    expect(code).toBe(1);
  });

  it('fails with one clear line where there is no such data set', async () => {
    const { code, stdout, stderr } = await benchPlace().run('--dataset', 'nowhere');
    expect(stderr).toMatch(/^There is no .*queries\.jsonl.*\n$/);
    expect([code, stdout]).toEqual([1, '']);
  });

  it.each([
    ['a contender nobody knows', ['--only', 'dateline,lunr']],
    ['a number of articles that is none', ['--articles', 'few']],
    ['no time at all', ['--minutes', '0']],
    ['a folder without a name', ['--dataset', '']],
    ['an unknown word', ['--fast']],
  ])('refuses %s as wrong usage', async (_, args) => {
    const { code, stdout, stderr } = await benchPlace().run(...args);
    expect(stderr).toContain('Usage: npm run -s bench');
    expect([code, stdout]).toEqual([2, '']);
  });
});
