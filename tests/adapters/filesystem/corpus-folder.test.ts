import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCorpusFolder } from '../../../src/adapters/filesystem/corpus-folder.js';
import { readArticle } from '../../../src/corpus/read-article.js';
import { UsageError } from '../../../src/domain/errors.js';
import type { KnownArticles, ReadArticle } from '../../../src/ports/article-source.js';

let outside: string;
let folder: string;

beforeEach(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'corpus-'));
  folder = path.join(outside, 'corpus');
  mkdirSync(folder);
});

afterEach(() => rmSync(outside, { recursive: true, force: true }));

const text = (title: string) => `# ${title}\n\nLee and Xi met in Beijing on Monday.\n`;
const put = (name: string, content: string | Uint8Array = text(name)) =>
  writeFileSync(path.join(folder, name), content);

async function readAll(signal?: AbortSignal): Promise<ReadArticle[]> {
  const found: ReadArticle[] = [];
  for await (const one of createCorpusFolder(folder, readArticle).readArticles(signal)) found.push(one);
  return found;
}

const idsOf = (found: readonly ReadArticle[]) =>
  found.flatMap((one) => (one.kind === 'article' ? [one.article.id as string] : []));
const setAside = (found: readonly ReadArticle[]) =>
  found.flatMap((one) => (one.kind === 'set-aside' ? [[one.file, one.reason]] : []));

