import { describe, expect, it } from 'vitest';
import { type ArticleMeta, articleId } from '../../src/domain/article.js';
import type { IntakeDraft, IntakeOptions, IntakeSource } from '../../src/domain/intake.js';
import { createCorpusIntake } from '../../src/intake/create-corpus-intake.js';
import { examineFile } from '../../src/intake/examine-file.js';
import type { FetchOutcome } from '../../src/ports/page-fetcher.js';
import { inMemoryCorpusFiles } from '../fakes/in-memory-corpus-files.js';

const ferry = `---
title: Ferry line to Norrvik gets a second ship
publisher: Harbour Gazette
published: 2026-01-04
url: https://gazette.example/ferry
---

${'A second ferry will sail between Norrvik and the mainland. '.repeat(5)}
`;
const file = (name: string, text = ferry): IntakeSource => ({ kind: 'file', name, bytes: Buffer.from(text) });
const address = (path = '/a'): IntakeSource => ({ kind: 'address', address: `https://gazette.example${path}` });
const meta = (id: string, more: Partial<ArticleMeta> = {}): ArticleMeta => ({
  id: articleId(id),
  title: `Title of ${id}`,
  ...{ publisher: undefined, byline: undefined, published: undefined, url: undefined, language: undefined },
  ...more,
});

function setUp(given: { files?: Record<string, string>; indexed?: ArticleMeta[]; page?: FetchOutcome } = {}) {
  const files = inMemoryCorpusFiles(given.files);
  let now = Date.parse('2026-01-20T08:30:00Z');
  let drafts = 0;
  const intake = createCorpusIntake({
    files,
    examiner: { examine: async (one) => examineFile(one) },
    fetcher: { fetch: async () => given.page ?? { kind: 'refused', reason: 'There is no host of that name.' } },
    indexed: async () => given.indexed ?? [],
    clock: { now: () => now },
    newDraftId: () => `draft${drafts++}`,
  });
  const ready = async (source: IntakeSource, options?: IntakeOptions): Promise<IntakeDraft> => {
    const preview = await intake.preview(source, options);
    if (preview.kind === 'refused') throw new Error(preview.reason);
    return preview.draft;
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { intake, files, ready, pass };
}

describe('previewing a file', () => {
  it('shows what would be written, and writes nothing', async () => {
    const { files, ready } = setUp();
    const draft = await ready(file('Ferry to Norrvik.md'));
    expect(draft).toMatchObject({
      draft: 'draft0',
      expires: '2026-01-20T08:45:00.000Z',
      file: 'ferry-to-norrvik.md',
      article: 'ferry-to-norrvik',
      title: 'Ferry line to Norrvik gets a second ship',
      publisher: 'Harbour Gazette',
      published: '2026-01-04',
      url: 'https://gazette.example/ferry',
      warnings: [],
      replaces: undefined,
    });
    expect(draft.opening).toMatch(/^A second ferry will sail/);
    expect(files.contents.size).toBe(0);
  });

  it('cuts the opening of a long text at a word', async () => {
    const { opening } = await setUp().ready(file('a.md', ferry + 'Ships sail. '.repeat(200)));
    expect(opening.length).toBeLessThanOrEqual(603);
    expect(opening).toMatch(/\S …$/);
  });

  it.each([
    ['evil.pdf', 'Its ending is none of .md, .txt, .html, .htm.'],
    ['page.html.gz', 'It is compressed; send the page itself.'],
    ['no-ending', 'Its ending is none of .md, .txt, .html, .htm.'],
    ['.md', 'Its name is nothing but an ending.'],
  ])('refuses the name %s', async (name, reason) => {
    expect(await setUp().intake.preview(file(name))).toEqual({ kind: 'refused', reason });
  });

  it.each([
    ['too much', 'a.html', Buffer.alloc(4_000_001, 'x'), 'It is larger than 4 MB.'],
    ['nothing', 'a.md', Buffer.from(''), 'It is empty.'],
    ['a zip', 'a.md', Buffer.from('PK\u0003\u0004 and so on'), /not a text file/],
    ['a PDF', 'a.txt', Buffer.from('%PDF-1.7 and so on'), /not a text file/],
    ['a picture', 'a.html', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), /not a text file/],
    ['gzip', 'a.html', Buffer.from([0x1f, 0x8b, 8, 0]), /gzip-compressed/],
    ['bytes of no encoding', 'a.txt', Buffer.from([0x41, 0xff, 0xfe, 0x81, 0x90, 0x42]), /UTF-8/],
    [
      'code in front matter',
      'a.md',
      Buffer.from('---js\n{title: process.exit(1)}\n---\nText.'),
      /front matter is marked/,
    ],
    ['a title alone', 'a.md', Buffer.from('# A title\n'), /no text besides headings/],
  ])('refuses %s in plain words', async (_, name, bytes, reason) => {
    const preview = await setUp().intake.preview({ kind: 'file', name, bytes });
    expect(preview).toEqual({
      kind: 'refused',
      reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
    });
  });

  it('warns of what is missing, odd or hidden', async () => {
    const text = '# A headline\n\nThe fer\u200Bry \u202Esailed\u202C on Monday.\u0000';
    const { warnings } = await setUp().ready(file('a.md', text));
    expect(warnings).toEqual([
      'No outlet is named in it.',
      'No date of publication is given, or none that can be read.',
      'It has no address to link to.',
      'It is short: 22 letters and digits.',
      'It has 4 characters that do not show; they are left out.',
    ]);
  });

  it('warns of a date in the future, but not of one that is today somewhere', async () => {
    const dated = (day: string) => setUp().ready(file('a.md', ferry.replace('2026-01-04', day)));
    expect((await dated('2026-01-21')).warnings).toEqual([]);
    expect((await dated('2026-01-22')).warnings).toEqual(['Its date of publication, 2026-01-22, is in the future.']);
  });

  it('warns of an indexed article with the same address, or with the same title and outlet', async () => {
    const url = 'https://gazette.example/ferry';
    const title = 'Ferry line to Norrvik gets a second ship';
    const { warnings } = await setUp({ indexed: [meta('old', { url })] }).ready(file('a.md'));
    expect(warnings).toEqual(['The article "old" has the same address.']);
    const twins = [meta('other', { title }), meta('twin', { title, publisher: 'Harbour Gazette' })];
    expect((await setUp({ indexed: twins }).ready(file('a.md'))).warnings).toEqual([
      'The article "twin" has the same title.',
    ]);
  });

  it('names the file for the title where the name sent has no letters', async () => {
    expect((await setUp().ready(file('_.md'))).file).toBe('ferry-line-to-norrvik-gets-a-second-ship.md');
  });
});

