import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runProgram } from './program.js';
import type { SmallPlace } from './small-corpus.js';

/** The built program, fed with lines as from a file or pipe. */
export function runPrompt({ cwd, settings }: SmallPlace, lines: readonly string[], more: Record<string, string> = {}) {
  return runProgram('src/main.js', { cwd, settings: { ...settings, ...more }, input: lines.join('\n') });
}

/** The generation that is current. */
export const currentOf = ({ indexDir }: SmallPlace) => readFileSync(path.join(indexDir, 'CURRENT'), 'utf8').trim();
