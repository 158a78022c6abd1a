import { describe, expect, it } from 'vitest';
import { actors } from '../../src/domain/audit-entry.js';
import { UnavailableError } from '../../src/domain/errors.js';
import type { IntakeDraft } from '../../src/domain/intake.js';
import type { ReindexOutcome } from '../../src/domain/reindex.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline, fakeReport } from '../fakes/fake-dateline.js';
import { inMemoryCorpusFiles } from '../fakes/in-memory-corpus-files.js';
import { createInMemorySnapshotStore } from '../fakes/in-memory-snapshot-store.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';
import { writing } from '../support/snapshots.js';
import { administrationOver } from '../support/test-administration.js';

const ann = { id: '123456789012345678', name: 'ann' };
const nothing = () => {};
const article = `# Ferry line gets a second ship\n\n${'A second ferry will sail to the mainland. '.repeat(9)}`;

function setUp(parts: Parameters<typeof administrationOver>[1] = {}) {
  const dateline = new FakeDateline(forumArticles);
  const made = administrationOver(dateline, {
    attachments: { download: async () => ({ kind: 'file', bytes: Buffer.from(article) }) },
    ...parts,
  });
  const attachment = { name: 'ferry.md', url: 'https://cdn.discordapp.com/ferry.md', bytes: article.length };
  const draft = async (): Promise<IntakeDraft> => {
    const preview = await made.administration.preview({ kind: 'attachment', attachment });
    if (preview.kind === 'refused') throw new Error(preview.reason);
    return preview.draft;
  };
  return { ...made, dateline, draft };
}

describe('what admins do', () => {
  const outcomes: [ReindexOutcome, string][] = [
    [
      { kind: 'published', snapshot: 'gen-000004', report: fakeReport },
      'published gen-000004: 1 added, 0 changed, 0 removed, 76 unchanged, 1 set aside',
    ],
    [{ kind: 'unchanged', snapshot: 'gen-000004', report: fakeReport }, 'nothing to do, gen-000004 goes on'],
    [
      { kind: 'drop-refused', report: { ...fakeReport, setAside: [] } },
      'not done, would drop too many: 1 added, 0 changed, 0 removed, 76 unchanged',
    ],
    [{ kind: 'already-running', process: 7 }, 'not done: another process was writing'],
    [{ kind: 'cancelled' }, 'stopped'],
    [{ kind: 'failed', reason: 'The disk is full.' }, 'failed: The disk is full.'],
  ];
  it.each(outcomes)('is in the audit log, however it ended: %j', async (outcome, words) => {
    const { administration, audit, dateline } = setUp();
    dateline.reindex = async () => outcome;
    const ended = await administration.reindex(ann, { full: true, mayDrop: ['a', 'b'] }, nothing);
    expect(ended).toEqual({ outcome, unrecorded: undefined });
    expect(audit.entries).toMatchObject([
      { who: ann, action: 'reindex', what: 'full, drop of 2 confirmed', outcome: words },
    ]);
  });

  it('is no entry where the program looked by itself and found nothing to do', async () => {
    const { administration, audit, dateline } = setUp();
    const report = fakeReport;
    dateline.reindex = async () => ({ kind: 'unchanged', snapshot: 'gen-000003', report });
    for (const who of [actors.watch, actors.start]) await administration.reindex(who, {}, nothing);
    expect(audit.entries).toEqual([]);
    dateline.reindex = async () => ({ kind: 'published', snapshot: 'gen-000004', report });
    await administration.reindex(actors.watch, {}, nothing);
    expect(audit.entries).toMatchObject([{ who: { id: 'watch', name: 'WATCH_CORPUS' } }]);
  });

  it('is done though the audit log can not be written, and says so', async () => {
    const { administration, audit, draft, files } = setUp();
    audit.failure = new UnavailableError('audit log', 'the disk is full');
    const added = await administration.add(ann, await draft(), nothing);
    expect(added).toMatchObject({ outcome: { kind: 'written' }, unrecorded: 'audit log: the disk is full' });
    expect(files.contents.has('ferry.md')).toBe(true);
  });

  it('keeps in the log of the program what the audit log does not take', async () => {
    const logger = createRecordingLogger();
    const { administration, audit } = setUp({ logger });
    audit.failure = new UnavailableError('audit log', 'the disk is full');
    await administration.reindex(ann, {}, nothing);
    expect(logger.lines).toMatchObject([{ level: 'error', fields: { who: ann.id, action: 'reindex' } }]);
  });

  it('is refused and recorded where the disk refuses', async () => {
    const files = inMemoryCorpusFiles({ 'ferry.md': article });
    files.setAside = () => Promise.reject(new UnavailableError('corpus folder', 'it is on a read-only file system'));
    const { administration, audit, dateline } = setUp({ files });
    const removed = await administration.remove(ann, 'ferry', nothing);
    const reason = 'Corpus folder: it is on a read-only file system.';
    expect(removed.outcome).toEqual({ kind: 'refused', reason });
    expect(audit.entries).toMatchObject([{ action: 'remove-article', what: 'ferry', outcome: `refused: ${reason}` }]);
    expect(dateline.reindexed).toEqual([]);
  });

  it('re-indexes after a change, after one that runs already, and drops the removed article without asking', async () => {
    const { administration, draft, dateline } = setUp();
    await administration.add(ann, await draft(), nothing);
    await administration.remove(ann, 'ferry', nothing);
    expect(dateline.reindexed).toEqual([
      { afterRunning: true, by: 'ann' },
      { afterRunning: true, mayDrop: ['ferry'], by: 'ann' },
    ]);
  });

  it('does not re-index where nothing was written', async () => {
    const { administration, draft, dateline } = setUp();
    const once = await draft();
    await administration.add(ann, once, nothing);
    const again = await administration.add(ann, once, nothing);
    expect(again.outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining('used already') });
    expect(dateline.reindexed).toHaveLength(1);
  });

  it('lists why files were set aside when they were read', async () => {
    const files = inMemoryCorpusFiles({ 'broken.md': '---', 'ferry.md': article, 'paper.pdf': '' });
    const { administration } = setUp({ files });
    expect((await administration.list()).files.map(({ file, refused }) => [file, refused])).toEqual([
      ['broken.md', 'There is no text below its front matter.'],
      ['ferry.md', undefined],
      ['paper.pdf', 'Its ending is none of .md, .txt, .html.'],
    ]);
  });

  it('suggests articles by the words of their titles and ids, and asks for the list once in ten seconds', async () => {
    let now = 0;
    const { administration, dateline } = setUp({ clock: { now: () => now } });
    let asked = 0;
    const sources = dateline.sources.bind(dateline);
    dateline.sources = (publisher) => {
      asked++;
      return sources(publisher);
    };
    const all = await administration.suggestArticles('');
    expect(all.length).toBe(forumArticles.length);
    const [first] = all;
    if (first === undefined) throw new Error('nothing is suggested');
    const words = first.title.toUpperCase().split(' ').toReversed().join(' ');
    expect(await administration.suggestArticles(`${words} ${first.id}`)).toEqual([first]);
    expect(await administration.suggestArticles('nobody wrote this')).toEqual([]);
    expect(asked).toBe(1);
    now = 10_001;
    await administration.suggestArticles('');
    expect(asked).toBe(2);
  });
});

