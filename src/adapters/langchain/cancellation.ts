import { AsyncLocalStorage } from 'node:async_hooks';

// LangChain's embeddings and retrievers take no signal. It travels beside the call instead: whoever makes the request in
// the end reads it here.
const signals = new AsyncLocalStorage<AbortSignal | undefined>();

/** Runs a call whose requests end when the signal does. */
export function cancellable<T>(signal: AbortSignal | undefined, call: () => Promise<T>): Promise<T> {
  return signals.run(signal, call);
}

/** The signal of the call this is part of. */
export function currentSignal(): AbortSignal | undefined {
  return signals.getStore();
}
