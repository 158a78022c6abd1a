import { messageOf } from '../domain/errors.js';
import type { Logger } from '../ports/logger.js';
import type { Reply } from './command.js';
import type { Send } from './deliver.js';

// Discord lets a token make about 5 edits in 2 s (seen, not documented) and makes the sixth wait. One in 1.5 s leaves
// room for the final answer.
const leastIntervalMs = 1500;

/** Shows what is going on while a command runs: the newest only, one edit per interval, never two at a time. */
export class ProgressEdits {
  private readonly send: Send;
  private readonly logger: Logger;
  private readonly intervalMs: number;
  private waiting: Reply | undefined;
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();
  /** From the first `show` until an interval passes with nothing to send. */
  private isBusy = false;
  private isClosed = false;

  constructor(send: Send, logger: Logger, intervalMs = leastIntervalMs) {
    this.send = send;
    this.logger = logger;
    this.intervalMs = intervalMs;
  }

  /** Takes a reply to be shown when its turn comes. The first one waits as well: what is quick needs no progress. */
  show(reply: Reply): void {
    this.waiting = reply;
    if (!this.isBusy) this.schedule();
  }

  /** Nothing is shown any more; resolves when no edit is under way, so that the answer comes last. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  private schedule(): void {
    this.isBusy = !this.isClosed;
    if (this.isClosed) return;
    this.timer = setTimeout(() => {
      this.underWay = this.sendNewest();
    }, this.intervalMs);
  }

  private async sendNewest(): Promise<void> {
    const reply = this.waiting;
    this.waiting = undefined;
    this.isBusy = reply !== undefined;
    if (reply === undefined) return;
    try {
      await this.send(reply);
    } catch (error) {
      this.logger.info('a progress edit was lost', { reason: messageOf(error) });
    }
    this.schedule();
  }
}
