import { describe, expect, it } from 'vitest';
import { embedderFromLangChain } from '../../../src/adapters/langchain/embedder.js';
import { createRestingEmbedder } from '../../../src/adapters/langchain/resting-embedder.js';
import { answerQuestion } from '../../../src/answering/answer-question.js';
import { UnavailableError } from '../../../src/domain/errors.js';
import type { Embedder } from '../../../src/ports/embedder.js';
import { noThesaurus } from '../../../src/ports/thesaurus.js';
import { createHashEmbedder } from '../../fakes/hash-embedder.js';
import { createManualTimers } from '../../fakes/manual-timers.js';
import { townArticles } from '../../fixtures/articles.js';
import { snapshotOf } from '../../support/memory-snapshot.js';

const late = new UnavailableError('Ollama', 'no answer within 30 s');

/** An embedder that fails while `failure` is set, and counts the questions that reach it. */
function moody() {
  const mood: { failure: Error | undefined; asked: number } = { failure: undefined, asked: 0 };
  const real = createHashEmbedder();
  const embedder: Embedder = {
    ...real,
    async embedQuestion(text, context) {
      mood.asked += 1;
      if (mood.failure !== undefined) throw mood.failure;
      return real.embedQuestion(text, context);
    },
  };
  const { clock, pass } = createManualTimers();
  return { mood, pass, resting: createRestingEmbedder(embedder, clock) };
}

describe('an embedder that rests', () => {
  it('is not asked for a minute after it did not answer, then once more', async () => {
    const { mood, pass, resting } = moody();
    mood.failure = late;
    await expect(resting.embedQuestion('a')).rejects.toThrow('no answer within 30 s');
    for (let i = 0; i < 5; i++) await expect(resting.embedQuestion('b')).rejects.toThrow(UnavailableError);
    await pass(59_999);
    await expect(resting.embedQuestion('b')).rejects.toThrow('asked again in a minute');
    expect(mood.asked).toBe(1);
    await pass(1);
    await expect(resting.embedQuestion('c')).rejects.toThrow('no answer within 30 s');
    await expect(resting.embedQuestion('d')).rejects.toThrow('asked again in a minute');
    expect(mood.asked).toBe(2);
  });

  it('answers again from the first answer on', async () => {
    const { mood, pass, resting } = moody();
    mood.failure = late;
    await expect(resting.embedQuestion('a')).rejects.toThrow();
    mood.failure = undefined;
    await pass(60_000);
    expect(await resting.embedQuestion('b')).toHaveLength(64);
    expect(await resting.embedQuestion('c')).toHaveLength(64);
    expect(mood.asked).toBe(3);
  });

  it('lets one question find out, and no others while it waits', async () => {
    const { clock, pass } = createManualTimers();
    const waiting: ((vector: Float32Array) => void)[] = [];
    let failing = true;
    const embedder: Embedder = {
      ...createHashEmbedder(),
      embedQuestion: () =>
        failing ? Promise.reject(late) : new Promise<Float32Array>((resolve) => waiting.push(resolve)),
    };
    const resting = createRestingEmbedder(embedder, clock);
    await expect(resting.embedQuestion('a')).rejects.toThrow();
    failing = false;
    await pass(60_000);
    const probe = resting.embedQuestion('b');
    await expect(resting.embedQuestion('c')).rejects.toThrow('asked again in a minute');
    expect(waiting).toHaveLength(1);
    waiting[0]?.(new Float32Array(64));
    expect(await probe).toHaveLength(64);
  });

  it.each<[string, Error]>([
    [
      'a question it will not have',
      new UnavailableError('OpenAI', 'too long', { cause: Object.assign(new Error('too long'), { status: 400 }) }),
    ],
    ['a question that was given up', new DOMException('enough', 'AbortError')],
  ])('goes on after %s', async (_what, failure) => {
    const { mood, resting } = moody();
    mood.failure = failure;
    await expect(resting.embedQuestion('a')).rejects.toBe(failure);
    mood.failure = undefined;
    expect(await resting.embedQuestion('b')).toHaveLength(64);
  });

  it('lets another question find out where the first was given up', async () => {
    const { mood, pass, resting } = moody();
    mood.failure = late;
    await expect(resting.embedQuestion('a')).rejects.toThrow();
    await pass(60_000);
    mood.failure = new DOMException('enough', 'AbortError');
    await expect(resting.embedQuestion('b')).rejects.toThrow('enough');
    mood.failure = undefined;
    expect(await resting.embedQuestion('c')).toHaveLength(64);
  });

  it('makes vectors of passages all the while', async () => {
    const { mood, resting } = moody();
    mood.failure = late;
    await expect(resting.embedQuestion('a')).rejects.toThrow();
    expect(await resting.embedPassages(['a', 'b'])).toHaveLength(2);
  });

  it('costs one question the wait for a server that hangs, and the others none: all are answered by words', async () => {
    let asked = 0;
    const hanging = {
      embedDocuments: () => new Promise<never>(() => {}),
      embedQuery: () => {
        asked += 1;
        return new Promise<never>(() => {});
      },
    };
    const options = { id: 'any', service: 'Any model', batchSize: 16, questionDeadlineMs: 20 };
    const embedder = createRestingEmbedder(embedderFromLangChain(hanging, options), createManualTimers().clock);
    const town = await snapshotOf(townArticles, createHashEmbedder());
    for (let i = 0; i < 4; i++) {
      const question = { text: 'Why was the ferry to Lark Island cancelled?' };
      const answer = await answerQuestion(town, { embedder, thesaurus: noThesaurus }, question);
      expect(answer).toMatchObject({ status: 'answered', byWordsOnly: true });
    }
    expect(asked).toBe(1);
  });
});
