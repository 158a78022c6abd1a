import { randomBytes } from 'node:crypto';
import { messageOf } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';
import type { CommandContext, Reply } from './command.js';
import { deliver, type Send } from './deliver.js';
import { Interruption } from './interruption.js';
import { ProgressEdits } from './progress-edits.js';
import { renderError } from './render/error.js';
import type { RunningWork } from './running-work.js';

/** What answering an interaction needs besides it. */
export interface AnswerTools {
  readonly running: RunningWork;
  readonly logger: Logger;
  /** Whether Discord would still take a first response. */
  readonly isFresh: () => boolean;
  /** Shortened in tests. */
  readonly progressIntervalMs?: number | undefined;
}

/** An interaction that has been deferred: where its answer goes, and what makes it. */
export interface Deferred {
  readonly user: { readonly id: string; readonly username: string };
  readonly send: Send;
  /** Where an error goes; for a button not into the message it stands on. */
  readonly sendError: Send;
  readonly run: (context: CommandContext) => Promise<Reply>;
}

/** Runs, shows progress meanwhile, and delivers what came of it. The one place that catches for the person who asked. */
export async function answerDeferred({ user, send, sendError, run }: Deferred, tools: AnswerTools): Promise<void> {
  const { logger, running } = tools;
  const progress = new ProgressEdits(send, logger, tools.progressIntervalMs);
  let late: Reply | undefined;
  const context = {
    userId: user.id,
    userName: user.username,
    showProgress: (shown: Reply) => progress.show(shown),
    sayWhenLate: (reply: Reply) => {
      late = reply;
    },
  };
  try {
    const reply = await running.run((signal) => run({ signal, ...context }));
    await progress.close();
    await deliver(send, reply, { logger });
  } catch (error) {
    await progress.close();
    const isLate = error instanceof Interruption && error.kind === 'out-of-time';
    if (isLate && late !== undefined) return deliver(send, late, { logger });
    await deliver(sendError, errorReply(error, logger), { logger });
  }
}

function errorReply(error: unknown, logger: Logger): Reply {
  const reference = randomBytes(3).toString('hex');
  const { reply, unexpected } = renderError(error, reference);
  const reason = messageOf(error);
  if (unexpected)
    logger.error('a command failed', { reference, reason, stack: error instanceof Error ? error.stack : undefined });
  else logger.info('a command ended with a message', { reason });
  return reply;
}
