import path from 'node:path';
import { z } from 'zod';
import type { RecordedEntry } from '../../domain/audit-entry.js';
import { escapeFileName } from '../../domain/escape-file-name.js';
import type { AuditLog } from '../../ports/audit-log.js';
import type { Clock } from '../../ports/clock.js';
import { rotateAuditFile, writtenAuditFiles } from './audit-rotation.js';
import { readWhole } from './file-digest.js';
import { isMissing, makeFolder, nodeFs, type SnapshotFs, syncFolder } from './snapshot-fs.js';
import { explainingFailure } from './write-failure.js';

// An entry is some 300 bytes: one file holds ten thousand, and is read and parsed in some milliseconds.
const defaultMaxBytes = 2_000_000;
// A name, an address or a sentence; what is longer is not for a log.
const maxTextChars = 500;

const text = z.string();
const recorded = z.object({
  when: text,
  who: z.object({ id: text, name: text }),
  action: text,
  what: text,
  outcome: text,
});

/** How an audit file is kept. */
export interface AuditFileOptions {
  /** `audit.jsonl` in its folder; older ones are beside it (`audit-000001.jsonl`). */
  readonly file: string;
  readonly clock: Clock;
  readonly fs?: SnapshotFs;
  /** From this size on the next entry begins a new file. */
  readonly maxBytes?: number;
}

/** An audit log of JSON lines: only ever added to, synced line by line, and cut into files by size. */
export function createAuditFile(options: AuditFileOptions): AuditLog {
  const { file, clock, fs = nodeFs, maxBytes = defaultMaxBytes } = options;
  let last: Promise<unknown> = Promise.resolve();
  return {
    record({ who, action, what, outcome }) {
      const entry: RecordedEntry = {
        when: new Date(clock.now()).toISOString(),
        who: { id: shown(who.id), name: shown(who.name) },
        action: shown(action),
        what: shown(what),
        outcome: shown(outcome),
      };
      const write = () =>
        explainingFailure(() => appendLine({ fs, file, maxBytes }, JSON.stringify(entry)), 'audit log');
      // One at a time; one that failed does not keep the next from trying.
      const written = last.then(write, write);
      last = written;
      return written;
    },
    async newest(limit) {
      const found: RecordedEntry[] = [];
      for (const one of await writtenAuditFiles(fs, file)) {
        if (found.length >= limit) break;
        for (const line of (await readIfThere(fs, one)).split('\n').reverse()) {
          const entry = found.length < limit ? parseEntry(line) : undefined;
          if (entry !== undefined) found.push(entry);
        }
      }
      return found;
    },
  };
}

function shown(written: string): string {
  const cut = [...written.slice(0, maxTextChars * 2)].slice(0, maxTextChars).join('');
  return `${escapeFileName(cut)}${cut.length < written.length ? '…' : ''}`;
}

async function appendLine(
  { fs, file, maxBytes }: { readonly fs: SnapshotFs; readonly file: string; readonly maxBytes: number },
  line: string,
): Promise<void> {
  await makeFolder(fs, path.dirname(file));
  await rotateAuditFile(fs, file, maxBytes);
  const handle = await fs.open(file, 'a+');
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    // What a crash or a full disk cut short stays a line of its own.
    const isTorn = size > 0 && last.toString('latin1') !== '\n';
    await handle.writeFile(`${isTorn ? '\n' : ''}${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(fs, path.dirname(file));
}

async function readIfThere(fs: SnapshotFs, file: string): Promise<string> {
  try {
    return (await readWhole(fs, file)).toString('utf8');
  } catch (error) {
    // Moved aside by a new entry since it was listed, or never written.
    if (isMissing(error)) return '';
    throw error;
  }
}

function parseEntry(line: string): RecordedEntry | undefined {
  if (line === '') return undefined;
  try {
    return recorded.safeParse(JSON.parse(line)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
