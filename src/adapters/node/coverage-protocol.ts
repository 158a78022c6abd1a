import {
  ConfigError,
  CorpusFormatError,
  messageOf,
  NoSnapshotError,
  SnapshotMismatchError,
  UnavailableError,
  UsageError,
} from '../../domain/errors.js';
import type { Coverage } from '../../ports/dateline.js';

/** The calls that cross the thread. */
export type CoverageMethod = keyof Coverage;

/** What the main thread sends: a call, the wish to stop one, or the end. */
export type CoverageRequest =
  | { readonly kind: 'call'; readonly id: number; readonly method: CoverageMethod; readonly args: readonly unknown[] }
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'close' };

/** What the worker sends: that it can answer (or why not), and one reply a call. */
export type CoverageReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly error: PlainError }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: PlainError };

/** An error as plain values: classes do not survive the way between threads. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}

/** Takes an error apart. */
export function toPlainError(error: unknown): PlainError {
  const { name, stack } = error instanceof Error ? error : { name: 'Error', stack: undefined };
  return { name, message: messageOf(error), stack };
}

const classes = { ConfigError, CorpusFormatError, NoSnapshotError, SnapshotMismatchError, UsageError } as const;

/** Puts it together again, as the class it was where this program knows it; the stack is the worker's. */
export function fromPlainError({ name, message, stack }: PlainError): Error {
  const error = revive(name, message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function revive(name: string, message: string): Error {
  const known = Object.entries(classes).find(([className]) => className === name)?.[1];
  if (known !== undefined) return new known(message);
  if (name === 'UnavailableError') {
    const [service = '', ...rest] = message.split(': ');
    return new UnavailableError(service, rest.join(': '));
  }
  if (name === 'AbortError') return new DOMException(message, name);
  return new Error(message);
}
