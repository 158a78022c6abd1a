import { messageOf } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';
import type { Reply } from './command.js';
import { failureOf } from './failure.js';
import { breaches } from './limits.js';

/** Puts a reply where it belongs: into the deferred message, or a message of its own. */
export type Send = (reply: Reply) => Promise<unknown>;

// discord.js repeats a 5xx three times at once. An outage of a few seconds outlives that, an answer should not be lost to it.
const pausesMs = [1000, 4000, 10_000];

/** What delivering needs besides the reply. */
export interface DeliveryTools {
  readonly logger: Logger;
  /** Waits; shortened in tests. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Sends the final reply: in short where Discord refuses it whole, again after a pause where Discord is not well. */
export async function deliver(send: Send, reply: Reply, tools: DeliveryTools): Promise<void> {
  const broken = breaches(reply);
  if (broken.length === 0) return attempt(send, reply, tools, 0);
  tools.logger.error('a reply breaks a limit of Discord; its short form is sent', { limits: broken.join(', ') });
  return attempt(send, shortened(reply), tools, 0);
}

async function attempt(send: Send, reply: Reply, tools: DeliveryTools, failures: number): Promise<void> {
  try {
    await send(reply);
  } catch (error) {
    const failure = failureOf(error);
    const pauseMs = pausesMs[failures];
    if (failure === 'refused' && reply.embeds !== undefined) {
      tools.logger.error('Discord refused a reply; its short form is sent', { reason: messageOf(error) });
      return attempt(send, shortened(reply), tools, failures);
    }
    if (failure === 'weather' && pauseMs !== undefined) {
      await (tools.pause ?? pause)(pauseMs);
      return attempt(send, reply, tools, failures + 1);
    }
    tools.logger.warn('an answer could not be delivered', { failure, reason: messageOf(error) });
  }
}

function shortened({ plain }: Reply): Reply {
  return { content: plain, plain };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
