import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { messageOf } from '../../domain/errors.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress } from '../../domain/reindex.js';
import { endSignals } from './end-signals.js';

/** A re-index as a function: never rejects for a failure of the run. */
export type RunReindex = (
  options: ReindexOptions,
  onProgress: (progress: ReindexProgress) => void,
  signal?: AbortSignal,
) => Promise<ReindexOutcome>;

/** What the child tells its parent. */
export type FromChild =
  | { readonly kind: 'progress'; readonly progress: ReindexProgress }
  | { readonly kind: 'outcome'; readonly outcome: ReindexOutcome };

const fromParent = z.union([
  z.object({
    kind: z.literal('start'),
    full: z.boolean(),
    dryRun: z.boolean(),
    mayDrop: z.union([z.literal('any'), z.array(z.string())]),
  }),
  z.object({ kind: z.literal('stop') }),
]);

// A build looks at its signal several times a second; one that does not is stuck.
const GRACE_MS = 10_000;
// More often than anybody looks.
const PROGRESS_EVERY_MS = 100;

/**
 * Runs re-indexes in a child process: neither its work nor its memory, nor a crash in native code, reaches the process
 * that answers. `script` calls `serveReindex`.
 */
export function createReindexProcess(script: URL): RunReindex {
  return (options, onProgress, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve({ kind: 'cancelled' });
      // A flag such as --inspect or --test of the parent is not meant for the child.
      const child = fork(fileURLToPath(script), [], { execArgv: [] });
      let outcome: ReindexOutcome | undefined;
      let killer: NodeJS.Timeout | undefined;
      const stop = () => {
        if (child.connected) child.send({ kind: 'stop' });
        killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      };
      signal?.addEventListener('abort', stop, { once: true });
      child.on('message', (message: FromChild) => {
        if (message.kind === 'progress') onProgress(message.progress);
        else outcome = message.outcome;
      });
      const end = (reason: string) => {
        clearTimeout(killer);
        signal?.removeEventListener('abort', stop);
        resolve(outcome ?? (signal?.aborted ? { kind: 'cancelled' } : { kind: 'failed', reason }));
      };
      whenGone(child, end);
      const { full = false, dryRun = false, mayDrop = [] } = options;
      child.send({ kind: 'start', full, dryRun, mayDrop });
    });
}

/** Calls back, with a sentence, when the process and its channel have ended or it could not be started. */
function whenGone(child: ChildProcess, onGone: (reason: string) => void): void {
  // The news of its end may overtake its last message: the channel must have ended too.
  let [exit, disconnected]: [string | undefined, boolean] = [undefined, false];
  const look = () => {
    if (exit !== undefined && disconnected) onGone(`The process that builds the index ended early (${exit}).`);
  };
  child.once('exit', (code, by) => {
    exit = by ?? `exit code ${code}`;
    look();
  });
  child.once('disconnect', () => {
    disconnected = true;
    look();
  });
  child.on('error', (error) => {
    // Of a process that runs it says that a message did not reach it any more: its end follows.
    if (child.pid === undefined) onGone(`The process that builds the index could not run: ${messageOf(error)}`);
  });
}

/** The child's side: waits for the order, runs it, tells the outcome and lets the process end. */
export function serveReindex(run: RunReindex): void {
  const controller = new AbortController();
  const send = (message: FromChild) => {
    if (process.connected) process.send?.(message);
  };
  // Without its parent nobody wants the result.
  process.once('disconnect', () => controller.abort());
  // A terminal and a supervisor signal the whole group: what is begun ends as when it is stopped, with nothing left behind.
  for (const signal of endSignals) process.on(signal, () => controller.abort());
  process.on('message', async (message) => {
    const order = fromParent.parse(message);
    if (order.kind === 'stop') return controller.abort();
    const outcome = await run(order, throttled(send), controller.signal).catch(failed);
    // Only once it is written: a long report is longer than the pipe, and what has not left yet would be dropped.
    process.send?.({ kind: 'outcome', outcome } satisfies FromChild, () => {
      if (process.connected) process.disconnect();
    });
  });
}

function failed(error: unknown): ReindexOutcome {
  return { kind: 'failed', reason: messageOf(error) };
}

function throttled(send: (message: FromChild) => void): (progress: ReindexProgress) => void {
  let last = { at: Number.NEGATIVE_INFINITY, phase: '' };
  return (progress) => {
    const now = performance.now();
    if (progress.phase === last.phase && now - last.at < PROGRESS_EVERY_MS && progress.done !== progress.total) return;
    last = { at: now, phase: progress.phase };
    send({ kind: 'progress', progress });
  };
}
