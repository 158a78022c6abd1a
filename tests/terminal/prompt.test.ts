import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Dateline } from '../../src/ports/dateline.js';
import { openPrompt } from '../../src/terminal/prompt.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { fakePeople } from '../fakes/fake-people.js';
import { administrationOver } from '../support/test-administration.js';

/** What a prompt is opened over. */
const over = (dateline: Dateline) => ({ dateline, administration: administrationOver(dateline).administration });

/** Feeds lines as a file or pipe does, and gives back all that was printed. */
async function printed(lines: string, dateline: Dateline = new FakeDateline(forumArticles)): Promise<string> {
  const output = new PassThrough();
  const text = collect(output);
  await openPrompt({ ...over(dateline), input: Readable.from([lines]), output, isTerminal: false });
  return text();
}

function collect(output: PassThrough): () => string {
  let text = '';
  output.on('data', (part) => {
    text += String(part);
  });
  return () => text;
}

/** Someone at a terminal. */
function sitDown(dateline: Dateline) {
  const input = new PassThrough();
  const output = new PassThrough();
  const screen = collect(output);
  const ended = openPrompt({ ...over(dateline), input, output, isTerminal: true });
  return { type: (keys: string) => void input.write(keys), screen, ended };
}

const endless = () => new FakeDateline(forumArticles).on('Endless?', () => new Promise(() => {}));
const ctrlC = '\x03';

