import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFileExaminer } from '../../../src/adapters/node/file-examiner.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

// A thread runs JavaScript: `npm test` builds it first.
const realScript = pathToFileURL('dist/src/intake-worker.js');
const library = pathToFileURL('dist/src/adapters/node/file-examiner.js');
const offered = (text: string | Uint8Array, name = 'offered.md') => ({ name, bytes: Buffer.from(text) });
const article = '# Ferry sails\n\nThe ferry to Norrvik sailed on Monday.\n';

/** A thread that examines thus: the body of a function of `file`. */
function reading(body: string): URL {
  const script = path.join(temporaryFolder(), 'thread.mjs');
  writeFileSync(script, `import { serveExamination } from '${library}';\nserveExamination((file) => { ${body} });`);
  return pathToFileURL(script);
}

describe('examining a file in a thread', () => {
  it('tells what the article is', async () => {
    expect(await createFileExaminer(realScript).examine(offered(article))).toEqual({
      kind: 'article',
      id: 'offered',
      title: 'Ferry sails',
      ...{ publisher: undefined, byline: undefined, published: undefined, url: undefined, language: undefined },
      opening: 'The ferry to Norrvik sailed on Monday.',
      letters: 31,
      hiddenCharacters: 0,
    });
  });

  it.each([
    ['an alias bomb', 'a.md', `---\na: &a [x]\nb: [${'*a,'.repeat(9)}]\ntitle: *a\n---\n\nText.`, /not plain YAML/],
    ['front matter of a megabyte', 'a.md', `---\n${'title: x\n'.repeat(15_000)}---\n`, /longer than 16384/],
    ['100,000 nested tags', 'a.html', `${'<div>'.repeat(100_000)}text`, /more than 30000 tags/],
    ['20,000 nested tags', 'a.html', `<body>${'<b>'.repeat(20_000)}text`, /nested more than 250 deep/],
    ['a million open brackets', 'a.md', `# T\n\n${`${'['.repeat(1_000)}\n`.repeat(900)}`, /no text besides/],
    ['40,000 angle brackets', 'a.html', '<'.repeat(40_000), /more than 30000 tags/],
    ['a line of blanks', 'a.txt', `T\n${' '.repeat(900_000)}x`, /line of more than/],
    ['NUL bytes alone', 'a.txt', Buffer.alloc(1_000), /not a text file|empty/],
  ])('refuses %s in plain words', async (_, name, text, reason) => {
    const examination = await createFileExaminer(realScript).examine(offered(text, name));
    expect(examination).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  });

  it.each(['[[a]', '![[a]', '[', '<a ', 'x '])('reads a megabyte of "%s" well within its time', async (unit) => {
    const line = `${unit.repeat(Math.floor(1_000 / unit.length))}\n`;
    const text = `# T\n\nThe ferry to Norrvik sailed on Monday.\n\n${line.repeat(900)}`;
    expect(await createFileExaminer(realScript).examine(offered(text))).toMatchObject({ kind: 'article', title: 'T' });
  });

  it('gives up a file that keeps its reader busy for ever, and reads the next', async () => {
    const script = reading("if (file.name === 'slow') for (;;); return { kind: 'refused', reason: 'read' };");
    const examiner = createFileExaminer(script, { timeoutMs: 400 });
    const both = [examiner.examine(offered('', 'slow')), examiner.examine(offered('', 'next'))];
    expect(await Promise.all(both)).toEqual([
      { kind: 'refused', reason: 'Reading it was given up after 0.4 seconds.' },
      { kind: 'refused', reason: 'read' },
    ]);
  });

  it('gives up a file that is stuck in a pattern', async () => {
    const script = reading("return { kind: 'refused', reason: String(/^(a+)+$/.test('a'.repeat(60) + 'b')) };");
    const examination = await createFileExaminer(script, { timeoutMs: 400 }).examine(offered(''));
    expect(examination).toMatchObject({ reason: 'Reading it was given up after 0.4 seconds.' });
  });

  it('survives a file that uses up all memory', async () => {
    const script = reading('const all = []; for (;;) all.push(new Array(1000).fill(file.name));');
    const examination = await createFileExaminer(script, { memoryMb: 32 }).examine(offered(''));
    expect(examination).toEqual({ kind: 'refused', reason: 'Reading it takes too much memory.' });
  });

  it.each([
    ['throws', "throw new Error('stack');", 'Reading it failed: stack.'],
    ['ends its thread', 'process.exit(0);', 'Reading it ended without a word.'],
  ])('survives a file whose reader %s', async (_, body, reason) => {
    expect(await createFileExaminer(reading(body)).examine(offered(''))).toEqual({ kind: 'refused', reason });
  });

  it('leaves the main thread free meanwhile', async () => {
    // A busy page: the most tags that are read, nested as deep as is read.
    const ladder = `${'<div><p>Ferries sail. </p>'.repeat(60)}${'</div>'.repeat(60)}`;
    let turns = 0;
    let examined = false;
    const turn = () => {
      turns++;
      if (!examined) setTimeout(turn, 1);
    };
    turn();
    const examination = await createFileExaminer(realScript).examine(
      offered(`<title>T</title>${ladder.repeat(40)}`, 'a.html'),
    );
    examined = true;
    expect(examination.kind).toBe('article');
    // On the main thread the page would be read in one turn.
    expect(turns).toBeGreaterThan(20);
  });

  it('is stopped by its signal, before and while it reads', async () => {
    const examiner = createFileExaminer(reading('for (;;);'));
    const stop = new AbortController();
    const first = examiner.examine(offered(''), stop.signal);
    const second = examiner.examine(offered(''), stop.signal);
    stop.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
    await expect(second).rejects.toThrow('enough');
  });

  it('tells its thread no secret', async () => {
    vi.stubEnv('DISCORD_TOKEN', 'secret');
    onTestFinished(() => void vi.unstubAllEnvs());
    const script = reading("return { kind: 'refused', reason: JSON.stringify(process.env) };");
    expect(await createFileExaminer(script).examine(offered(''))).toEqual({ kind: 'refused', reason: '{}' });
  });
});
