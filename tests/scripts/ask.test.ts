import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram, startProgram } from '../support/program.js';
import { smallPlace } from '../support/small-corpus.js';

// What other programs rely on.
const source = z.strictObject({
  article: z.string(),
  title: z.string(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  url: z.string().nullable(),
  quote: z.string(),
});
const answerJson = z.strictObject({
  status: z.enum(['answered', 'related-only', 'not-covered']),
  confidence: z.enum(['direct', 'likely']).nullable(),
  text: z.string(),
  statements: z.array(z.strictObject({ text: z.string(), citations: z.array(z.int().positive()).min(1) })),
  citations: z.array(source.extend({ marker: z.int().positive(), passage: z.string() })),
  related: z.array(source),
  filters: z.array(
    z.strictObject({
      kind: z.enum(['source', 'from', 'to']),
      values: z.array(z.string()),
      origin: z.enum(['option', 'question']),
    }),
  ),
  asOf: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  snapshot: z.string().regex(/^gen-\d{6}$/),
  ms: z.number().nonnegative(),
});

function ask(args: string[], { cwd, settings } = smallPlace()) {
  return runProgram('scripts/ask.js', { cwd, settings, args });
}

describe('npm run ask', () => {
  it('builds the index where there is none, and prints the answer', async () => {
    const { code, stdout, stderr } = await ask(['Who takes', 'command of the ferry?']);
    expect(stdout).toMatch(/^Captain Jonas Berg takes command of the ferry\. \[\d\]$/m);
    expect(stdout).toMatch(/^\[1\].* Harbour Gazette: Ferry line to Norrvik gets a second ship \(4 March 2025\)$/m);
    expect(stderr).toContain('publishing');
    expect(code).toBe(0);
  });

  it('prints one line of JSON with --json, and does not build twice', async () => {
    const place = smallPlace();
    const first = await ask(['--json', 'Who takes command of the ferry?'], place);
    const answer = answerJson.parse(JSON.parse(first.stdout));
    expect(first.stdout.trimEnd()).not.toContain('\n');
    expect(answer).toMatchObject({ status: 'answered', related: [], snapshot: 'gen-000001' });
    const [citation] = answer.citations;
    expect(citation).toMatchObject({ marker: 1, article: 'ferry', published: '2025-03-04', url: null });
    expect(citation?.passage).toContain(citation?.quote);
    const second = await ask(['--json', 'Quarks and gluons?'], place);
    expect(answerJson.parse(JSON.parse(second.stdout))).toMatchObject({
      status: 'not-covered',
      confidence: null,
      statements: [],
      citations: [],
      asOf: null,
      snapshot: 'gen-000001',
    });
    expect([first.code, second.code, second.stderr]).toEqual([0, 0, '']);
  });

  it('restricts the evidence to an outlet and to days', async () => {
    const args = [
      '--json',
      '--source',
      'Norrvik Courier',
      '--from=2025-03-01',
      '--to',
      '2025-03-03',
      'What opens in Norrvik?',
    ];
    const answer = answerJson.parse(JSON.parse((await ask(args)).stdout));
    expect(answer.filters).toEqual([
      { kind: 'source', values: ['Norrvik Courier'], origin: 'option' },
      { kind: 'from', values: ['2025-03-01'], origin: 'option' },
      { kind: 'to', values: ['2025-03-03'], origin: 'option' },
    ]);
    expect(answer.text).not.toContain('bakery');
  });

  it('ends without a word where nobody reads the answer', async () => {
    const { cwd, settings } = smallPlace();
    const program = startProgram('scripts/ask.js', { cwd, settings, args: ['Who sails?'] });
    program.stopReading();
    const { code, stderr } = await program.ended;
    expect(stderr).not.toContain('EPIPE');
    expect(code).toBe(0);
  });

  it('ends with 1 and one line where no outlet has that name', async () => {
    const { code, stdout, stderr } = await ask(['--source', 'The Moon', 'Who sails?']);
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^No outlet of the coverage is called "The Moon"\./);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect([code, stdout]).toEqual([1, '']);
  });

  it.each([
    ['there is no question', [], 'There is no question.'],
    ['the question is blank', [' '], 'There is no question.'],
    ['a day does not exist', ['Who?', '--from', '2026-02-31'], '"2026-02-31" is no day for --from.'],
    ['an option is unknown', ['--sauce', 'x', 'Who?'], "Unknown option '--sauce'"],
    ['an option lacks its value', ['Who?', '--source'], "Option '--source <value>' argument missing"],
  ])('ends with 2 and the usage where %s', async (_, args, reason) => {
    const { code, stdout, stderr } = await ask(args);
    expect(stderr).toContain(reason);
    expect(stderr).toMatch(/\nUsage: npm run -s ask -- "question" .*\n$/);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('ends with 1 and says what to set where the corpus is not there', async () => {
    const place = smallPlace();
    const settings = { ...place.settings, CORPUS_DIR: 'nowhere' };
    const { code, stderr } = await ask(['Who?'], { ...place, settings });
    expect(stderr).toMatch(/^The corpus folder "nowhere" can't be opened .*set CORPUS_DIR/);
    expect(code).toBe(1);
  });
});
