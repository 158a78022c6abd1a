import { describe, expect, it } from 'vitest';
import { NoSnapshotError } from '../../src/domain/errors.js';
import { followCurrent } from '../../src/indexing/follow-current.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline } from '../fakes/fake-dateline.js';
import { createManualTimers } from '../fakes/manual-timers.js';
import { createRecordingLogger } from '../fakes/recording-logger.js';

const look = 5_000;

/** A Dateline that serves what it opened, and a store whose pointer the test moves. */
function setUp(given: { serving?: string; named?: string } = {}) {
  const state = {
    named: given.named as string | undefined,
    digest: 'of the first',
    serving: given.serving as string | undefined,
    reindexing: false,
    opened: 0,
    broken: undefined as Error | undefined,
    onStatus: () => {},
    catalogueBehind: false,
    completed: 0,
  };
  const logger = createRecordingLogger();
  const manual = createManualTimers();
  const fake = new FakeDateline(forumArticles);
  const stop = followCurrent({
    readCurrent: async () => state.named,
    digestOf: async () => state.digest,
    dateline: {
      get reindexing() {
        return state.reindexing;
      },
      async open() {
        state.opened++;
        if (state.broken !== undefined) throw state.broken;
        state.serving = state.named;
        return true;
      },
      async status() {
        state.onStatus();
        if (state.serving === undefined) throw new NoSnapshotError('Nothing is indexed yet.');
        return { ...(await fake.status()), snapshot: state.serving, catalogueBehind: state.catalogueBehind };
      },
    },
    complete: async () => {
      state.completed++;
    },
    timers: manual.timers,
    logger,
  });
  return { state, logger, manual, stop };
}

describe('following what other processes publish', () => {
  it('opens another snapshot than the one serving, and says so once', async () => {
    const { state, logger, manual } = setUp({ serving: 'gen-000001', named: 'gen-000001' });
    await manual.pass(3 * look);
    expect(state.opened).toBe(0);
    state.named = 'gen-000002';
    await manual.pass(3 * look);
    expect([state.opened, state.serving]).toEqual([1, 'gen-000002']);
    expect(logger.lines).toEqual([
      {
        level: 'info',
        message: 'took up the index another process made current',
        fields: { named: 'gen-000002', serving: 'gen-000002', before: 'gen-000001' },
      },
    ]);
  });

  it('goes back too', async () => {
    const { state, manual } = setUp({ serving: 'gen-000003', named: 'gen-000003' });
    await manual.pass(look);
    state.named = 'gen-000001';
    await manual.pass(look);
    expect(state.serving).toBe('gen-000001');
  });

  it('opens the first one where nothing served', async () => {
    const { state, manual } = setUp();
    await manual.pass(look);
    expect(state.opened).toBe(0);
    state.named = 'gen-000001';
    await manual.pass(look);
    expect(state.serving).toBe('gen-000001');
  });

  it('keeps out of a re-index of its own, which opens what it publishes', async () => {
    const { state, manual } = setUp({ serving: 'gen-000001', named: 'gen-000001' });
    state.reindexing = true;
    state.named = 'gen-000002';
    await manual.pass(3 * look);
    state.serving = 'gen-000002';
    state.reindexing = false;
    await manual.pass(3 * look);
    expect(state.opened).toBe(0);
  });

  it('keeps out of a re-index of its own that begins while it looks', async () => {
    const { state, manual } = setUp({ serving: 'gen-000001', named: 'gen-000002' });
    state.onStatus = () => {
      state.reindexing = true;
    };
    await manual.pass(look);
    expect(state.opened).toBe(0);
    state.onStatus = () => {};
    state.reindexing = false;
    await manual.pass(look);
    expect([state.opened, state.serving]).toEqual([1, 'gen-000002']);
  });

  it('looks again after a re-index that published nothing', async () => {
    const { state, manual } = setUp({ serving: 'gen-000001', named: 'gen-000002' });
    state.reindexing = true;
    await manual.pass(2 * look);
    state.reindexing = false;
    await manual.pass(look);
    expect(state.serving).toBe('gen-000002');
  });

  it('tries what can not be opened once, warns once, and tries the next', async () => {
    const { state, logger, manual } = setUp({ serving: 'gen-000001', named: 'gen-000001' });
    state.broken = new Error('another embedder made it');
    state.named = 'gen-000002';
    await manual.pass(10 * look);
    expect([state.opened, state.serving]).toEqual([1, 'gen-000001']);
    expect(logger.lines.map(({ level, fields }) => [level, fields.reason])).toEqual([
      ['warn', 'another embedder made it'],
    ]);
    state.broken = undefined;
    state.named = 'gen-000003';
    await manual.pass(look);
    expect(state.serving).toBe('gen-000003');
  });

  it('tries one that another is served for once only', async () => {
    const { state, manual } = setUp({ serving: 'gen-000001', named: 'gen-000002' });
    Object.defineProperty(state, 'serving', { get: () => 'gen-000001', set: () => {} });
    await manual.pass(5 * look);
    expect(state.opened).toBe(1);
  });

  it('has a catalogue that stays behind made after two minutes, then less and less often', async () => {
    const { state, manual } = setUp({ serving: 'gen-000002', named: 'gen-000002' });
    state.catalogueBehind = true;
    await manual.pass(24 * look);
    expect(state.completed).toBe(0);
    await manual.pass(look);
    expect(state.completed).toBe(1);
    await manual.pass(47 * look);
    expect(state.completed).toBe(1);
    await manual.pass(look);
    expect(state.completed).toBe(2);
  });

  it('has nothing made where whoever published it completes it, or this process is at it', async () => {
    const { state, manual } = setUp({ serving: 'gen-000002', named: 'gen-000002' });
    state.catalogueBehind = true;
    await manual.pass(20 * look);
    state.reindexing = true;
    await manual.pass(20 * look);
    state.reindexing = false;
    state.catalogueBehind = false;
    await manual.pass(200 * look);
    expect(state.completed).toBe(0);
  });

  it('opens another of the same name: the index was deleted, and made anew in a shell', async () => {
    const { state, manual } = setUp({ serving: 'gen-000001', named: 'gen-000001' });
    await manual.pass(2 * look);
    expect(state.opened).toBe(0);
    state.digest = 'of the second';
    await manual.pass(3 * look);
    expect(state.opened).toBe(1);
  });

  it('does nothing where the pointer has gone', async () => {
    const { state, manual, logger } = setUp({ serving: 'gen-000001', named: 'gen-000001' });
    await manual.pass(look);
    state.named = undefined;
    await manual.pass(3 * look);
    expect([state.opened, logger.lines]).toEqual([0, []]);
  });

  it('ends', async () => {
    const { state, manual, stop } = setUp({ serving: 'gen-000001', named: 'gen-000001' });
    stop();
    state.named = 'gen-000002';
    await manual.pass(5 * look);
    expect([state.opened, manual.waiting()]).toEqual([0, 0]);
  });
});
