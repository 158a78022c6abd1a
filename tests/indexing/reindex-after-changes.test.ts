import { describe, expect, it } from 'vitest';
import type { ReindexOutcome } from '../../src/domain/reindex.js';
import { createReindexAfterChanges } from '../../src/indexing/reindex-after-changes.js';
import { fakeReport } from '../fakes/fake-dateline.js';
import { createManualTimers, rest } from '../fakes/manual-timers.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';

const published: Extract<ReindexOutcome, { kind: 'published' }> = {
  kind: 'published',
  snapshot: 'gen-000002',
  report: fakeReport,
};
const seconds = (count: number) => count * 1_000;

/** A corpus whose state is a word; each re-index gives the next outcome, at last `published`. */
async function setUp(outcomes: (ReindexOutcome | Promise<ReindexOutcome>)[] = []) {
  const state = { corpus: 'first' as string | undefined, runs: [] as string[] };
  const manual = createManualTimers();
  const logger = createRecordingLogger();
  const changes = createReindexAfterChanges({
    signature: async () => state.corpus,
    async reindex() {
      state.runs.push(state.corpus ?? 'none');
      return outcomes.shift() ?? published;
    },
    clock: manual.clock,
    timers: manual.timers,
    logger,
  });
  await changes.start();
  return { state, manual, logger, changes };
}

