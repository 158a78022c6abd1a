import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeReindex } from '../src/compose.js';
import { loadConfig } from '../src/config.js';
import type { ReindexProgress } from '../src/domain/reindex.js';
import { runReindex } from '../src/indexing/run-reindex.js';
import { createRecordingLogger } from './fakes/recording-logger.js';
import { runProgram, startProgram } from './support/program.js';
import { type SmallPlace, smallPlace, writeArticle } from './support/small-corpus.js';

/** The built program, fed with lines as from a file or pipe. */
function runPrompt({ cwd, settings }: SmallPlace, lines: readonly string[], more: Record<string, string> = {}) {
  return runProgram('src/main.js', { cwd, settings: { ...settings, ...more }, input: lines.join('\n') });
}

/** Every file of the index with its size and time of change. */
function filesOf({ indexDir }: SmallPlace): readonly string[] {
  return readdirSync(indexDir, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const { size, mtimeMs } = statSync(path.join(indexDir, name));
      return `${name} ${size} ${mtimeMs}`;
    });
}

const currentOf = ({ indexDir }: SmallPlace) => readFileSync(path.join(indexDir, 'CURRENT'), 'utf8').trim();

const manifestOf = (place: SmallPlace) =>
  JSON.parse(readFileSync(path.join(place.indexDir, currentOf(place), 'manifest.json'), 'utf8'));

/** Re-indexes as the program does, and stops when the articles can be searched. */
async function publishWithoutNames({ settings }: SmallPlace): Promise<void> {
  const stop = new AbortController();
  const dependencies = await composeReindex(loadConfig(settings), createRecordingLogger());
  const onProgress = ({ phase }: ReindexProgress) => phase === 'published' && stop.abort();
  await runReindex({ ...dependencies, twoStagesFrom: 1 }, {}, onProgress, stop.signal);
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

  it('catalogues the names that a stopped re-index left out, though nothing has changed since', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    const article = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };
    writeArticle(place.corpusDir, 'whale.md', { ...article, text: 'Curator Signe Dahl hung up the whale.' });
    await publishWithoutNames(place);
    expect(manifestOf(place).catalogue).toHaveProperty('behind', true);
    const { stdout, stderr } = await runPrompt(place, ['/entity Signe Dahl', '/status']);
    expect(stderr).toContain('Index gen-000003 is serving now. 0 added, 0 changed, 0 removed, 5 unchanged');
    expect(stdout).toContain('Signe Dahl');
    expect(stdout).not.toContain('not catalogued yet');
    expect(manifestOf(place).catalogue).not.toHaveProperty('behind');
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

  it('goes back to an earlier index, and stays there over restarts until somebody re-indexes', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    const article = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };
    writeArticle(place.corpusDir, 'whale.md', { ...article, text: 'Curator Signe Dahl hung up the whale.' });
    const whale = 'Who hung up the whale?';
    const first = await runPrompt(place, ['/index history', '/index rollback gen-000001', whale, '/corpus list whale']);
    expect(first.stdout).toMatch(/gen-000002 \(current\): .* 5 articles.*\n {2}gen-000001: .* 4 articles/);
    expect(first.stdout).toContain('start-up: reindex: published gen-000002');
    expect(first.stdout).toContain('Index gen-000001 is serving again, in place of gen-000002.');
    expect(first.stdout).not.toContain('Signe Dahl hung');
    expect(first.stdout).toMatch(/The corpus folder: 1 file\.\n {2}whale\.md, \d+ bytes/);
    const second = await runPrompt(place, [whale, '/reindex', whale]);
    expect(second.stderr).toContain('an index before the newest is current');
    expect(second.stdout).toMatch(/Index gen-000003 is serving now\. 1 added[\s\S]*Signe Dahl hung up the whale/);
    expect(currentOf(place)).toBe('gen-000003');
  });

  it('is brought up to date at its start where a crash came before the newest index was named: nobody has gone back', async () => {
    const place = smallPlace();
    await runProgram('scripts/build-index.js', place);
    const article = { title: 'Museum gets a whale', publisher: 'Norrvik Courier', published: '2025-03-09' };
    writeArticle(place.corpusDir, 'whale.md', { ...article, text: 'Curator Signe Dahl hung up the whale.' });
    await runProgram('scripts/build-index.js', place);
    writeFileSync(path.join(place.settings.DATA_DIR ?? '', 'index', 'CURRENT'), 'gen-000001\n');
    const { stdout } = await runPrompt(place, ['Who hung up the whale?']);
    expect(stdout).toContain('Signe Dahl hung up the whale');
    expect(currentOf(place)).toBe('gen-000003');
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