describe('a name that is taken', () => {
  const url = 'https://gazette.example/ferry';
  const files = { '2025/Ferry.txt': 'old', 'b.md': 'b' };

  it('is not used again for another article', async () => {
    const { ready, intake, files: corpus } = setUp({ files, indexed: [meta('Ferry')] });
    const draft = await ready(file('ferry.md'));
    expect(draft).toMatchObject({ file: 'ferry-2.md', article: 'ferry-2', replaces: undefined });
    expect(draft.warnings).toEqual([
      'The name "2025/Ferry.txt" is another article\'s ("Title of Ferry"), which stays.',
    ]);
    await intake.confirm(draft.draft);
    expect([...corpus.contents.keys()].toSorted()).toEqual(['2025/Ferry.txt', 'b.md', 'ferry-2.md']);
  });

  it('is used for a new version of its article, which the preview says', async () => {
    const { ready, intake, files: corpus } = setUp({ files, indexed: [meta('Ferry', { url })] });
    const draft = await ready(file('ferry.md'));
    expect(draft).toMatchObject({
      file: '2025/Ferry.md',
      article: 'Ferry',
      replaces: { file: '2025/Ferry.txt', title: 'Title of Ferry' },
      warnings: [],
    });
    expect(await intake.confirm(draft.draft)).toEqual({
      kind: 'written',
      file: '2025/Ferry.md',
      article: 'Ferry',
      formerKeptAs: 'removed/2025/Ferry.txt',
    });
    expect([...corpus.contents.keys()].toSorted()).toEqual(['2025/Ferry.md', 'b.md']);
  });

  it('keeps its spelling where the format is the same', async () => {
    const { ready } = setUp({ files: { 'FERRY.Markdown': 'old' } });
    expect((await ready(file('ferry.md'), { replace: true })).file).toBe('FERRY.Markdown');
    const packed = setUp({ files: { 'ferry.html.gz': 'old' } });
    const page = `<title>T</title><p>${'The ferry sailed on Monday. '.repeat(9)}</p>`;
    expect((await packed.ready(file('ferry.htm', page), { replace: true })).file).toBe('ferry.html');
  });

  it('is used where the sender says so, also of the article with that address', async () => {
    const byName = await setUp({ files }).ready(file('ferry.md'), { replace: true });
    expect(byName.replaces).toEqual({ file: '2025/Ferry.txt', title: undefined });
    const byAddress = setUp({ files, indexed: [meta('b', { url })] });
    expect((await byAddress.ready(file('anything.md'), { replace: true })).replaces?.file).toBe('b.md');
  });

  it('that was given to another file since the preview is not written over', async () => {
    const { ready, intake, files: corpus } = setUp();
    const draft = await ready(file('ferry.md'));
    corpus.contents.set('ferry.md', 'meanwhile');
    const reason = '"ferry.md" has changed in the meantime; send the article again.';
    expect(await intake.confirm(draft.draft)).toEqual({ kind: 'refused', reason });
    expect(corpus.contents.get('ferry.md')).toBe('meanwhile');
  });

  it('of a file that has changed since the preview is not written over', async () => {
    const { ready, intake, files: corpus } = setUp({ files });
    const draft = await ready(file('ferry.txt', 'A headline of several words\n\nThe ferry sailed on Monday.\n'), {
      replace: true,
    });
    corpus.contents.set('2025/Ferry.txt', 'changed');
    expect((await intake.confirm(draft.draft)).kind).toBe('refused');
    expect(corpus.contents.get('2025/Ferry.txt')).toBe('changed');
  });
});

