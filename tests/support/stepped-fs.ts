import type { PathLike } from 'node:fs';
import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { nodeFs, type SnapshotFs } from '../../src/adapters/filesystem/snapshot-fs.js';
import { type GraphClass, loadGraphClass } from '../../src/adapters/hnswlib/native-graph.js';

/** One call that changes the disk, or has it confirm a change. */
export interface DiskStep {
  readonly call: 'create' | 'write' | 'sync' | 'rename' | 'link' | 'mkdir' | 'unlink' | 'rmdir' | 'native write';
  readonly file: string;
  /** Where a rename or a second name leads. */
  readonly to?: string;
  /** Does it. */
  readonly whole: () => Promise<unknown>;
  /** Does half of it, where it has halves. */
  readonly half?: () => Promise<unknown>;
}

/** Decides what becomes of a step; its result is the caller's. */
export type RunStep = (step: DiskStep) => Promise<unknown>;

type Handle = Awaited<ReturnType<SnapshotFs['open']>>;

/**
 * A file system over the real one whose every changing call goes through `run`. A recursive removal is as many steps as it
 * has files and folders.
 */
export function createSteppedFs(run: RunStep): SnapshotFs {
  const open = async (file: PathLike, flags?: string | number, mode?: number) => {
    const whole = () => nodeFs.open(file, flags, mode);
    const creates = typeof flags === 'string' && /^[wa]/.test(flags);
    const handle = creates ? ((await run({ call: 'create', file: String(file), whole })) as Handle) : await whole();
    return steppedHandle(handle, String(file), run);
  };
  const rename: SnapshotFs['rename'] = async (from, to) => {
    await run({ call: 'rename', file: String(from), to: String(to), whole: () => nodeFs.rename(from, to) });
  };
  const link: SnapshotFs['link'] = async (from, to) => {
    await run({ call: 'link', file: String(from), to: String(to), whole: () => nodeFs.link(from, to) });
  };
  const mkdir = async (folder: PathLike) =>
    run({ call: 'mkdir', file: String(folder), whole: () => nodeFs.mkdir(folder) });
  const rm: SnapshotFs['rm'] = (file) => removeTree(String(file), run);
  return { ...nodeFs, open: open as SnapshotFs['open'], mkdir: mkdir as SnapshotFs['mkdir'], rename, link, rm };
}

function steppedHandle(handle: Handle, file: string, run: RunStep): Handle {
  const write = (data: Uint8Array | string) => {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    const half = () => handle.writeFile(bytes.subarray(0, bytes.length >> 1));
    return run({ call: 'write', file, whole: () => handle.writeFile(bytes), half });
  };
  const sync = () => run({ call: 'sync', file, whole: () => handle.sync() });
  return new Proxy(handle, {
    get(real, name) {
      if (name === 'writeFile') return write;
      if (name === 'sync') return sync;
      const member: unknown = Reflect.get(real, name);
      return typeof member === 'function' ? member.bind(real) : member;
    },
  });
}

async function removeTree(file: string, run: RunStep): Promise<void> {
  const stats = await nodeFs.lstat(file).catch(() => undefined);
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    await run({ call: 'unlink', file, whole: () => nodeFs.rm(file, { force: true }) });
    return;
  }
  for (const name of (await nodeFs.readdir(file)).sort()) await removeTree(path.join(file, name), run);
  await run({ call: 'rmdir', file, whole: () => nodeFs.rm(file, { recursive: true, force: true }) });
}

/** Loads a graph class whose writing goes through `run` too, though native code does it. */
export async function loadSteppedGraphClass(run: RunStep): Promise<GraphClass> {
  const Graph = await loadGraphClass();
  return class extends Graph {
    override async writeIndex(file: string): Promise<boolean> {
      const whole = () => super.writeIndex(file);
      const half = async () => {
        await whole();
        await truncate(file, 1_000);
        return true;
      };
      return (await run({ call: 'native write', file, whole, half })) === true;
    }
  };
}
