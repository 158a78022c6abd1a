import type { OpenCoverage } from '../../src/ports/dateline.js';
import { forumArticles } from './fake-coverage.js';
import { FakeDateline } from './fake-dateline.js';
import { fakePeople } from './fake-people.js';

/** A coverage that says which snapshot it is, and can be held up, killed and closed. */
export interface FakeOpenCoverage extends OpenCoverage {
  dead: boolean;
  /** Whether `close` has been called; calls that come later are refused, as by a thread that has ended. */
  closed: boolean;
  /** Holds up every answer until the function that comes back is called. */
  hold(): () => void;
}

/** Answers as `FakeDateline` does, under the name of a snapshot. */
export function fakeOpenCoverage(snapshot: string): FakeOpenCoverage {
  const fake = new FakeDateline(forumArticles, fakePeople());
  let gate: Promise<void> = Promise.resolve();
  const coverage: FakeOpenCoverage = {
    dead: false,
    closed: false,
    hold() {
      let release = () => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
    async ask(question, signal) {
      if (coverage.closed || coverage.dead) throw new Error(`${snapshot} has been closed`);
      await gate;
      return { ...(await fake.ask(question, signal)), snapshot };
    },
    sources: (publisher) => fake.sources(publisher),
    status: async () => ({ ...(await fake.status()), snapshot }),
    suggestPublishers: (typed) => fake.suggestPublishers(typed),
    lookUpEntity: (name) => fake.lookUpEntity(name),
    entityDetail: (id, section) => fake.entityDetail(id, section),
    suggestEntities: (typed) => fake.suggestEntities(typed),
    quotes: (who, about) => fake.quotes(who, about),
    async close() {
      coverage.closed = true;
    },
  };
  return coverage;
}