describe('a draft', () => {
  const gone = { kind: 'refused', reason: expect.stringContaining('expired or has been used') };

  it('is written as it was sent, once', async () => {
    const { ready, intake, files } = setUp();
    const { draft } = await ready(file('ferry.md'));
    expect(await intake.confirm(draft)).toMatchObject({ kind: 'written', file: 'ferry.md', formerKeptAs: undefined });
    expect(files.contents.get('ferry.md')).toBe(ferry);
    expect(await intake.confirm(draft)).toEqual(gone);
  });

  it('expires after a quarter of an hour', async () => {
    const { ready, intake, pass } = setUp();
    const { draft } = await ready(file('ferry.md'));
    pass(15 * 60_000);
    expect(await intake.confirm(draft)).toEqual(gone);
  });

  it('is forgotten for the ninth', async () => {
    const { ready, intake } = setUp();
    const drafts: IntakeDraft[] = [];
    for (let index = 0; index < 9; index++) drafts.push(await ready(file(`ferry${index}.md`)));
    expect(await intake.confirm(drafts[0]?.draft ?? '')).toEqual(gone);
    expect((await intake.confirm(drafts[1]?.draft ?? '')).kind).toBe('written');
  });

  it.each(['', 'draft7', '__proto__', '../ferry.md'])('is not known by the name %j', async (name) => {
    expect(await setUp().intake.confirm(name)).toEqual(gone);
  });
});

describe('previewing an address', () => {
  const body = 'The ferry to Norrvik sailed on Monday with eighty passengers. '.repeat(6);
  const page = (format: 'html' | 'text' | 'markdown', text: string, at = '/a'): FetchOutcome => ({
    kind: 'page',
    address: `https://gazette.example${at}`,
    format,
    bytes: Buffer.from(text),
  });

  it('hands on why nothing was fetched', async () => {
    const reason = 'There is no host of that name.';
    expect(await setUp().intake.preview(address())).toEqual({ kind: 'refused', reason });
  });

  it.each([
    [
      'html',
      '.html',
      `<!doctype html><html lang="en"><head><title>Ferry sails</title></head><body><p>${body}</p></body></html>`,
    ],
    ['html', '.html', `\uFEFF<title>Ferry sails</title><p>${body}</p>`],
    ['markdown', '.md', `# Ferry sails\n\n${body}`],
    ['markdown', '.md', `---\ntitle: Ferry sails\n---\n\n${body}`],
    ['text', '.txt', `Ferry sails\n\n${body}\n`],
  ] as const)(
    'writes into %s where it was fetched from, and names it for its title (%#)',
    async (format, ending, text) => {
      const { ready, intake, files } = setUp({ page: page(format, text) });
      const draft = await ready(address());
      expect(draft).toMatchObject({
        file: `ferry-sails${ending}`,
        title: 'Ferry sails',
        url: 'https://gazette.example/a',
      });
      await intake.confirm(draft.draft);
      const written = Buffer.from(files.contents.get(draft.file) ?? '');
      expect(examineFile({ name: draft.file, bytes: written })).toMatchObject({ url: 'https://gazette.example/a' });
    },
  );

  it('takes no file for its former version that has no article’s name', async () => {
    const { ready } = setUp({ files: { '__proto__.md': 'odd' }, page: page('text', `Ferry sails\n\n${body}\n`) });
    expect(await ready(address(), { replace: true })).toMatchObject({ file: 'ferry-sails.txt', replaces: undefined });
  });

  it('leaves the page’s own address, and warns where that is on another host', async () => {
    const own = (url: string) =>
      `<html><head><link rel="canonical" href="${url}"><title>Ferry sails</title></head><body><p>${body}</p></body></html>`;
    const same = await setUp({ page: page('html', own('https://gazette.example/own')) }).ready(address());
    expect(same.url).toBe('https://gazette.example/own');
    const other = await setUp({ page: page('html', own('https://evil.example/own')) }).ready(address());
    expect(other.warnings).toContain('The page gives as its own address one on another host: evil.example.');
  });

  it('writes no address that could be more than one', async () => {
    const odd = page('html', `<title>Ferry sails</title><p>${body}</p>`, '/a"><script>');
    const { ready, intake, files } = setUp({ page: odd });
    const draft = await ready(address());
    expect(draft.url).toBeUndefined();
    await intake.confirm(draft.draft);
    expect(files.contents.get(draft.file)).not.toContain('script');
  });
});

