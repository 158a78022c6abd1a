import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { messageOf } from '../../src/domain/errors.js';
import type { BenchFigures, BenchOutcome } from '../../src/evaluation/bench-table.js';
import type { ContenderName } from './contenders.js';
import type { BenchTask } from './task.js';

const number = z.number();
const figuresMessage: z.ZodType<BenchFigures> = z.object({
  articles: number,
  passages: number,
  indexSeconds: number,
  p50: number,
  p95: number,
  peakMegabytes: number,
  judged: number,
  ndcg10: number,
  hits10: number,
});

const script = fileURLToPath(new URL('./contender-process.js', import.meta.url));

/**
 * Measures a contender in a process of its own, which is killed after so many minutes. A child's peak memory begins at its
 * parent's: this process must stay small, and reads no articles.
 */
export function runContender(name: ContenderName, task: BenchTask, minutes: number): Promise<BenchOutcome> {
  return new Promise((resolve) => {
    // Its stdout is ours for progress only: the table alone goes to stdout.
    const child = fork(script, [name, JSON.stringify(task)], { execArgv: [], stdio: ['ignore', 2, 2, 'ipc'] });
    const kill = () => child.kill('SIGKILL');
    // Before the folder it writes to is removed.
    process.prependOnceListener('exit', kill);
    let [figures, late]: [BenchFigures | undefined, boolean] = [undefined, false];
    const deadline = setTimeout(() => {
      late = true;
      kill();
    }, minutes * 60_000);
    const end = (reason: string) => {
      clearTimeout(deadline);
      process.off('exit', kill);
      if (figures !== undefined) resolve({ name, kind: 'measured', figures });
      else resolve(late ? { name, kind: 'unfinished', minutes } : { name, kind: 'failed', reason });
    };
    child.on('message', (message) => {
      figures = figuresMessage.safeParse(message).data;
    });
    child.once('error', (error) => end(messageOf(error)));
    // Not `exit`: the news of its end may overtake its last message.
    child.once('close', (code, signal) => end(signal ?? `exit code ${code}`));
  });
}
