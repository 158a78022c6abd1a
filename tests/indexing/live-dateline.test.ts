import { describe, expect, it } from 'vitest';
import { SnapshotMismatchError } from '../../src/domain/errors.js';
import type { ReindexOutcome, ReindexProgress } from '../../src/domain/reindex.js';
import { createLiveDateline } from '../../src/indexing/live-dateline.js';
import type { Dateline, OpenCoverage } from '../../src/ports/dateline.js';
import { fakeReport } from '../fakes/fake-dateline.js';
import { type FakeOpenCoverage, fakeOpenCoverage } from '../fakes/fake-open-coverage.js';
import { maraQuill } from '../fakes/fake-people.js';
import { rest } from '../fakes/manual-timers.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';

const question = { text: 'Did presidents discuss tourism?' };
const published: ReindexOutcome = { kind: 'published', snapshot: 'gen-000002', report: fakeReport };
const nothing = () => {};

/** A promise and its key. */
function latch<T>(): { readonly promise: Promise<T>; open(value: T): void } {
  let open: (value: T) => void = nothing;
  const promise = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

/** A live Dateline whose openings give what stands in the list, one after the other. */
function live(openings: (OpenCoverage | null | Error | Promise<OpenCoverage>)[], build?: Dateline['reindex']) {
  let opened = 0;
  const discarded: string[] = [];
  const logger = createRecordingLogger();
  const dateline = createLiveDateline({
    async open() {
      const next = openings[opened++];
      if (next === undefined) throw new Error('opened more often than expected');
      if (next instanceof Error) throw next;
      return next;
    },
    build: build ?? (async () => published),
    discard: async (snapshot) => void discarded.push(snapshot),
    logger,
    clock: { now: () => Date.parse('2026-01-20T08:30:00Z') },
  });
  const snapshotOf = async () => (await dateline.ask(question)).snapshot;
  return { dateline, snapshotOf, logger, opened: () => opened, discarded };
}

describe('a Dateline that is re-indexed while it answers', () => {
  it('answers from the old snapshot until the new one is open, then from the new one, and closes the old one', async () => {
    const built = latch<ReindexOutcome>();
    const [old, fresh] = [fakeOpenCoverage('old'), fakeOpenCoverage('new')];
    const { dateline, snapshotOf } = live([old, fresh], () => built.promise);
    await dateline.open();
    const run = dateline.reindex({}, nothing);
    expect(await snapshotOf()).toBe('old');
    built.open(published);
    expect(await run).toEqual(published);
    expect(await snapshotOf()).toBe('new');
    expect([old.closed, fresh.closed]).toEqual([true, false]);
  });

  it('looks entities up in the snapshot that serves', async () => {
    const { dateline } = live([fakeOpenCoverage('one')]);
    const { card, said } = maraQuill;
    expect(await dateline.lookUpEntity('Mara Quill')).toEqual({ status: 'found', entity: card });
    expect(await dateline.entityDetail(card.id, 'said')).toEqual({ section: 'said', sayings: said });
    expect(await dateline.suggestEntities('mara q')).toMatchObject([{ id: card.id }]);
    expect(await dateline.quotes('Mara Quill', 'bridge had')).toMatchObject({ sayings: [said[1]] });
  });

  it('ends an answer on the snapshot it began with', async () => {
    const old = fakeOpenCoverage('old');
    const { dateline, snapshotOf } = live([old, fakeOpenCoverage('new')]);
    await dateline.open();
    const release = old.hold();
    const begun = snapshotOf();
    await dateline.reindex({}, nothing);
    release();
    expect(await begun).toBe('old');
  });

  it('loses none of the questions that come while it changes over, and never goes back', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `snapshot ${index}`);
    const { dateline, snapshotOf } = live(names.map(fakeOpenCoverage));
    await dateline.open();
    const asked: Promise<string>[] = [];
    const ask = async () => {
      for (let turn = 0; turn < 200; turn++) {
        asked.push(snapshotOf());
        await Promise.resolve();
      }
    };
    const reindexes = async () => {
      for (const _ of names.slice(1)) await dateline.reindex({}, nothing);
    };
    await Promise.all([ask(), reindexes()]);
    const seen = (await Promise.all(asked)).filter((name, index, all) => name !== all[index - 1]);
    expect(seen).toEqual(names);
  });

  it('goes on serving the old snapshot where the new one does not open', async () => {
    const old = fakeOpenCoverage('old');
    const { dateline, snapshotOf } = live([old, new SnapshotMismatchError('vectors.bin is too short')]);
    await dateline.open();
    const reason = 'The new index could not be opened: vectors.bin is too short';
    expect(await dateline.reindex({}, nothing)).toEqual({ kind: 'failed', reason });
    expect(await snapshotOf()).toBe('old');
    expect(old.closed).toBe(false);
  });

  it.each<ReindexOutcome>([
    { kind: 'unchanged', snapshot: 'gen-000001', report: fakeReport },
    { kind: 'cancelled' },
    { kind: 'failed', reason: 'The disk is full.' },
    { kind: 'dry-run', report: fakeReport },
  ])('opens nothing anew after the outcome $kind', async (outcome) => {
    const { dateline, opened } = live([fakeOpenCoverage('old')], async () => outcome);
    await dateline.open();
    expect(await dateline.reindex({}, nothing)).toEqual(outcome);
    expect(opened()).toBe(1);
  });

  it('runs one re-index at a time, which others join, and can be re-indexed again afterwards', async () => {
    const built = latch<ReindexOutcome>();
    let runs = 0;
    const { dateline } = live([fakeOpenCoverage('new'), fakeOpenCoverage('newer')], () => {
      runs++;
      return built.promise;
    });
    const both = [dateline.reindex({ by: 'ann' }, nothing), dateline.reindex({}, nothing)];
    expect(dateline.running).toMatchObject({ since: '2026-01-20T08:30:00.000Z', by: 'ann', full: false });
    built.open(published);
    expect((await Promise.all(both)).map(({ kind }) => kind)).toEqual(['published', 'published']);
    expect([runs, dateline.running]).toEqual([1, undefined]);
    expect((await dateline.reindex({}, nothing)).kind).toBe('published');
  });

  it('serves the published snapshot though an older one was just being opened', async () => {
    const slow = latch<OpenCoverage>();
    const { dateline, snapshotOf } = live([slow.promise, fakeOpenCoverage('new')]);
    const opening = dateline.open();
    const run = dateline.reindex({}, nothing);
    slow.open(fakeOpenCoverage('old'));
    await Promise.all([opening, run]);
    expect(await snapshotOf()).toBe('new');
  });

  it('warns where the old snapshot does not close, and goes on', async () => {
    const old: FakeOpenCoverage = { ...fakeOpenCoverage('old'), close: () => Promise.reject(new Error('stuck')) };
    const { dateline, snapshotOf, logger } = live([old, fakeOpenCoverage('new')]);
    await dateline.open();
    await dateline.reindex({}, nothing);
    expect(await snapshotOf()).toBe('new');
    expect(logger.lines).toEqual([
      { level: 'warn', message: 'the former index did not close', fields: { reason: 'stuck' } },
    ]);
  });
});

