import { beforeAll, describe, expect, it } from 'vitest';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import {
  type RankedPassage,
  retrieve,
  retrieveByVectors,
  retrieveByWords,
  type WordedQuery,
} from '../../src/retrieval/retrieve.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

const embedder = createHashedEmbedder();
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles, embedder);
});

const idOf = ({ position }: RankedPassage) => snapshot.passages[position]?.article;
const fullQuery = async (text: string, allowed?: Uint32Array): Promise<WordedQuery> => ({
  ...(await prepareQuery(snapshot, { embedder, thesaurus: noThesaurus }, text)),
  allowed,
});
const lexicalQuery = async (text: string, allowed?: Uint32Array): Promise<WordedQuery> => ({
  ...(await fullQuery(text, allowed)),
  vector: undefined,
});

describe('retrieve', () => {
  it('orders by a score from 1 downwards, ties by position, at most as many as asked for', async () => {
    const ranked = retrieve(snapshot, await fullQuery('ferry to Lark Island'), 20);
    const scores = ranked.map(({ score }) => score);
    expect(scores[0]).toBeCloseTo(1);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    const ties = ranked.slice(1).filter(({ score }, i) => score === ranked[i]?.score);
    for (const tie of ties) expect(ranked[ranked.indexOf(tie) - 1]?.position).toBeLessThan(tie.position);
    expect(retrieve(snapshot, await fullQuery('ferry to Lark Island'), 2)).toEqual(ranked.slice(0, 2));
    expect(retrieve(snapshot, await fullQuery('ferry'), 0)).toEqual([]);
  });

  it('gives the same order on every run', async () => {
    const query = await fullQuery('library market hall');
    expect(retrieve(snapshot, query, 12)).toEqual(retrieve(snapshot, query, 12));
  });

  it('names no passage twice, though words and vectors both find it', async () => {
    const positions = retrieve(snapshot, await fullQuery('ferry storm bridge'), 50).map(({ position }) => position);
    expect(new Set(positions).size).toBe(positions.length);
  });

  it('ranks by words alone where there is no vector', async () => {
    const ranked = retrieve(snapshot, await lexicalQuery('ferry tickets'), 20);
    expect(ranked.map(idOf)).toEqual(['02-ferry-price', '01-ferry-cancelled', '04-bridge-plan']);
    expect(ranked.every(({ similarity, lexical }) => similarity === 0 && lexical > 0)).toBe(true);
  });

  it('finds by its vector what no word finds', async () => {
    const query = await fullQuery('orchestral');
    const ranked = retrieve(snapshot, { ...query, terms: new Map(), vectorsSee: 'meanings' }, 3);
    expect(ranked[0]).toMatchObject({ lexical: 0 });
    expect(ranked.map(idOf)[0]).toBe('06-orchestra');
  });

  it('finds nothing for no terms and no vector', async () => {
    expect(
      retrieve(
        snapshot,
        { words: [], terms: new Map(), vector: undefined, vectorsSee: 'spellings', allowed: undefined },
        5,
      ),
    ).toEqual([]);
    expect(retrieve(snapshot, await lexicalQuery('zzz'), 5)).toEqual([]);
  });

  it('finds nothing but what is allowed, by words and by vectors', async () => {
    const allowed = Uint32Array.of(1, 3, 8);
    for (const find of [retrieve, retrieveByWords, retrieveByVectors]) {
      const positions = find(snapshot, await fullQuery('ferry storm library', allowed), 20).map((one) => one.position);
      expect(positions.length).toBeGreaterThan(0);
      expect(positions.filter((position) => !allowed.includes(position))).toEqual([]);
      expect(find(snapshot, await fullQuery('ferry', Uint32Array.of()), 20)).toEqual([]);
    }
  });

  it('orders the allowed ones as it does without a restriction', async () => {
    const allowed = Uint32Array.of(0, 1, 3);
    const all = retrieve(snapshot, await lexicalQuery('ferry'), 20).map(idOf);
    expect(retrieve(snapshot, await lexicalQuery('ferry', allowed), 20).map(idOf)).toEqual(all);
  });

  it('answers nothing from an empty corpus', async () => {
    const empty = await snapshotOf([], embedder);
    expect(retrieve(empty, await fullQuery('ferry'), 5)).toEqual([]);
  });
});

describe('the rankings the fusion is compared with', () => {
  it('are by words only and by vectors only', async () => {
    const query = await fullQuery('bridge');
    const words = retrieveByWords(snapshot, query, 20);
    expect(words.map(idOf).toSorted()).toEqual(['04-bridge-plan', '05-bridge-cost']);
    expect(words.every(({ score, lexical }) => score === lexical && score > 0)).toBe(true);
    const vectors = retrieveByVectors(snapshot, query, 20);
    expect(vectors.map(idOf).slice(0, 2).toSorted()).toEqual(['04-bridge-plan', '05-bridge-cost']);
    expect(vectors.every(({ score, similarity }) => score === similarity)).toBe(true);
  });
});
