import { describe, expect, it } from 'vitest';
import type { ReindexOptions, ReindexOutcome, ReindexProgress } from '../../src/domain/reindex.js';
import { createSharedReindex } from '../../src/indexing/shared-reindex.js';
import { fakeReport } from '../fakes/fake-dateline.js';
import { rest } from '../fakes/manual-timers.js';

const published: ReindexOutcome = { kind: 'published', snapshot: 'gen-000002', report: fakeReport };
const refused: ReindexOutcome = { kind: 'drop-refused', report: fakeReport };
const nothing = () => {};

/** A shared re-index whose runs end when the test says so. */
function setUp() {
  const runs: {
    options: ReindexOptions;
    tell: (progress: ReindexProgress) => void;
    end: (outcome: ReindexOutcome) => void;
  }[] = [];
  const shared = createSharedReindex(
    (options, tell, signal) =>
      new Promise((end) => {
        signal?.addEventListener('abort', () => end({ kind: 'cancelled' }), { once: true });
        runs.push({ options, tell, end });
      }),
    { now: () => Date.parse('2026-01-20T08:30:00Z') },
  );
  const ended = async (index: number, outcome: ReindexOutcome) => {
    await rest();
    runs[index]?.end(outcome);
    await rest();
  };
  return { shared, runs, ended };
}

describe('a re-index that several ask for', () => {
  const comparing: ReindexProgress = { phase: 'comparing', done: 0, total: undefined, changes: fakeReport };
  const embedding = (done: number): ReindexProgress => ({ phase: 'embedding', done, total: 9 });

  it('tells whoever joins what they have missed, and all of them the rest and the end', async () => {
    const { shared, runs, ended } = setUp();
    const heard: ReindexProgress[] = [];
    const first = shared.reindex({}, nothing);
    await rest();
    for (const progress of [comparing, embedding(1), embedding(2)]) runs[0]?.tell(progress);
    const second = shared.reindex({}, (progress) => void heard.push(progress));
    await rest();
    runs[0]?.tell(embedding(3));
    await ended(0, published);
    expect(await Promise.all([first, second])).toEqual([published, published]);
    expect(heard).toEqual([comparing, embedding(2), embedding(3)]);
    expect(runs).toHaveLength(1);
  });

  it('tells whoever joins late that the articles can be searched already', async () => {
    const { shared, runs, ended } = setUp();
    const heard: ReindexProgress[] = [];
    const first = shared.reindex({}, nothing);
    await rest();
    const searchable: ReindexProgress = { phase: 'published', done: 1, total: 1, snapshot: 'gen-000004' };
    const cataloguing: ReindexProgress = { phase: 'cataloguing', done: 5, total: 9 };
    for (const progress of [comparing, searchable, cataloguing]) runs[0]?.tell(progress);
    const second = shared.reindex({}, (progress) => void heard.push(progress));
    await ended(0, published);
    await Promise.all([first, second]);
    expect(heard).toEqual([comparing, searchable, cataloguing]);
  });

  it('is stopped for all of them by anybody, by name', async () => {
    const { shared } = setUp();
    const both = [shared.reindex({}, nothing), shared.reindex({}, nothing)];
    await rest();
    const stopped = { kind: 'cancelled', by: 'cleo' };
    expect(await shared.stop('cleo')).toEqual(stopped);
    expect(await Promise.all(both)).toEqual([stopped, stopped]);
    expect(shared.stop('cleo')).toBeUndefined();
  });

  it('goes on where one who joined does not wait for it any more', async () => {
    const { shared, runs, ended } = setUp();
    const leave = new AbortController();
    const first = shared.reindex({}, nothing);
    const second = shared.reindex({}, nothing, leave.signal);
    leave.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await ended(0, published);
    expect(await first).toEqual(published);
    expect(runs).toHaveLength(1);
  });

  it('is cancelled where whoever began it aborts', async () => {
    const { shared } = setUp();
    const leave = new AbortController();
    const [first, second] = [shared.reindex({}, nothing, leave.signal), shared.reindex({}, nothing)];
    await rest();
    leave.abort();
    expect(await Promise.all([first, second])).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }]);
  });

  it.each<ReindexOptions>([{ afterRunning: true }, { full: true }])(
    'is not enough for %j: another follows it, one for all who wait',
    async (options) => {
      const { shared, runs, ended } = setUp();
      const first = shared.reindex({}, nothing);
      const waiting = [shared.reindex(options, nothing), shared.reindex(options, nothing)];
      await rest();
      expect(runs).toHaveLength(1);
      await ended(0, published);
      await ended(1, { ...published, snapshot: 'gen-000003' });
      expect(await first).toMatchObject({ snapshot: 'gen-000002' });
      expect(await Promise.all(waiting)).toMatchObject([{ snapshot: 'gen-000003' }, { snapshot: 'gen-000003' }]);
      expect(runs).toHaveLength(2);
    },
  );

  it('is run again for one whose drop has been confirmed, where the one joined was refused', async () => {
    const { shared, runs, ended } = setUp();
    const [first, confirmed] = [shared.reindex({}, nothing), shared.reindex({ mayDrop: ['a'] }, nothing)];
    await ended(0, refused);
    await ended(1, published);
    expect(await Promise.all([first, confirmed])).toEqual([refused, published]);
    expect(runs[1]?.options.mayDrop).toEqual(['a']);
  });

  it('does not keep a dry run waiting, nor is one joined', async () => {
    const { shared, runs, ended } = setUp();
    const first = shared.reindex({ dryRun: true }, nothing);
    const second = shared.reindex({}, nothing);
    expect(shared.running).toBeDefined();
    await ended(0, { kind: 'dry-run', report: fakeReport });
    await ended(1, published);
    expect((await Promise.all([first, second])).map(({ kind }) => kind)).toEqual(['dry-run', 'published']);
    expect(runs.map(({ options }) => options.dryRun)).toEqual([true, undefined]);
  });
});