describe('removing an article', () => {
  const files = { 'a.md': 'a', '2026/a.txt': 'another a', 'Ferry.md': 'ferry', 'x\u202Ey.md': 'odd', 'b.pdf': 'b' };

  it.each([
    ['its id, however cased', 'ferry', 'Ferry.md'],
    ['the path of its file', '2026/a.txt', '2026/a.txt'],
    ['its name as it was shown', 'x\\u{202e}y.md', 'x\\u{202e}y.md'],
    ['the name of a file that is not read', 'b.pdf', 'b.pdf'],
  ])('goes by %s', async (_, name, removed) => {
    const { intake, files: corpus } = setUp({ files });
    expect(await intake.remove(name)).toMatchObject({ kind: 'removed', file: removed });
    expect(corpus.contents.size).toBe(4);
    expect(corpus.setAsideFiles.size).toBe(1);
  });

  it('leaves what is not what was found before', async () => {
    const { intake, files: corpus } = setUp({ files });
    const found = await intake.find('ferry');
    if (found.kind !== 'found') throw new Error(found.reason);
    corpus.contents.set('Ferry.md', 'another article meanwhile');
    expect(await intake.remove('ferry', found.digest)).toMatchObject({ kind: 'refused' });
    expect(corpus.contents.get('Ferry.md')).toBe('another article meanwhile');
    corpus.contents.set('Ferry.md', 'ferry');
    expect(await intake.remove('ferry', found.digest)).toMatchObject({ kind: 'removed' });
  });

  it('asks which where several are meant', async () => {
    const reason = 'Several files are meant: "2026/a.txt", "a.md". Name one of them.';
    expect(await setUp({ files }).intake.remove('a')).toEqual({ kind: 'refused', reason });
  });

  it.each(['nothing', '../a.md', '/etc/passwd', '', '2026'])('removes nothing for %j', async (name) => {
    const { intake, files: corpus } = setUp({ files });
    const reason = `The corpus has no file or article "${name}".`;
    expect(await intake.remove(name)).toEqual({ kind: 'refused', reason });
    expect(corpus.contents.size).toBe(5);
  });

  it('shows a long or odd name harmlessly', async () => {
    const outcome = await setUp().intake.remove(`\u202E${'x'.repeat(5_000)}`);
    expect(outcome).toMatchObject({ reason: expect.stringMatching(/^.{1,160}$/) });
    expect(outcome).toMatchObject({ reason: expect.stringContaining('\\u{202e}') });
  });
});

describe('listing the corpus', () => {
  const many = Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`${String(at).padStart(2, '0')}.md`, 'x']));

  it('tells of each file what it is', async () => {
    const page = await setUp({ files: { 'Ferry.md': 'four', 'b.pdf': '' } }).intake.list();
    const modified = '2026-01-19T10:00:00.000Z';
    expect(page).toEqual({
      files: [
        { file: 'Ferry.md', article: 'Ferry', bytes: 4, modified, refused: undefined },
        { file: 'b.pdf', article: undefined, bytes: 0, modified, refused: expect.stringContaining('ending') },
      ],
      total: 2,
      page: 0,
      pages: 1,
    });
  });

  it.each([
    [{}, 0, '00.md', 20],
    [{ page: 2 }, 2, '40.md', 5],
    [{ page: 99 }, 2, '40.md', 5],
    [{ page: -1 }, 0, '00.md', 20],
    [{ page: Number.NaN }, 0, '00.md', 20],
    [{ text: '3' }, 0, '03.md', 14],
    [{ text: '.MD', page: 1 }, 1, '20.md', 20],
  ])('gives of %j the page %i', async (filter, page, first, count) => {
    const listed = await setUp({ files: many }).intake.list(filter);
    expect([listed.page, listed.files[0]?.file, listed.files.length]).toEqual([page, first, count]);
  });

  it('gives one empty page where nothing fits', async () => {
    expect(await setUp({ files: many }).intake.list({ text: 'ferry' })).toEqual({
      files: [],
      total: 0,
      page: 0,
      pages: 1,
    });
  });
});
