import { beforeAll, describe, expect, it } from 'vitest';
import { createPassageReader } from '../../src/retrieval/passage-reader.js';
import { passageText, type Snapshot } from '../../src/retrieval/snapshot.js';
import { tokenize } from '../../src/retrieval/tokenize.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles);
});

describe('a passage reader', () => {
  it('gives the tokens of a passage, counted from its start', () => {
    const read = createPassageReader(snapshot);
    for (const position of snapshot.passages.keys()) {
      expect(read(position)).toEqual(tokenize(passageText(snapshot, position)));
    }
  });

  it('reads a passage once, however often it is asked for', () => {
    let times = 0;
    const [first, ...others] = snapshot.articles;
    if (first === undefined) throw new Error('no article');
    const counted = {
      ...first,
      get body() {
        times++;
        return first.body;
      },
    };
    const read = createPassageReader({ ...snapshot, articles: [counted, ...others] });
    expect(read(0)).toBe(read(0));
    expect(times).toBe(1);
  });

  it('reads nothing where there is no passage', () => {
    expect(createPassageReader(snapshot)(10_000)).toEqual([]);
  });
});
