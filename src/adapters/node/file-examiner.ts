import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Examination, FileExaminer } from '../../ports/file-examiner.js';

/** A file as it is handed to the thread. */
interface OfferedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How long and with how much memory one file may be read. */
export interface ExaminerLimits {
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
}

const defaults = {
  // The costliest page the readers let pass takes some two seconds on a slow machine.
  timeoutMs: 15_000,
  // A page of 4 MB as a tree of elements takes less than half of it.
  memoryMb: 256,
};

/**
 * Examines each file in a new thread, one at a time: endless work and used-up memory end the thread alone. `script` calls
 * `serveExamination`. The thread has no environment, so it knows no secret.
 */
export function createFileExaminer(script: URL, limits: ExaminerLimits = {}): FileExaminer {
  const { timeoutMs, memoryMb } = { ...defaults, ...limits };
  let last: Promise<unknown> = Promise.resolve();
  return {
    async examine(file, signal) {
      const mine = last.then(() => {
        signal?.throwIfAborted();
        const options = { workerData: file, env: {}, resourceLimits: { maxOldGenerationSizeMb: memoryMb } };
        return untilDone(new Worker(script, options), timeoutMs, signal);
      });
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

async function untilDone(worker: Worker, timeoutMs: number, signal: AbortSignal | undefined): Promise<Examination> {
  const refused = (reason: string): Examination => ({ kind: 'refused', reason });
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  try {
    return await new Promise((resolve, reject) => {
      stop = () => reject(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      timer = setTimeout(
        () => resolve(refused(`Reading it was given up after ${timeoutMs / 1_000} seconds.`)),
        timeoutMs,
      );
      worker.once('message', (examination: Examination) => resolve(examination));
      worker.once('error', (error: Error & { code?: string }) => {
        const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        resolve(refused(outOfMemory ? 'Reading it takes too much memory.' : `Reading it failed: ${error.message}.`));
      });
      worker.once('exit', () => resolve(refused('Reading it ended without a word.')));
    });
  } finally {
    clearTimeout(timer);
    if (stop !== undefined) signal?.removeEventListener('abort', stop);
    // Only JavaScript runs in it, so that it can be stopped anywhere.
    await worker.terminate();
  }
}

/** The thread's side: reads its one file and tells what it found. */
export function serveExamination(examine: (file: OfferedBytes) => Examination): void {
  parentPort?.postMessage(examine(workerData as OfferedBytes));
}
