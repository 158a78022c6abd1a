import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables';
import { describe, expect, it } from 'vitest';
import { PassageRetriever, type RetrievePassages } from '../../../src/adapters/langchain/passage-retriever.js';
import { articleId } from '../../../src/domain/article.js';
import { passageId } from '../../../src/domain/passage.js';

const article = {
  id: articleId('ferry'),
  title: 'Ferry cancelled',
  publisher: 'The Herald',
  byline: undefined,
  published: undefined,
  url: 'https://example.org/ferry',
  language: 'en',
};

const finding: RetrievePassages = async (question, limit) =>
  Array.from({ length: limit }, (_, i) => ({
    passage: passageId(article.id, i),
    article,
    text: `${question} ${i}`,
    score: 1 / (1 + i),
  }));

describe('the passage retriever', () => {
  it('gives passages as documents, the best first, with where they stand', async () => {
    const found = await new PassageRetriever(finding, 2).invoke('Was it cancelled?');
    expect(found.map(({ pageContent }) => pageContent)).toEqual(['Was it cancelled? 0', 'Was it cancelled? 1']);
    expect(found[1]).toMatchObject({
      id: 'ferry#1',
      metadata: {
        article: 'ferry',
        passage: 'ferry#1',
        title: 'Ferry cancelled',
        publisher: 'The Herald',
        url: 'https://example.org/ferry',
        score: 0.5,
      },
    });
    expect(found[1]?.metadata).not.toHaveProperty('published');
  });

  it('runs in a chain and tells the callbacks', async () => {
    const ended: number[] = [];
    const retriever = new PassageRetriever(finding, 3, {
      callbacks: [{ handleRetrieverEnd: (documents) => void ended.push(documents.length) }],
    });
    const count = RunnableLambda.from((documents: unknown[]) => documents.length);
    expect(await RunnableSequence.from([retriever, count]).invoke('anything')).toBe(3);
    expect(ended).toEqual([3]);
  });

  it('hands on the signal of its run, alone and in a chain', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const noting: RetrievePassages = async (_question, _limit, signal) => {
      signals.push(signal);
      return [];
    };
    const retriever = new PassageRetriever(noting, 1);
    const controller = new AbortController();
    await retriever.invoke('a', { signal: controller.signal });
    await RunnableSequence.from([retriever, RunnableLambda.from(() => 0)]).invoke('a', { signal: controller.signal });
    await retriever.invoke('a');
    controller.abort();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, undefined]);
  });
});
