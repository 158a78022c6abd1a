/** A mistake of the person running or using the program; the message says what, where and what to do. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/** One or more settings are wrong; the message lists all of them. */
export class ConfigError extends UsageError {
  override readonly name = 'ConfigError';
}

/** A file could not be read as an article. The message is shown to people and names no path outside the corpus. */
export class CorpusFormatError extends Error {
  override readonly name = 'CorpusFormatError';
}

/** Nothing is indexed yet. */
export class NoSnapshotError extends UsageError {
  override readonly name = 'NoSnapshotError';
}

/** A stored snapshot is damaged, from another format, or made by another embedder. */
export class SnapshotMismatchError extends Error {
  override readonly name = 'SnapshotMismatchError';
}

/** Something outside this program did not answer or answered wrongly. `service` names it for people. */
export class UnavailableError extends Error {
  override readonly name = 'UnavailableError';
  readonly service: string;

  constructor(service: string, message: string, options?: ErrorOptions) {
    super(`${service}: ${message}`, options);
    this.service = service;
  }
}

/** Another process writes to the index. */
export class IndexBusyError extends UnavailableError {
  /** Its number, where it is known. */
  readonly process: number | undefined;

  constructor(message: string, process?: number) {
    super('index folder', message);
    this.process = process;
  }
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * One plain sentence on why a file could not become an article. An unforeseen error of a parser is named as such: one file
 * must not end a run, whatever the parsers make of it.
 */
export function setAsideReason(error: unknown): string {
  const expected = error instanceof CorpusFormatError;
  return asSentence(expected ? error.message : `reading it failed unexpectedly: ${messageOf(error)}`);
}

/** With a capital at its start and a mark at its end. */
export function asSentence(reason: string): string {
  const sentence = reason.charAt(0).toUpperCase() + reason.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
