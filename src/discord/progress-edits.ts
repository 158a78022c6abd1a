import { messageOf } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';
import type { Reply } from './command.js';
import type { Send } from './deliver.js';

// Discord lets a token make about 5 edits in 2 s (seen, not documented) and makes the sixth wait. One in 1.5 s leaves
// room for the final answer.
const leastIntervalMs = 1500;

/** Shows what is going on while a command runs. */
export interface ProgressEdits {
  show(reply: Reply): void;
  /** Nothing is shown any more; resolves when no edit is under way, so that the answer comes last. */
  close(): Promise<void>;
}

/** Sends the newest of the replies shown, at most one per interval, never two at a time. */
export function createProgressEdits(send: Send, logger: Logger, intervalMs = leastIntervalMs): ProgressEdits {
  let waiting: Reply | undefined;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();
  let isBusy = false;
  let isClosed = false;

  const sendNewest = async () => {
    const reply = waiting;
    waiting = undefined;
    isBusy = reply !== undefined && !isClosed;
    if (reply === undefined || isClosed) return;
    await send(reply).catch((error) => logger.info('a progress edit was lost', { reason: messageOf(error) }));
    schedule();
  };
  const schedule = () => {
    if (isClosed) return;
    isBusy = true;
    timer = setTimeout(() => {
      underWay = sendNewest();
    }, intervalMs);
  };
  return {
    show(reply) {
      waiting = reply;
      // The first one waits as well: a command that is quick needs no progress at all.
      if (!isBusy) schedule();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
