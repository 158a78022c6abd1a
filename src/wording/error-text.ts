import { SnapshotMismatchError, UnavailableError, UsageError } from '../domain/errors.js';

/**
 * The sentence for a person where the failure is one we know; `undefined` for a surprise, whose message was not
 * written for them.
 */
export function knownErrorText(error: unknown): string | undefined {
  if (error instanceof UsageError) return error.message;
  if (error instanceof UnavailableError)
    return `${error.service} does not answer at the moment. Try again in a minute.`;
  if (error instanceof SnapshotMismatchError) return error.message;
  return undefined;
}
