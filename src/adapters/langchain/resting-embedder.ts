import { UnavailableError } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Embedder } from '../../ports/embedder.js';
import { isRefusal } from './model-call.js';

// A question waits thirty seconds for a server that hangs: once a minute is enough.
const restMs = 60_000;

/**
 * An embedder that leaves its server alone for a minute after a question it did not answer: other questions fail at once
 * then, and are searched by words. After the minute one question asks again, the others still fail at once until it is answered.
 * A question that the server will not have (too long), and one that was given up, say nothing about the server.
 */
export function createRestingEmbedder(embedder: Embedder, clock: Clock): Embedder {
  let restsUntil: number | undefined;
  let probing = false;
  const refuseWhileResting = () => {
    if (restsUntil === undefined || (clock.now() >= restsUntil && !probing)) return;
    throw new UnavailableError(embedder.id, 'it did not answer a moment ago, and is asked again in a minute');
  };
  return {
    id: embedder.id,
    sees: embedder.sees,
    get dimensions() {
      return embedder.dimensions;
    },
    embedPassages: (texts, signal) => embedder.embedPassages(texts, signal),
    async embedQuestion(text, context) {
      context?.signal?.throwIfAborted();
      refuseWhileResting();
      const isProbe = restsUntil !== undefined;
      probing ||= isProbe;
      try {
        const vector = await embedder.embedQuestion(text, context);
        restsUntil = undefined;
        return vector;
      } catch (error) {
        if (error instanceof UnavailableError && !isRefusal(error)) restsUntil = clock.now() + restMs;
        throw error;
      } finally {
        if (isProbe) probing = false;
      }
    },
  };
}
