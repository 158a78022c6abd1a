import type { Writable } from 'node:stream';
import type { ReindexProgress } from '../domain/reindex.js';
import { describeProgress } from '../wording/reindex-text.js';

const barCells = 30;
const eraseLine = '\r\x1b[2K';

/** Shows how far a re-index is. */
export interface ProgressDisplay {
  show(progress: ReindexProgress): void;
  /** Leaves a clean line for what follows. */
  end(): void;
}

/** On a terminal one bar, drawn over itself, under a line for what can be used already; elsewhere a line for each phase, so that a log stays readable. */
export function createProgressDisplay(output: Writable, isTerminal: boolean): ProgressDisplay {
  return isTerminal ? createBar(output) : createLines(output);
}

function createBar(output: Writable): ProgressDisplay {
  let drawn = '';
  return {
    show(progress) {
      const line = `${bar(progress)}${describeProgress(progress)}`;
      if (line === drawn) return;
      // That articles can be searched is not to be wiped off by what follows.
      const stays = progress.snapshot !== undefined;
      drawn = stays ? '' : line;
      output.write(stays ? `${eraseLine}${describeProgress(progress)}\n` : `${eraseLine}${line}`);
    },
    end() {
      if (drawn !== '') output.write(eraseLine);
    },
  };
}

function createLines(output: Writable): ProgressDisplay {
  let phase: ReindexProgress['phase'] | undefined;
  return {
    show(progress) {
      if (progress.phase === phase) return;
      phase = progress.phase;
      output.write(`${describeProgress({ ...progress, total: undefined })}\n`);
    },
    end() {},
  };
}

function bar({ done, total }: ReindexProgress): string {
  if (total === undefined || total === 0) return '';
  const filled = Math.min(barCells, Math.floor((done / total) * barCells));
  return `[${'#'.repeat(filled)}${'.'.repeat(barCells - filled)}] `;
}