describe('the prompt, fed from a file', () => {
  it('answers every line in order and ends with the file', async () => {
    const text = await printed(
      '/ask Did presidents discuss tourism?\n\n/status\r\nWas a giant panda mentioned?\n/help',
    );
    const order = [
      'trade and tourism',
      'gen-000003, made 20 January 2026',
      'A giant panda',
      'Dateline answers questions',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('prints neither prompt nor colours, but each line before its answer', async () => {
    const text = await printed('/status\n');
    expect(text).toMatch(/^> \/status\nCoverage: 3 articles/);
    expect(text).not.toContain('\x1b');
  });

  it('goes on after an unknown command, a bad option and a failure', async () => {
    const dateline = new FakeDateline(forumArticles).on('Boom?', () => Promise.reject(new Error('broken pipe')));
    const text = await printed('/nope\nwho? --when now\nBoom?\n/status\n', dateline);
    expect(text).toContain('There is no command /nope.');
    expect(text).toContain('--when is not known here.');
    expect(text).toContain('Something went wrong: broken pipe');
    expect(text).toContain('Coverage:');
  });

  it('ends quietly where its reader has gone, and answers nothing more', async () => {
    const dateline = endless();
    const output = new Writable({
      write: (_chunk, _encoding, done) => void setImmediate(done, new Error('write EPIPE')),
    });
    const input = Readable.from(['/status\n', 'Endless?\n'.repeat(3)]);
    await openPrompt({ ...over(dateline), input, output, isTerminal: false });
    expect(dateline.asked.length).toBeLessThan(2);
  });

  it('reads nothing after /quit', async () => {
    const dateline = new FakeDateline(forumArticles);
    await printed('/quit\nWho signed?\n', dateline);
    expect(dateline.asked).toEqual([]);
  });

  it('says that nothing is indexed', async () => {
    expect(await printed('Who?\n', new FakeDateline([]))).toContain('Nothing is indexed yet.');
  });

  it('lists outlets, and the articles of one', async () => {
    const text = await printed('/sources\n/sources xinhua\n/sources Nobody\n');
    expect(text).toContain(
      'The coverage: 3 articles from 2 outlets, 1 of no known outlet.\n  The Korea Herald: 1 article\n',
    );
    expect(text).toContain('  Xinhua\n    6 January 2026: Xi holds talks with ROK president\n');
    expect(text).toContain('No outlet of the coverage is called "Nobody".');
  });

  it('looks entities up, all of a part of them, and who said what', async () => {
    const lines =
      '/entity M. Quill\n/entity Mara Quill --timeline\n/entity Mara --said\n/quotes Olaf Strand | school\n';
    const text = await printed(lines, new FakeDateline(forumArticles, fakePeople()));
    expect(text).toContain('> /entity M. Quill\nMara Quill\nPerson. Named 3 times in 3 articles');
    expect(text).toContain('\nMara Quill · Timeline\n1 February 2026\n- The Daily Gull:');
    expect(text).toContain('> /entity Mara --said\nSeveral in the coverage are called "Mara".');
    expect(text).toContain('What Olaf Strand said about "school"');
  });

  it('says so where an entity is gone by the time its part is asked for', async () => {
    const people = fakePeople();
    const dateline = Object.assign(new FakeDateline(forumArticles, people), { entityDetail: async () => undefined });
    expect(await printed('/entity Mara Quill --said\n', dateline)).toContain('The articles have been indexed anew');
  });

  it('shows a re-index as a line each phase and its outcome', async () => {
    const dateline = new FakeDateline(forumArticles);
    dateline.progress = [
      { phase: 'reading', done: 1, total: 2 },
      { phase: 'reading', done: 2, total: 2 },
      { phase: 'embedding', done: 0, total: undefined },
    ];
    const text = await printed('/reindex --full\n', dateline);
    expect(text).toContain('> /reindex --full\nreading files\nmaking vectors\nIndex gen-000004 is serving now.');
    expect(dateline.reindexed).toEqual([{ full: true, dryRun: false, by: 'prompt' }]);
  });
});

describe('the prompt, at a terminal', () => {
  it('stops a running answer with Ctrl-C, and ends with the next', async () => {
    const { type, screen, ended } = sitDown(endless());
    await expect.poll(screen).toContain('> ');
    type('Endless?\r');
    await expect.poll(screen).toContain('Endless?');
    type(ctrlC);
    await expect.poll(screen).toContain('Stopped.');
    type(ctrlC);
    await ended;
  });

  it('leaves a line above the bar for articles that can be searched already', async () => {
    const dateline = new FakeDateline(forumArticles);
    dateline.hold();
    dateline.progress = [
      { phase: 'publishing', done: 0, total: 1 },
      { phase: 'published', done: 1, total: 1, snapshot: 'gen-000004' },
      { phase: 'cataloguing', done: 120, total: 480 },
    ];
    const { type, screen, ended } = sitDown(dateline);
    type('/reindex\r');
    await expect.poll(screen).toContain('cataloguing names, 120 of 480');
    expect(screen()).toContain('published gen-000004: the articles can be searched; their names come next\n');
    type(ctrlC);
    await expect.poll(screen).toContain('The re-index was stopped.');
    type('/quit\r');
    await ended;
  });

  it('stops a re-index and says what became of the index', async () => {
    const dateline = new FakeDateline(forumArticles);
    dateline.hold();
    dateline.progress = [{ phase: 'embedding', done: 120, total: 480 }];
    const { type, screen, ended } = sitDown(dateline);
    type('/reindex\r');
    await expect.poll(screen).toContain('[#######.......................] making vectors, 120 of 480');
    type(ctrlC);
    await expect.poll(screen).toContain('The re-index was stopped. The index that was serving still is.');
    type('/quit\r');
    await ended;
  });

  it('ends with a second Ctrl-C where the first has no effect', async () => {
    const stubborn: Dateline = Object.assign(endless(), { reindex: () => new Promise<never>(() => {}) });
    const { type, screen, ended } = sitDown(stubborn);
    type('/reindex\r');
    await expect.poll(screen).toContain('/reindex');
    type(ctrlC);
    type(ctrlC);
    await ended;
  });

  it('sets the answering sentence in bold', async () => {
    const { type, screen, ended } = sitDown(new FakeDateline(forumArticles));
    type('Did presidents discuss tourism?\r');
    await expect.poll(screen).toContain('\x1b[1mThe two presidents discussed trade and tourism.\x1b[22m');
    type('/quit\r');
    await ended;
  });
});