describe('going back', () => {
  async function twoKept(open: () => Promise<boolean>) {
    const store = createInMemorySnapshotStore();
    for (const mark of ['one', 'two']) await store.publish(writing(mark));
    const dateline = {
      ...{ running: undefined, stopReindex: () => undefined, open },
      reindex: async () => ({ kind: 'cancelled' as const }),
      sources: async () => [],
      status: async () => {
        const status = await new FakeDateline(forumArticles).status();
        return { ...status, snapshot: (await store.loadCurrent())?.manifest.id ?? '' };
      },
    };
    const { administration, audit } = setUp({ dateline, store });
    const current = async () => (await store.loadCurrent())?.manifest.id;
    return { administration, audit, current };
  }

  it('lets the earlier index answer, and is in the audit log', async () => {
    const { administration, audit, current } = await twoKept(async () => true);
    const { outcome } = await administration.goBack(ann, 'gen-000001');
    expect(outcome).toEqual({ kind: 'gone-back', snapshot: 'gen-000001', from: 'gen-000002' });
    expect(await current()).toBe('gen-000001');
    expect(audit.entries).toEqual([
      expect.objectContaining({ who: ann, action: 'rollback', what: 'gen-000001', outcome: 'from gen-000002' }),
    ]);
  });

  it('is taken back where the earlier index can not be opened', async () => {
    const { administration, audit, current } = await twoKept(() => Promise.reject(new Error('another embedder')));
    const { outcome } = await administration.goBack(ann, 'gen-000001');
    expect(outcome).toEqual({ kind: 'refused', reason: "Gen-000001 can't be opened: another embedder." });
    expect(await current()).toBe('gen-000002');
    expect(audit.entries).toMatchObject([{ outcome: expect.stringContaining('another embedder') }]);
  });

  it.each([
    ['gen-000002', 'Gen-000002 is the index that is current.'],
    ['gen-000007', 'There is no index "gen-000007".'],
  ])('to %s is refused in a sentence', async (id, reason) => {
    const { administration, current } = await twoKept(async () => true);
    expect((await administration.goBack(ann, id)).outcome).toEqual({ kind: 'refused', reason });
    expect(await current()).toBe('gen-000002');
  });

  it('waits for the end of a re-index', async () => {
    const { administration, dateline } = setUp();
    const release = dateline.hold();
    const run = administration.reindex(ann, {}, nothing);
    const { outcome } = await administration.goBack(ann, 'gen-000001');
    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining('A re-index is under way') });
    release();
    await run;
  });
});
