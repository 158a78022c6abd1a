import { setTimeout as wait } from 'node:timers/promises';
import { currentSignal } from './cancellation.js';

// Two more tries: enough for a server that loads its model or asks to slow down; after that a person should be told.
const retries = 2;

// The answers that another try may change: too many requests, and a server or proxy in trouble.
const passing = new Set([408, 429, 500, 502, 503, 504]);

// 128 vectors of 4,096 numbers of 22 characters are 12 MB. An answer without an end would fill the memory of the process that answers.
const defaultMostBytes = 64_000_000;

/** How long to wait before the n-th further try, where the server does not say: 500 ms, then 1 s. */
const defaultPauses = (retry: number) => 500 * 2 ** retry;

// A server that asks for more is better reported than waited for.
const longestPauseMs = 20_000;

/**
 * A `fetch` that tries twice more where the trouble may pass, honours `Retry-After`, and ends with the signal of the
 * `cancellable` call it is part of. A body is read up to `mostBytes`, unpacked; then it fails. LangChain's own retries know no signal and go on after the caller has gone.
 */
export function createPatientFetch(
  pauseMs: (retry: number) => number = defaultPauses,
  mostBytes = defaultMostBytes,
): typeof fetch {
  return async (input, init) => {
    const signals = [currentSignal(), init?.signal].filter((signal) => signal instanceof AbortSignal);
    const signal = AbortSignal.any(signals);
    for (let retry = 0; ; retry++) {
      const last = retry === retries;
      const outcome = await tryOnce(input, { ...init, signal }, last);
      if (outcome.response !== undefined && (last || !passing.has(outcome.response.status))) {
        return limited(outcome.response, mostBytes);
      }
      const asked = retryAfterMs(outcome.response);
      // The body must be read or dropped, or the connection stays taken.
      await outcome.response?.body?.cancel();
      await wait(Math.min(asked ?? pauseMs(retry), longestPauseMs), undefined, { signal });
    }
  };
}

/** Counts what comes out of the packing: four megabytes can be four gigabytes. */
function limited(response: Response, mostBytes: number): Response {
  if (response.body === null) return response;
  let bytes = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes <= mostBytes) controller.enqueue(chunk);
      else controller.error(new Error(`its answer is longer than ${mostBytes / 1_000_000} MB`));
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counting), { status, statusText, headers });
}

/** No response where the connection failed and another try is due. */
async function tryOnce(
  input: Parameters<typeof fetch>[0],
  init: RequestInit,
  last: boolean,
): Promise<{ readonly response: Response | undefined }> {
  try {
    return { response: await fetch(input, init) };
  } catch (error) {
    if (last || init.signal?.aborted) throw error;
    return { response: undefined };
  }
}

/** The seconds of a `Retry-After`; its other form, a date, is not used by the servers meant here. */
function retryAfterMs(response: Response | undefined): number | undefined {
  const seconds = Number.parseFloat(response?.headers.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? 1_000 * seconds : undefined;
}
