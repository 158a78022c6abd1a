import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Administration } from '../ports/administration.js';
import type { Dateline } from '../ports/dateline.js';
import { parseCommandLine } from './parse-command-line.js';
import { type PromptTools, runPromptCommand } from './run-prompt-command.js';

const greeting = 'Dateline. Ask a question, or /help. Ctrl-C stops an answer; /quit or Ctrl-C ends.\n';

/** What the prompt needs. */
export interface PromptDependencies {
  readonly dateline: Omit<Dateline, 'reindex'>;
  readonly administration: Administration;
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person sits at both ends; otherwise lines come from a file or pipe. */
  readonly isTerminal: boolean;
}

/** Answers line by line, in order, until the input ends, /quit, or a Ctrl-C with nothing running. Holds nothing open then. */
export async function openPrompt(dependencies: PromptDependencies): Promise<void> {
  const { input, output, isTerminal } = dependencies;
  const lines = createInterface({ input, terminal: isTerminal, prompt: '> ', ...(isTerminal ? { output } : {}) });
  const stop = createStop();
  lines.on('SIGINT', () => {
    if (stop.press() === 'end') lines.close();
  });
  // Whoever read the output has gone (a closed pipe): there is nobody left to answer. Each write that was under way
  // reports it anew.
  output.on('error', () => {
    stop.end();
    lines.close();
  });
  // A file has been read to its end before its lines are answered, and a closed interface refuses (Node 24).
  let closed = false;
  lines.once('close', () => {
    closed = true;
  });
  if (isTerminal) output.write(greeting);
  lines.prompt();
  for await (const line of lines) {
    const more = await Promise.race([stop.ended, answerLine(line, dependencies, stop)]);
    if (!more) break;
    if (!closed) lines.prompt();
  }
  lines.close();
}

/** Answers one line; false where it asks to end. */
async function answerLine(line: string, tools: PromptTools, stop: Stop): Promise<boolean> {
  const command = parseCommandLine(line);
  if (command.kind === 'quit') return false;
  if (command.kind === 'nothing') return true;
  // Without a terminal nobody has seen the question being typed.
  if (!tools.isTerminal) tools.output.write(`> ${line.trim()}\n`);
  const text = await stop.during((signal) => runPromptCommand(command, tools, signal));
  tools.output.write(`${text}\n\n`);
  return true;
}

interface Stop {
  /** There is nothing more to do, whatever runs. */
  end(): void;
  /** A Ctrl-C: stops what runs; `end` where nothing runs, or what runs has been stopped before. */
  press(): 'stopped' | 'end';
  during<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  /** Resolves with false once a press has meant the end. */
  readonly ended: Promise<false>;
}

function createStop(): Stop {
  let running: AbortController | undefined;
  let end = () => {};
  const ended = new Promise<false>((resolve) => {
    end = () => resolve(false);
  });
  return {
    end,
    press() {
      if (running === undefined || running.signal.aborted) {
        end();
        return 'end';
      }
      running.abort();
      return 'stopped';
    },
    async during(work) {
      running = new AbortController();
      try {
        return await work(running.signal);
      } finally {
        running = undefined;
      }
    },
    ended,
  };
}