describe('re-indexing after changes', () => {
  it('does nothing where nothing has changed, whatever is noticed', async () => {
    const { state, manual, changes } = await setUp();
    changes.notice();
    await manual.pass(seconds(120));
    expect(state.runs).toEqual([]);
  });

  it('runs two seconds after a change that is noticed, once, and says what came of it', async () => {
    const { state, manual, changes, logger } = await setUp();
    state.corpus = 'second';
    changes.notice();
    await manual.pass(1_999);
    expect(state.runs).toEqual([]);
    await manual.pass(1);
    expect(state.runs).toEqual(['second']);
    await manual.pass(seconds(120));
    expect(state.runs).toEqual(['second']);
    expect(logger.lines.map(({ message, fields }) => [message, fields.snapshot])).toEqual([
      ['re-indexed after changes in the corpus folder', 'gen-000002'],
    ]);
  });

  it('waits for the next change after a run that somebody has stopped', async () => {
    const { state, manual } = await setUp([{ kind: 'cancelled', by: 'Ada' }]);
    state.corpus = 'second';
    await manual.pass(seconds(300));
    expect(state.runs).toEqual(['second']);
    state.corpus = 'third';
    await manual.pass(seconds(20));
    expect(state.runs).toEqual(['second', 'third']);
  });

  it('makes up for a re-index of the start that did not come about', async () => {
    const { state, manual, changes } = await setUp();
    changes.forget();
    await manual.pass(seconds(60));
    expect(state.runs).toEqual(['first']);
  });

  it('finds a change that nobody noticed', async () => {
    const { state, manual } = await setUp();
    state.corpus = 'second';
    await manual.pass(seconds(17));
    expect(state.runs).toEqual(['second']);
  });

  it('waits until the corpus has come to rest', async () => {
    const { state, manual, changes } = await setUp();
    for (let copied = 0; copied < 10; copied++) {
      state.corpus = `copied ${copied}`;
      changes.notice();
      await manual.pass(1_000);
    }
    expect(state.runs).toEqual([]);
    await manual.pass(seconds(4));
    expect(state.runs).toEqual(['copied 9']);
  });

  it('waits half a minute at most, and takes up the rest afterwards', async () => {
    const { state, manual, changes } = await setUp();
    for (let copied = 0; copied < 40; copied++) {
      state.corpus = `copied ${copied}`;
      changes.notice();
      await manual.pass(1_000);
    }
    expect(state.runs).toHaveLength(1);
    await manual.pass(seconds(60));
    expect(state.runs).toHaveLength(2);
    expect(state.runs.at(-1)).toBe('copied 39');
  });

  it('runs nothing for a change that is taken back', async () => {
    const { state, manual, changes } = await setUp();
    state.corpus = 'second';
    changes.notice();
    await manual.pass(1_000);
    state.corpus = 'first';
    await manual.pass(seconds(60));
    expect(state.runs).toEqual([]);
  });

  it('runs once again after another process has written', async () => {
    const running: ReindexOutcome = { kind: 'already-running', process: 4711 };
    const { state, manual, changes, logger } = await setUp([running, running]);
    state.corpus = 'second';
    changes.notice();
    await manual.pass(seconds(60));
    expect(state.runs).toHaveLength(3);
    expect(logger.lines).toHaveLength(1);
  });

  it('does not drop too many articles by itself, says so once, and waits for the next change', async () => {
    const refused: ReindexOutcome = {
      kind: 'drop-refused',
      report: { ...fakeReport, removed: ['a', 'b'], unchanged: 1 },
    };
    const { state, manual, changes, logger } = await setUp([refused, published]);
    state.corpus = 'second';
    changes.notice();
    await manual.pass(seconds(600));
    expect(state.runs).toEqual(['second']);
    expect(logger.lines).toMatchObject([{ level: 'warn', fields: { removed: 2, of: 3 } }]);
    state.corpus = 'third';
    await manual.pass(seconds(60));
    expect(state.runs).toEqual(['second', 'third']);
  });

  it('warns where the catalogue of names stayed behind, and runs again for it later', async () => {
    const report = { ...fakeReport, catalogueBehind: 'the word list is gone' };
    const { state, manual, changes, logger } = await setUp([{ ...published, report }]);
    state.corpus = 'second';
    changes.notice();
    await manual.pass(seconds(290));
    expect(state.runs).toEqual(['second']);
    expect(logger.lines).toMatchObject([{ level: 'warn', fields: { reason: 'the word list is gone' } }]);
    await manual.pass(seconds(600));
    expect(state.runs).toEqual(['second', 'second']);
  });

  it('runs again for what changes while it runs', async () => {
    let end: (outcome: ReindexOutcome) => void = () => {};
    const slow = new Promise<ReindexOutcome>((resolve) => {
      end = resolve;
    });
    const { state, manual, changes } = await setUp([slow]);
    state.corpus = 'second';
    changes.notice();
    await manual.pass(seconds(2));
    state.corpus = 'third';
    changes.notice();
    await manual.pass(seconds(30));
    expect(state.runs).toEqual(['second']);
    end(published);
    await rest();
    await manual.pass(seconds(4));
    expect(state.runs).toEqual(['second', 'third']);
  });

  it('warns of a failure and tries again after five minutes, or at the next change', async () => {
    const failed: ReindexOutcome = { kind: 'failed', reason: 'The disk is full.' };
    const { state, manual, changes, logger } = await setUp([failed, failed]);
    state.corpus = 'second';
    changes.notice();
    await manual.pass(seconds(200));
    expect(state.runs).toHaveLength(1);
    await manual.pass(seconds(110));
    expect(state.runs).toHaveLength(2);
    expect(logger.lines.map(({ fields }) => fields.reason)).toEqual(['The disk is full.', 'The disk is full.']);
    state.corpus = 'third';
    changes.notice();
    await manual.pass(seconds(3));
    expect(state.runs).toEqual(['second', 'second', 'third']);
  });

  it('survives the folder being away, and runs only where it comes back changed', async () => {
    const { state, manual, changes } = await setUp();
    state.corpus = undefined;
    changes.notice();
    await manual.pass(seconds(120));
    state.corpus = 'first';
    await manual.pass(seconds(60));
    expect(state.runs).toEqual([]);
    state.corpus = undefined;
    await manual.pass(seconds(60));
    state.corpus = 'second';
    await manual.pass(seconds(20));
    expect(state.runs).toEqual(['second']);
  });

  it('ends', async () => {
    const { state, manual, changes } = await setUp();
    state.corpus = 'second';
    changes.notice();
    await rest();
    changes.close();
    changes.notice();
    await manual.pass(seconds(120));
    expect([state.runs, manual.waiting()]).toEqual([[], 0]);
  });
});
