import { z } from 'zod';
import { UnavailableError } from '../../domain/errors.js';
import { cancellable } from './cancellation.js';

/** How long a call to a model may take, and for whom it is made. */
export interface CallLimits {
  /** What people are told is unavailable. */
  readonly service: string;
  readonly deadlineMs: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs a call to a model until it answers, the deadline passes or the signal is aborted.
 * @throws UnavailableError for any failure of the call and for the deadline; the signal's reason where it was aborted.
 */
export async function callModel<T>(limits: CallLimits, call: () => Promise<T>): Promise<T> {
  const { service, deadlineMs, signal } = limits;
  signal?.throwIfAborted();
  const controller = new AbortController();
  const late = new UnavailableError(service, `no answer within ${deadlineMs / 1_000} s`);
  const timer = setTimeout(() => controller.abort(late), deadlineMs);
  const stop = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    // Raced, as embeddings that are not ours may not end with the signal.
    return await Promise.race([cancellable(controller.signal, call), rejectionOf(controller.signal)]);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : unavailable(service, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** A model's failure in words for people, the original as its cause. */
export function unavailable(service: string, error: unknown): UnavailableError {
  return new UnavailableError(service, reasonOf(rootOf(error)), { cause: error });
}

// A proxy's page of HTML may come as one line.
const mostCharacters = 200;

const withStatus = z.union([
  z.object({ status: z.number() }).transform(({ status }) => status),
  z.object({ status_code: z.number() }).transform((error) => error.status_code),
]);

/** Whether the server looked at the texts and would not have them: too long, or too many at once. */
export function isRefusal(error: unknown): boolean {
  const status = withStatus.safeParse(rootOf(error)).data;
  return status !== undefined && [400, 413, 422].includes(status);
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

/** The error behind the wrappings of clients: `connect ECONNREFUSED …` rather than `Connection error.` */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? rootOf(error.cause) : error;
}

function reasonOf(error: unknown): string {
  // What the clients stumble over when the answer is valid JSON of another shape, or no JSON at all.
  if (error instanceof TypeError) return 'its answer has not the form of embeddings';
  if (!(error instanceof Error)) return String(error);
  const [firstLine = ''] = error.message.split('\n', 1);
  return firstLine.slice(0, mostCharacters) || ('code' in error ? String(error.code) : error.name);
}