describe('a corpus folder', () => {
  it('gives its articles in the order of their names, subfolders too, and not its own README', async () => {
    mkdirSync(path.join(folder, '2026'));
    for (const name of ['b.md', 'a.txt', 'README.md', 'entities.yaml', '.hidden.md', path.join('2026', 'c.md')])
      put(
        name,
        name.endsWith('txt') ? 'The mayor opens a bridge today\n\nThe bridge was opened on Monday.' : text(name),
      );
    put('d.html.gz', gzipSync(`<title>Lions</title><p>Two stone lions left Northport on Monday.</p>`));
    const found = await readAll();
    expect(idsOf(found)).toEqual(['c', 'a', 'b', 'd']);
    expect(setAside(found)).toEqual([]);
  });

  it('makes an article of a file anew only where its name or a byte of it is not known', async () => {
    for (const name of ['same.md', 'edited.md', 'moved.md']) put(name);
    const before = await readAll();
    put('edited.md', text('edited.md').replace('Monday', 'Sunday'));
    renameSync(path.join(folder, 'moved.md'), path.join(folder, 'there.md'));
    const known: KnownArticles = ({ file, sha256 }) =>
      before.flatMap((one) =>
        one.kind === 'article' && one.origin?.file === file && one.origin.sha256 === sha256 ? [one.article] : [],
      )[0];
    const made: string[] = [];
    const source = createCorpusFolder(folder, (file) => {
      made.push(file.name);
      return readArticle(file);
    });
    const again: ReadArticle[] = [];
    for await (const one of source.readArticles(undefined, known)) again.push(one);
    // A few are read at a time.
    expect(made.toSorted()).toEqual(['edited.md', 'there.md']);
    expect(again).toEqual(await readAll());
  });

  it('sets a bad file aside by name and reason and goes on', async () => {
    put('a.md', '---js\n1\n---\n');
    put('b.md', '');
    put('c.md');
    put('d.pdf', 'x');
    const found = await readAll();
    expect(idsOf(found)).toEqual(['c']);
    expect(setAside(found)).toEqual([
      ['a.md', 'Its front matter is marked "js"; only YAML after a plain --- is read.'],
      ['b.md', 'It is empty.'],
      ['d.pdf', 'Its ending is none of .md, .txt, .html, .htm, .html.gz.'],
    ]);
    expect(setAside(await readAll())).toEqual(setAside(found));
  });

  it('reads no link to outside, no loop, and no dangling link', async () => {
    writeFileSync(path.join(outside, 'secret.md'), text('secret'));
    symlinkSync(path.join(outside, 'secret.md'), path.join(folder, 'a.md'));
    symlinkSync('/etc/passwd', path.join(folder, 'b.txt'));
    symlinkSync('e.md', path.join(folder, 'e.md'));
    symlinkSync(folder, path.join(folder, 'f'));
    symlinkSync('nowhere.md', path.join(folder, 'g.md'));
    put('z.md');
    const found = await readAll();
    expect(idsOf(found)).toEqual(['z']);
    expect(setAside(found).map(([file]) => file)).toEqual(['a.md', 'b.txt', 'e.md', 'f', 'g.md']);
    expect(JSON.stringify(found)).not.toContain(outside);
  });

  it('follows a link to a file inside', async () => {
    mkdirSync(path.join(folder, '.store'));
    writeFileSync(path.join(folder, '.store', 'kept.md'), text('kept'));
    symlinkSync(path.join('.store', 'kept.md'), path.join(folder, 'a.md'));
    expect(idsOf(await readAll())).toEqual(['a']);
  });

  it('may itself be a link', async () => {
    put('a.md');
    symlinkSync(folder, path.join(outside, 'link'));
    folder = path.join(outside, 'link');
    expect(idsOf(await readAll())).toEqual(['a']);
  });

  it('waits for no pipe, device or socket', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe.md')]);
    symlinkSync('/dev/zero', path.join(folder, 'zero.md'));
    const server = createServer().listen(path.join(folder, 'socket.md'));
    await new Promise((resolve) => server.once('listening', resolve));
    put('z.md');
    const found = await readAll();
    server.close();
    expect(idsOf(found)).toEqual(['z']);
    expect(setAside(found)).toHaveLength(3);
  });

  it.skipIf(process.getuid?.() === 0)('names a file it may not read', async () => {
    put('a.md');
    chmodSync(path.join(folder, 'a.md'), 0);
    expect(setAside(await readAll())).toEqual([['a.md', "It can't be opened (EACCES)."]]);
  });

  it('reads no file over the cap and unpacks no bomb', async () => {
    put('big.md', Buffer.alloc(7_000_000, 'x'));
    put('bomb.html.gz', gzipSync(Buffer.alloc(200_000_000)));
    put('huge.md', '');
    truncateSync(path.join(folder, 'huge.md'), 100_000_000);
    put('torn.html.gz', gzipSync(text('torn').repeat(50)).subarray(0, 60));
    const found = await readAll();
    expect(setAside(found)).toEqual([
      ['big.md', 'It is larger than 6 MB.'],
      ['bomb.html.gz', 'It unpacks to more than 6 MB.'],
      ['huge.md', 'It is larger than 6 MB.'],
      ['torn.html.gz', 'It is not a whole gzip file.'],
    ]);
  });

  it('keeps the first of two files with one id, however written, and of two copies', async () => {
    put('A.md', text('One'));
    put('a.txt', 'The mayor opens a bridge today\n\nThe bridge was opened on Monday.');
    put('copy.md', text('One'));
    put('e\u0301.md', text('Two'));
    put('\u00E9.md', text('Three'));
    const found = await readAll();
    expect(idsOf(found)).toEqual(['A', '\u00E9']);
    expect(setAside(found)).toEqual([
      ['a.txt', 'Its name gives the same id as "A.md"; rename one of them.'],
      ['copy.md', 'It is a copy of "A.md".'],
      ['\u00E9.md', 'Its name gives the same id as "e\u0301.md"; rename one of them.'],
    ]);
  });

  it('shows odd names escaped', async () => {
    for (const name of ['new\nline.md', 'rtl\u202Egnp.md', '-dash.md', `${'x'.repeat(250)}.md`, '🐼.md']) put(name, '');
    expect(setAside(await readAll()).map(([file]) => file)).toEqual([
      '-dash.md',
      'new\\u{a}line.md',
      'rtl\\u{202e}gnp.md',
      `${'x'.repeat(250)}.md`,
      '🐼.md',
    ]);
  });

  it('that changes while it is read gives each file as it is then, and at the next reading what there is', async () => {
    // Some are read ahead of those that are given.
    const between = Array.from({ length: 20 }, (_, i) => `k${i + 10}`);
    for (const name of ['a', ...between, 'x', 'y', 'z']) put(`${name}.md`);
    let reads = 0;
    const source = createCorpusFolder(folder, (file) => {
      if (reads++ === 0) {
        unlinkSync(path.join(folder, 'x.md'));
        put('y.md', text('Y, edited'));
        renameSync(path.join(folder, 'z.md'), path.join(folder, 'zz.md'));
      }
      return readArticle(file);
    });
    const found: ReadArticle[] = [];
    for await (const one of source.readArticles()) found.push(one);
    expect(idsOf(found)).toEqual(['a', ...between, 'y']);
    expect(setAside(found)).toEqual([
      ['x.md', "It can't be opened (ENOENT)."],
      ['z.md', "It can't be opened (ENOENT)."],
    ]);
    expect(found.flatMap((one) => (one.kind === 'article' ? [one.article.title] : [])).at(-1)).toBe('Y, edited');
    expect(idsOf(await readAll())).toEqual(['a', ...between, 'y', 'zz']);
  });

  it('stops when told to', async () => {
    put('a.md');
    put('b.md');
    const abort = new AbortController();
    const articles = createCorpusFolder(folder, readArticle).readArticles(abort.signal)[Symbol.asyncIterator]();
    await articles.next();
    abort.abort(new Error('enough'));
    await expect(articles.next()).rejects.toThrow('enough');
  });

  it('that is missing or a file is the operator’s mistake, said with the remedy', async () => {
    folder = path.join(folder, 'missing');
    await expect(readAll()).rejects.toThrow(UsageError);
    await expect(readAll()).rejects.toThrow(/CORPUS_DIR/);
  });

  it('without a file is empty', async () => {
    expect(await readAll()).toEqual([]);
  });

  it('names an unforeseen failure of the reader instead of stopping', async () => {
    put('a.md');
    const source = createCorpusFolder(folder, () => {
      throw new RangeError('Maximum call stack size exceeded');
    });
    for await (const one of source.readArticles()) {
      expect(one).toEqual({
        kind: 'set-aside',
        file: 'a.md',
        reason: 'Reading it failed unexpectedly: Maximum call stack size exceeded.',
      });
    }
  });
});