describe('a Dateline whose re-index publishes articles before their names', () => {
  const first: ReindexProgress = { phase: 'published', done: 1, total: 1, snapshot: 'gen-000002' };
  const second: ReindexOutcome = { kind: 'published', snapshot: 'gen-000003', report: fakeReport };
  const onlyFirst: ReindexOutcome = {
    kind: 'published',
    snapshot: 'gen-000002',
    report: { ...fakeReport, catalogueBehind: 'making it was stopped' },
  };

  /** A build that has published the first and goes on until it is told how it ends. */
  function twoStages() {
    const end = latch<ReindexOutcome>();
    const build: Dateline['reindex'] = (_options, onProgress) => {
      onProgress(first);
      return end.promise;
    };
    return { build, end };
  }

  it('answers from the articles at once, and from both when the names are there', async () => {
    const { build, end } = twoStages();
    const [old, early, late] = [fakeOpenCoverage('old'), fakeOpenCoverage('early'), fakeOpenCoverage('late')];
    const { dateline, snapshotOf, discarded } = live([old, early, late], build);
    await dateline.open();
    const heard: ReindexProgress[] = [];
    const run = dateline.reindex({}, (progress) => heard.push(progress));
    await rest();
    expect(await snapshotOf()).toBe('early');
    expect([old.closed, early.closed, discarded]).toEqual([true, false, []]);
    end.open(second);
    expect(await run).toEqual(second);
    expect(await snapshotOf()).toBe('late');
    expect([early.closed, discarded, heard]).toEqual([true, ['gen-000002'], [first]]);
  });

  it('opens and removes nothing more where the names could not be catalogued', async () => {
    const { build, end } = twoStages();
    const { dateline, snapshotOf, opened, discarded } = live(
      [fakeOpenCoverage('old'), fakeOpenCoverage('early')],
      build,
    );
    await dateline.open();
    const run = dateline.reindex({}, nothing);
    end.open(onlyFirst);
    expect(await run).toEqual(onlyFirst);
    expect([await snapshotOf(), opened(), discarded]).toEqual(['early', 2, []]);
  });

  it('goes on where the first does not open, and opens the second', async () => {
    const { build, end } = twoStages();
    const broken = new SnapshotMismatchError('vectors.f32 is too short');
    const { dateline, snapshotOf, logger } = live([fakeOpenCoverage('old'), broken, fakeOpenCoverage('late')], build);
    await dateline.open();
    const run = dateline.reindex({}, nothing);
    await rest();
    expect(await snapshotOf()).toBe('old');
    end.open(second);
    expect(await run).toEqual(second);
    expect(await snapshotOf()).toBe('late');
    expect(logger.lines.map(({ level, fields }) => [level, fields.reason])).toEqual([
      ['warn', 'vectors.f32 is too short'],
    ]);
  });

  it('ends on the second though it was published while the first was being opened', async () => {
    const { build, end } = twoStages();
    const slow = latch<OpenCoverage>();
    const { dateline, snapshotOf } = live([fakeOpenCoverage('old'), slow.promise, fakeOpenCoverage('late')], build);
    await dateline.open();
    const run = dateline.reindex({}, nothing);
    end.open(second);
    await rest();
    expect(await snapshotOf()).toBe('old');
    slow.open(fakeOpenCoverage('early'));
    await run;
    expect(await snapshotOf()).toBe('late');
  });
});

