import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

/** Tells on stderr how many of `total` are done: every one on a terminal, one line at the start elsewhere. */
export function countDisplay(what: string, total: number, output: Writable & { isTTY?: boolean } = process.stderr) {
  if (output.isTTY !== true) output.write(`${what}, ${total} questions\n`);
  return async (done: number): Promise<void> => {
    if (output.isTTY === true) output.write(done < total ? `\r\x1b[2K${what}, ${done} of ${total}` : '\r\x1b[2K');
    // Questions are answered without ever waiting for anything; a Ctrl-C would not be heard.
    await setImmediate();
  };
}
