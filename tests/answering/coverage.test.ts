import { beforeAll, describe, expect, it } from 'vitest';
import { createCoverage } from '../../src/answering/coverage.js';
import { UsageError } from '../../src/domain/errors.js';
import type { Coverage } from '../../src/ports/dateline.js';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { fakePeople, maraQuill } from '../fakes/fake-people.js';
import { article, townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

const tools = { embedder: createHashedEmbedder(), thesaurus: noThesaurus };
const over = (snapshot: Snapshot): Coverage => createCoverage(snapshot, tools, fakePeople());

let snapshot: Snapshot;
let coverage: Coverage;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles);
  coverage = over(snapshot);
});

describe('asking', () => {
  it('answers from the snapshot', async () => {
    expect(await coverage.ask({ text: 'Who opened the library?' })).toMatchObject({
      status: 'answered',
      snapshot: snapshot.manifest.id,
    });
  });

  it('rejects what cannot be read, and stops when told to', async () => {
    await expect(coverage.ask({ text: '' })).rejects.toThrow(UsageError);
    await expect(coverage.ask({ text: 'ferry' }, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  });
});

describe('sources', () => {
  it('lists every outlet, those with most articles first, then by name', async () => {
    const listings = await coverage.sources();
    expect(listings.map(({ publisher, articles }) => [publisher, articles.length])).toEqual([
      ['Harbour Post', 4],
      ['The Daily Gull', 3],
      ['Gull Weekly (GW)', 2],
      ['海港日报', 1],
      ['항구일보', 1],
      [undefined, 1],
    ]);
  });

  it('lists an outlet’s articles without their texts, newest first, undated ones last', async () => {
    const papers = over(
      await snapshotOf([
        article('undated', 'One.', { publisher: 'Post' }),
        article('old', 'Two.', { publisher: 'Post', published: '2026-01-05' }),
        article('new', 'Three.', { publisher: 'Post', published: '2026-01-07T01:00+09:00' }),
        article('elsewhere', 'Four.', { publisher: 'Gull' }),
      ]),
    );
    const [listing] = await papers.sources('post');
    expect(listing?.articles.map(({ id }) => id)).toEqual(['new', 'old', 'undated']);
    expect(listing?.articles[0]).not.toHaveProperty('body');
  });

  it('lists articles of no known outlet last, so that every article is listed once', async () => {
    const papers = over(
      await snapshotOf([
        article('first', 'One.', { publisher: undefined }),
        article('second', 'Two.', { publisher: undefined }),
        article('third', 'Three.', { publisher: 'Post' }),
      ]),
    );
    expect((await papers.sources()).map(({ publisher, articles }) => [publisher, articles.length])).toEqual([
      ['Post', 1],
      [undefined, 2],
    ]);
    expect((await papers.sources('post')).map(({ publisher }) => publisher)).toEqual(['Post']);
  });

  it('lists only the outlets a name means, none for one nobody has', async () => {
    expect((await coverage.sources('gull')).map(({ publisher }) => publisher)).toEqual([
      'The Daily Gull',
      'Gull Weekly (GW)',
    ]);
    expect(await coverage.sources('Le Monde')).toEqual([]);
    expect(await coverage.sources('')).toEqual([]);
  });
});

describe('status', () => {
  it('says what is being served', async () => {
    expect(await coverage.status()).toEqual({
      snapshot: snapshot.manifest.id,
      created: '1970-01-01T00:00:00.000Z',
      coverage: { articles: 12, publishers: 5, dates: { from: '2026-01-05', to: '2026-01-11' } },
      passages: snapshot.passages.length,
      embedderId: tools.embedder.id,
      vectorIndex: { kind: 'exact', recall: undefined, reason: 'a test' },
      setAside: [],
      catalogueBehind: false,
    });
  });

  it('names the files that were set aside', async () => {
    const setAside = [{ file: 'broken.html', reason: 'It has no text.' }];
    const { manifest } = snapshot;
    const status = await over({ ...snapshot, manifest: { ...manifest, setAside } }).status();
    expect(status.setAside).toEqual(setAside);
  });
});

describe('suggesting outlets', () => {
  it('gives those that begin so before those that hold it', async () => {
    expect(await coverage.suggestPublishers('gul')).toEqual(['Gull Weekly (GW)', 'The Daily Gull']);
    expect(await coverage.suggestPublishers('xyz')).toEqual([]);
  });

  it('gives at most 25, which is what Discord shows', async () => {
    const many = over(
      await snapshotOf(Array.from({ length: 30 }, (_, i) => article(`${i}`, 'One.', { publisher: `Paper ${i}` }))),
    );
    expect(await many.suggestPublishers('')).toHaveLength(25);
    expect(await many.suggestPublishers('pap')).toHaveLength(25);
  });
});

describe('looking entities up', () => {
  it('is left to the directory of the snapshot', async () => {
    const { id } = maraQuill.card;
    expect(await coverage.lookUpEntity('mara quill')).toEqual({ status: 'found', entity: maraQuill.card });
    expect(await coverage.entityDetail(id, 'said')).toEqual({ section: 'said', sayings: maraQuill.said });
    expect(await coverage.suggestEntities('m. q')).toMatchObject([{ id, alias: 'M. Quill' }]);
    expect(await coverage.quotes('Mara Quill', 'bridge had')).toMatchObject({ sayings: [maraQuill.said[1]] });
  });
});

describe('a coverage of nothing', () => {
  it('answers every call', async () => {
    const empty = over(await snapshotOf([]));
    expect(await empty.ask({ text: 'Who opened the library?' })).toMatchObject({ status: 'not-covered' });
    expect(await empty.sources()).toEqual([]);
    expect(await empty.suggestPublishers('')).toEqual([]);
    expect(await empty.status()).toMatchObject({
      passages: 0,
      coverage: { articles: 0, publishers: 0, dates: undefined },
    });
    await expect(empty.ask({ text: 'ferry', source: 'Harbour Post' })).rejects.toThrow(UsageError);
  });
});
