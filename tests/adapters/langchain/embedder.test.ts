import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { embedderFromLangChain } from '../../../src/adapters/langchain/embedder.js';
import { LangChainEmbeddings } from '../../../src/adapters/langchain/langchain-embeddings.js';
import { UnavailableError } from '../../../src/domain/errors.js';
import { describeEmbedder } from '../../contracts/embedder.contract.js';
import { createHashEmbedder } from '../../fakes/hash-embedder.js';

const options = { id: 'any', service: 'Any model', batchSize: 2 };

/** LangChain embeddings that answer with whatever they are given, past the types. */
const answering = (answer: unknown) => ({
  embedDocuments: async () => answer as number[][],
  embedQuery: async () => (answer as number[][])[0] as number[],
});

// There and back: ours as LangChain's as ours.
describeEmbedder('any LangChain embeddings', async () =>
  embedderFromLangChain(new LangChainEmbeddings(createHashEmbedder()), options),
);

describe('an embedder over LangChain embeddings', () => {
  it('scales vectors to norm 1', async () => {
    const [vector] = await embedderFromLangChain(answering([[3, 4]]), options).embedPassages(['a']);
    expect(vector).toEqual(Float32Array.from([0.6, 0.8]));
  });

  it('leaves the vector of a text without words at zero', async () => {
    const [vector] = await embedderFromLangChain(answering([[0, 0]]), options).embedPassages(['…']);
    expect(vector).toEqual(new Float32Array(2));
  });

  it.each<[string, unknown, string]>([
    ['NaN', [[1, Number.NaN]], 'finite numbers'],
    ['infinity', [[1, Number.POSITIVE_INFINITY]], 'finite numbers'],
    [
      'numbers whose squares overflow',
      [
        [1, 0],
        [1e200, 1e200],
      ],
      'too long to measure',
    ],
    ['a hole', [[1, undefined]], 'finite numbers'],
    ['two lengths', [[1, 0], [1]], '1 dimensions instead of 2'],
    ['one vector too few', [[1, 0]], '1 vectors came back for 2 texts'],
    [
      'one vector too many',
      [
        [1, 0],
        [1, 0],
        [1, 0],
      ],
      '3 vectors came back for 2 texts',
    ],
    ['nothing', undefined, 'no list of vectors'],
  ])('refuses %s', async (_case, answer, reason) => {
    const embedding = embedderFromLangChain(answering(answer), options).embedPassages(['a', 'b']);
    await expect(embedding).rejects.toThrow(UnavailableError);
    await expect(embedding).rejects.toThrow(reason);
  });

  it('refuses vectors of another length than was told', async () => {
    const embedder = embedderFromLangChain(answering([[1, 0]]), { ...options, dimensions: 3 });
    expect(embedder.dimensions).toBe(3);
    await expect(embedder.embedPassages(['a'])).rejects.toThrow('2 dimensions instead of 3');
  });

  it('ends a call that never answers at its deadline or with the signal, whichever is first', async () => {
    const silent = { embedDocuments: () => new Promise<never>(() => {}), embedQuery: () => wait(60_000, [1]) };
    const deadlines = { passagesDeadlineMs: 40, questionDeadlineMs: 60 };
    const embedder = embedderFromLangChain(silent, { ...options, ...deadlines });
    await expect(embedder.embedPassages(['a'])).rejects.toThrow('Any model: no answer within 0.04 s');
    await expect(embedder.embedQuestion('a')).rejects.toThrow('Any model: no answer within 0.06 s');
    const signal = AbortSignal.timeout(10);
    await expect(embedder.embedPassages(['a'], signal)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