describe('a Dateline whose stored index has gone', () => {
  it('goes on answering from memory when it is opened again', async () => {
    const { dateline, snapshotOf } = live([fakeOpenCoverage('old'), null]);
    await dateline.open();
    expect(await dateline.open()).toBe(true);
    expect(await snapshotOf()).toBe('old');
  });

  it('has nothing where its thread has died as well', async () => {
    const old = fakeOpenCoverage('old');
    const { dateline, snapshotOf } = live([old, null, null]);
    await dateline.open();
    old.dead = true;
    expect(await dateline.open()).toBe(false);
    await expect(snapshotOf()).rejects.toThrow('Nothing is indexed yet');
  });
});

describe('a Dateline that is asked whether it re-indexes', () => {
  it('says so until what it published is open', async () => {
    const [built, slow] = [latch<ReindexOutcome>(), latch<OpenCoverage>()];
    const { dateline } = live([slow.promise], () => built.promise);
    expect(dateline.reindexing).toBe(false);
    const run = dateline.reindex({}, nothing);
    expect(dateline.reindexing).toBe(true);
    built.open(published);
    await Promise.resolve();
    expect(dateline.reindexing).toBe(true);
    slow.open(fakeOpenCoverage('new'));
    await run;
    expect(dateline.reindexing).toBe(false);
  });
});

describe('a Dateline whose thread has died', () => {
  it('opens the snapshot again, once for all who ask', async () => {
    const old = fakeOpenCoverage('old');
    const { dateline, snapshotOf, opened } = live([old, fakeOpenCoverage('again')]);
    await dateline.open();
    old.dead = true;
    expect(await Promise.all([snapshotOf(), snapshotOf(), snapshotOf()])).toEqual(['again', 'again', 'again']);
    expect(opened()).toBe(2);
  });

  it('refuses one question where that fails, and tries again with the next', async () => {
    const old = fakeOpenCoverage('old');
    const { dateline, snapshotOf } = live([old, new Error('no memory'), fakeOpenCoverage('again')]);
    await dateline.open();
    old.dead = true;
    await expect(snapshotOf()).rejects.toThrow('no memory');
    expect(await snapshotOf()).toBe('again');
  });
});

describe('a Dateline without an index', () => {
  it('says so, and what to run', async () => {
    const { dateline, snapshotOf } = live([null, null]);
    expect(await dateline.open()).toBe(false);
    await expect(snapshotOf()).rejects.toThrow('Nothing is indexed yet. Run /reindex');
  });

  it('answers as soon as something has been indexed', async () => {
    const { dateline, snapshotOf } = live([null, fakeOpenCoverage('first')]);
    await dateline.open();
    await dateline.reindex({}, nothing);
    expect(await snapshotOf()).toBe('first');
  });
});

describe('a Dateline that is closed', () => {
  it('stops a running re-index, waits for its end, and opens nothing any more', async () => {
    const old = fakeOpenCoverage('old');
    const { dateline, snapshotOf, opened } = live([old], async (_options, _onProgress, signal) => {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return published;
    });
    await dateline.open();
    const run = dateline.reindex({}, nothing);
    await dateline.close();
    expect(await run).toEqual(published);
    old.dead = true;
    await expect(snapshotOf()).rejects.toThrow('it has been closed');
    expect([opened(), old.closed]).toEqual([1, true]);
  });

  it('closes what was just being opened', async () => {
    const slow = latch<OpenCoverage>();
    const late = fakeOpenCoverage('late');
    const { dateline } = live([slow.promise]);
    const opening = dateline.open();
    const closing = dateline.close();
    slow.open(late);
    await Promise.all([opening, closing]);
    expect(late.closed).toBe(true);
  });

  it('hands on the wish of the caller to stop', async () => {
    const stop = new AbortController();
    const { dateline } = live([], async (_options, _onProgress, signal) => {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return { kind: 'cancelled' };
    });
    const run = dateline.reindex({}, nothing, stop.signal);
    stop.abort();
    expect(await run).toEqual({ kind: 'cancelled' });
  });
});
