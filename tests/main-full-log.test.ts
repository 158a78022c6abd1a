import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { smallPlace } from './support/small-corpus.js';

// A device of Linux that is always full.
const full = '/dev/full';

it.skipIf(!existsSync(full))(
  'the program indexes, answers and ends with 0 though its log is on a full disk',
  async () => {
    const { cwd, settings } = smallPlace();
    const log = openSync(full, 'w');
    const env = { PATH: process.env.PATH, ...settings };
    const child = spawn(process.execPath, [path.resolve('dist/src/main.js')], {
      cwd,
      env,
      stdio: ['pipe', 'pipe', log],
    });
    closeSync(log);
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
    child.stdin?.end('Who repaired the lamp of the lighthouse?\n');
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(said).toContain('Engineer Ada Lindqvist repaired the lamp');
    expect(code).toBe(0);
  },
);
