/** Why a running command was stopped from outside; the message is for whoever asked. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly kind: 'shutting-down' | 'out-of-time';

  constructor(kind: Interruption['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** The program is ending. */
export function shuttingDown(): Interruption {
  return new Interruption('shutting-down', 'Interrupted: the bot is being restarted. Please ask again in a minute.');
}

/** The answer would come too late to be delivered. */
export function outOfTime(): Interruption {
  return new Interruption('out-of-time', 'This took longer than Discord lets a bot answer, and was stopped.');
}

/** Settles with `work`, or rejects with the signal's reason as soon as it is aborted, whether `work` heeds it or not. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    if (signal.aborted) reject(signal.reason);
  });
  return Promise.race([work, aborted]);
}
