import { beforeAll, describe, expect, it } from 'vitest';
import { UnavailableError } from '../../src/domain/errors.js';
import type { Embedder } from '../../src/ports/embedder.js';
import type { NameFinder } from '../../src/ports/name-finder.js';
import { noThesaurus } from '../../src/ports/thesaurus.js';
import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { createHashEmbedder } from '../fakes/hash-embedder.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

const embedder = createHashEmbedder();
let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles, embedder);
});

const failing = (error: Error): Embedder => ({ ...embedder, embedQuestion: () => Promise.reject(error) });

describe('prepareQuery', () => {
  it('embeds the topic and allows everything where no article is asked for', async () => {
    const query = await prepareQuery(snapshot, { embedder, thesaurus: noThesaurus }, 'ferry');
    expect(query.vector).toEqual(await embedder.embedQuestion('ferry'));
    expect(query.allowed).toBeUndefined();
    expect(query.words.map(({ surface }) => surface)).toEqual(['ferry']);
  });

  it('looks for names in a question of small letters where the coverage writes the word with a capital', async () => {
    const seen: string[] = [];
    const namesIn = (text: string) => {
      seen.push(text);
      return [];
    };
    const names: NameFinder = { namesIn, surnamesIn: () => [] };
    const tools = { embedder, thesaurus: noThesaurus, names };
    await prepareQuery(snapshot, tools, 'did seo take the ferry to lark island');
    await prepareQuery(snapshot, tools, 'Did seo take the ferry?');
    expect(seen).toEqual(['did Seo take the ferry to Lark Island', 'Did seo take the ferry?']);
  });

  it('allows the passages of the articles asked for, in order', async () => {
    const query = await prepareQuery(snapshot, { embedder, thesaurus: noThesaurus }, 'ferry', new Set([3, 1]));
    const allowed = [...(query.allowed ?? [])].map((position) => snapshot.passages[position]?.article);
    expect(allowed).toEqual(['02-ferry-price', '04-bridge-plan']);
  });

  it('goes without a vector while the model is out of reach or gives vectors of another length', async () => {
    const away = failing(new UnavailableError('model', 'it did not answer'));
    expect((await prepareQuery(snapshot, { embedder: away, thesaurus: noThesaurus }, 'ferry')).vector).toBeUndefined();
    const other = createHashEmbedder(32);
    expect((await prepareQuery(snapshot, { embedder: other, thesaurus: noThesaurus }, 'ferry')).vector).toBeUndefined();
  });

  it('passes on any other error, and the wish to stop', async () => {
    const broken = failing(new TypeError('a mistake'));
    await expect(prepareQuery(snapshot, { embedder: broken, thesaurus: noThesaurus }, 'ferry')).rejects.toThrow(
      TypeError,
    );
    const signal = AbortSignal.abort(new Error('enough'));
    const stopped = prepareQuery(snapshot, { embedder, thesaurus: noThesaurus }, 'ferry', undefined, signal);
    await expect(stopped).rejects.toThrow('enough');
  });

  it('tells the embedder how telling each term is', async () => {
    let weights: (number | undefined)[] = [];
    const curious: Embedder = {
      ...embedder,
      embedQuestion: (text, context) => {
        weights = ['ferri', 'council'].map((term) => context?.termWeight?.(term));
        return embedder.embedQuestion(text, context);
      },
    };
    await prepareQuery(snapshot, { embedder: curious, thesaurus: noThesaurus }, 'ferry');
    expect(weights[1]).toBeGreaterThan(weights[0] ?? 0);
  });
});
