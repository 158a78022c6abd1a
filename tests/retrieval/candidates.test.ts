import { beforeAll, describe, expect, it } from 'vitest';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { type Candidate, findCandidates, nearest, permitted } from '../../src/retrieval/candidates.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

const embedder = createHashedEmbedder();
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles, embedder);
});

const query = (topic: string) => prepareQuery(snapshot, { embedder, thesaurus: noThesaurus }, topic);
const idOf = ({ position }: Pick<Candidate, 'position'>) => snapshot.passages[position]?.article;

describe('findCandidates', () => {
  it('gives what the words find and what the vectors find, each once', async () => {
    const words = findCandidates(snapshot, { ...(await query('ferry')), vector: undefined }, 20);
    expect(words.map(idOf).toSorted()).toEqual(['01-ferry-cancelled', '02-ferry-price', '04-bridge-plan']);
    const both = findCandidates(snapshot, await query('ferry'), 20);
    expect(both.map(idOf)).toEqual(expect.arrayContaining(words.map(idOf)));
    expect(both.length).toBeGreaterThan(words.length);
    expect(new Set(both.map(({ position }) => position)).size).toBe(both.length);
  });

  it('gives the best where fewer are wanted', async () => {
    const [only, ...rest] = findCandidates(snapshot, { ...(await query('ferry cancelled')), vector: undefined }, 1);
    expect(only && idOf(only)).toBe('01-ferry-cancelled');
    expect(rest).toEqual([]);
  });

  it('says of each what its words, its article’s words and its vector are worth', async () => {
    const asked = await query('ferry');
    for (const candidate of findCandidates(snapshot, asked, 20)) {
      const hasWord = ['01-ferry-cancelled', '02-ferry-price', '04-bridge-plan'].includes(`${idOf(candidate)}`);
      expect(candidate.passageWords > 0).toBe(hasWord);
      expect(candidate.articleWords > 0).toBe(hasWord);
    }
    const [first] = nearest(snapshot, asked, 1);
    const same = findCandidates(snapshot, asked, 20).find(({ position }) => position === first?.position);
    expect(same?.similarity).toBeCloseTo(first?.similarity ?? Number.NaN, 5);
  });

  it('asks vectors of spellings only where words find too few, and those of meanings always', async () => {
    const asked = await query('ferry');
    expect(findCandidates(snapshot, asked, 3)).toHaveLength(3);
    expect(findCandidates(snapshot, { ...asked, vectorsSee: 'meanings' }, 3).length).toBeGreaterThan(3);
    expect(findCandidates(snapshot, asked, 4).length).toBeGreaterThan(3);
  });

  it('keeps to what is allowed', async () => {
    const allowed = Uint32Array.of(1, 6);
    const found = findCandidates(snapshot, { ...(await query('ferry market hall')), allowed }, 20);
    expect(found.map(({ position }) => position).toSorted()).toEqual([1, 6]);
    expect(findCandidates(snapshot, { ...(await query('ferry')), allowed: Uint32Array.of() }, 20)).toEqual([]);
  });

  it('finds nothing without terms and vector', () => {
    expect(
      findCandidates(
        snapshot,
        { terms: new Map(), vector: undefined, vectorsSee: 'spellings' as const, allowed: undefined },
        5,
      ),
    ).toEqual([]);
  });
});

describe('permitted', () => {
  it('keeps the order of what it is given', () => {
    expect(permitted([5, 1, 3], Uint32Array.of(1, 2, 5))).toEqual([5, 1]);
    expect(permitted([5, 1, 3], undefined)).toEqual([5, 1, 3]);
    expect(permitted([5, 1, 3], Uint32Array.of())).toEqual([]);
  });
});
