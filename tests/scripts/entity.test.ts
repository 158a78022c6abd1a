import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram } from '../support/program.js';
import { smallPlace } from '../support/small-corpus.js';

// What other programs rely on.
const kind = z.enum(['person', 'organisation', 'place']);
const named = z.strictObject({ text: z.string(), articles: z.array(z.string()).min(1) });
const statement = z.strictObject({ text: z.string(), article: z.string(), quote: z.string() });
const candidate = z.strictObject({
  id: z.string(),
  kind,
  name: z.string(),
  role: z.string().nullable(),
  articles: z.int().positive(),
});
const entityJson = z.strictObject({
  status: z.enum(['found', 'ambiguous', 'unknown']),
  entity: z
    .strictObject({
      id: z.string(),
      kind,
      name: z.string(),
      aliases: z.array(named).min(1),
      roles: z.array(named),
      articles: z.array(z.string()).min(1),
      statementsBy: z.array(statement),
      statementsAbout: z.array(statement).max(20),
      companions: z.array(z.strictObject({ name: z.string(), articles: z.array(z.string()) })),
    })
    .nullable(),
  candidates: z.array(candidate),
  nearest: z.array(candidate),
});

function entity(args: string[], { cwd, settings } = smallPlace()) {
  return runProgram('scripts/entity.js', { cwd, settings, args });
}

describe('npm run entity', () => {
  it('builds the index where there is none, and says so where nobody has that name', async () => {
    const { code, stdout, stderr } = await entity(['Zacharias', 'Quux']);
    expect(stdout).toMatch(/^Nobody and nothing in the coverage is called "Zacharias Quux"\./);
    expect(stderr).toContain('publishing');
    expect(code).toBe(0);
  });

  it('prints one line of JSON with --json', async () => {
    const { code, stdout } = await entity(['--json', 'Zacharias Quux']);
    expect(stdout.trimEnd()).not.toContain('\n');
    const json = entityJson.parse(JSON.parse(stdout));
    expect(json).toMatchObject({ status: 'unknown', entity: null, candidates: [] });
    expect(code).toBe(0);
  });

  it.each([
    ['there is no name', ['--json'], 'There is no name.'],
    ['the name is blank', [' '], 'There is no name.'],
    ['an option is unknown', ['Quux', '--all'], "Unknown option '--all'"],
  ])('ends with 2 and the usage where %s', async (_, args, reason) => {
    const { code, stdout, stderr } = await entity(args);
    expect(stderr).toContain(reason);
    expect(stderr).toMatch(/\nUsage: npm run -s entity -- "name" \[--json\]\n$/);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('ends with 1 and says what to set where the corpus is not there', async () => {
    const place = smallPlace();
    const settings = { ...place.settings, CORPUS_DIR: 'nowhere' };
    const { code, stderr } = await entity(['Quux'], { ...place, settings });
    expect(stderr).toMatch(/^The corpus folder "nowhere" can't be opened .*set CORPUS_DIR/);
    expect(code).toBe(1);
  });
});
