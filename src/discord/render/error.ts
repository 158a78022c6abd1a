import { knownErrorText } from '../../wording/error-text.js';
import type { Reply } from '../command.js';
import { Interruption } from '../interruption.js';
import { textReply } from './text.js';

/** What a failure is for the person who asked, and whether it belongs into the log. */
export interface RenderedError {
  readonly reply: Reply;
  /** A surprise: logged in full under the reference that the reply names. */
  readonly unexpected: boolean;
}

/** A sentence for what was thrown; of a surprise only the reference is shown, never its message. */
export function renderError(error: unknown, reference: string): RenderedError {
  if (error instanceof Interruption) return { reply: textReply(error.message), unexpected: false };
  const known = knownErrorText(error);
  if (known !== undefined) return { reply: textReply(known), unexpected: false };
  const text = `Something went wrong. If it happens again, tell whoever runs this bot: reference ${reference}.`;
  return { reply: textReply(text), unexpected: true };
}
