import { type ChildProcessByStdio, spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';

/** Settings of a run: variables of the environment. Nothing else of this process' environment is handed on. */
export type Settings = Readonly<Record<string, string>>;

/** How a program ended and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A built program as a process. */
export interface Program {
  readonly ended: Promise<Ended>;
  /** Resolves once stdout or stderr holds the text; rejects where the program ends without having written it. */
  wrote(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Closes the reading end of its stdout, as `| head` does. */
  stopReading(): void;
}

/** Starts `dist/<script>`, which `npm test` has built, in `cwd`; it is killed where the test ends before it. */
export function startProgram(
  script: string,
  options: { cwd: string; settings?: Settings; args?: string[]; input?: string },
): Program {
  const { cwd, settings, args = [], input = '' } = options;
  // In a folder of its own, so that no .env of this one is read.
  const env = { PATH: process.env.PATH, ...settings };
  const child = spawn(process.execPath, [path.resolve('dist', script), ...args], { cwd, env, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(input);
  return watched(child);
}

/** Runs it to its end. */
export function runProgram(...args: Parameters<typeof startProgram>): Promise<Ended> {
  return startProgram(...args).ended;
}

function watched(child: ChildProcessByStdio<Writable, Readable, Readable>): Program {
  const text = { stdout: '', stderr: '' };
  const watchers = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk;
      for (const look of watchers) look();
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...text }));
  });
  return {
    ended,
    wrote: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (text.stdout.includes(wanted) || text.stderr.includes(wanted)) resolve();
        };
        watchers.add(look);
        look();
        ended.then(() => reject(new Error(`it ended without "${wanted}": ${text.stderr}`)), reject);
      }),
    kill: (signal) => void child.kill(signal),
    stopReading: () => void child.stdout.destroy(),
  };
}
