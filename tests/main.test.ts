import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram, startProgram } from './support/program.js';
import { currentOf, runPrompt } from './support/prompt-program.js';
import { type SmallPlace, smallPlace, writeArticle } from './support/small-corpus.js';

/** Every file of the index with its size and time of change. */
function filesOf({ indexDir }: SmallPlace): readonly string[] {
  return readdirSync(indexDir, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(indexDir, name));
      return `${name} ${size} ${mtimeMs}`;
    });
}

function damage({ indexDir }: SmallPlace, generation: string): void {
  truncateSync(path.join(indexDir, generation, 'passages.jsonl'), 10);
}

const question = 'Who repaired the lamp of the lighthouse?';

describe('the program, at a prompt', () => {
  it('indexes at the first start, answers every line of its input in order, and ends with 0', async () => {
    const lines = [
      question,
      '',
      '/sources',
      'Who takes command of the ferry?',
      '/nonsense',
      '/status',
      '/quit',
      'Who?',
    ];
    const { code, stdout, stderr } = await runPrompt(smallPlace(), lines);
    expect(code).toBe(0);
    const parts = stdout.split(/^> /m).slice(1);
    expect(parts.map((part) => part.split('\n')[0])).toEqual(lines.filter((line) => line !== '').slice(0, 5));
    expect(parts[0]).toContain('Engineer Ada Lindqvist repaired the lamp. [');
    expect(parts[1]).toContain('Harbour Gazette: 2 articles');
    expect(parts[2]).toContain('Captain Jonas Berg takes command of the ferry. [');
    expect(parts[3]).toContain('There is no command /nonsense.');
    expect(parts[4]).toContain('Index: gen-000001, made');
    expect(stderr).toContain('Index gen-000001 is serving now. 4 added');
  });

  it('does not touch an index that is up to date, and says nothing about it', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    const before = filesOf(place);
    const { code, stdout, stderr } = await runPrompt(place, [question]);
    expect(stdout).toContain('Ada Lindqvist');
    expect(filesOf(place)).toEqual(before);
    expect(code).toBe(0);
    expect(stderr).not.toContain('serving now');
  });

  it('answers from what has been added since the last start', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    const article = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };
    writeArticle(place.corpusDir, 'whale.md', { ...article, text: 'Curator Signe Dahl hung up the whale.' });
    const { stdout, stderr } = await runPrompt(place, ['Who hung up the whale?']);
    expect(stderr).toContain('1 added, 0 changed, 0 removed, 4 unchanged');
    expect(stderr).toContain('1 vector made, 4 reused');
    expect(stdout).toContain('Curator Signe Dahl hung up the whale. [');
  });

  it('builds a damaged index anew, and says so', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    damage(place, 'gen-000001');
    const { code, stdout, stderr } = await runPrompt(place, [question]);
    expect(stderr).toMatch(/error a stored snapshot is refused generation=gen-000001 reason=.*passages\.jsonl/);
    expect(stderr).toContain('Index gen-000002 is serving now.');
    expect(stdout).toContain('Ada Lindqvist');
    expect([code, currentOf(place)]).toEqual([0, 'gen-000002']);
  });

  it('falls back on the index before a damaged one, and says so', async () => {
    const { cwd, settings, ...place } = smallPlace();
    await runProgram('scripts/build-index.js', { cwd, settings });
    await runProgram('scripts/build-index.js', { cwd, settings, args: ['--full'] });
    damage({ cwd, settings, ...place }, 'gen-000002');
    const { code, stdout, stderr } = await runPrompt({ cwd, settings, ...place }, [question]);
    expect(stderr).toMatch(/warn serving another snapshot than the current one generation=gen-000001/);
    expect(stdout).toContain('Ada Lindqvist');
    expect(code).toBe(0);
  });

  it('does not drop most of the articles at its start, and says how to', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    for (const file of ['ferry.md', 'school.md', 'bakery.md']) rmSync(path.join(place.corpusDir, file));
    const { stdout, stderr } = await runPrompt(place, [
      'Who takes command of the ferry?',
      '/reindex',
      '/reindex --allow-drop',
    ]);
    expect(stderr).toMatch(/the index was not brought up to date reason="A re-index would drop 3 of 4 articles/);
    expect(stdout).toContain('Captain Jonas Berg takes command of the ferry. [');
    expect(stdout).toMatch(/would drop 3 of 4 articles, .* Nothing was written\.\n[\s\S]*--allow-drop/);
    expect(stdout).toContain('0 added, 0 changed, 3 removed, 1 unchanged');
  });

  it('ends without a word where nobody reads its answers any more', async () => {
    const { cwd, settings } = smallPlace();
    const program = startProgram('src/main.js', { cwd, settings, input: `${question}\n`.repeat(20) });
    program.stopReading();
    const { code, stderr } = await program.ended;
    expect(stderr).not.toContain('EPIPE');
    expect(code).toBe(0);
  });

  it('names every wrong setting, shows no stack, and ends with 1', async () => {
    const wrong = { EMBEDDINGS: 'magic', DISCORD_GUILD_ID: 'seven' };
    const { code, stdout, stderr } = await runPrompt(smallPlace(), [question], wrong);
    expect(stderr).toBe(
      `These settings (environment or .env) are wrong:
  EMBEDDINGS: must be builtin, ollama:NAME or openai:NAME
  DISCORD_GUILD_ID: must be a Discord id (17 to 20 digits)
`,
    );
    expect([code, stdout]).toEqual([1, '']);
  });

  it('ends with 1 and one line where an embedder lacks its key', async () => {
    const { code, stderr } = await runPrompt(smallPlace(), [question], { EMBEDDINGS: 'openai:small' });
    expect(stderr).toMatch(/^EMBEDDINGS=openai:… needs OPENAI_API_KEY.*\n$/);
    expect(code).toBe(1);
  });

  it('says what is wrong where there is neither an index nor a corpus', async () => {
    const { code, stdout, stderr } = await runPrompt(smallPlace(), [question], { CORPUS_DIR: 'nowhere' });
    expect(stderr).toMatch(/corpus folder \\"nowhere\\" can't be opened.*set CORPUS_DIR/);
    expect(stdout).toContain('Nothing is indexed yet.');
    expect(code).toBe(0);
  });
});
