import { existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { DiskStep } from './stepped-fs.js';

/**
 * What a power cut may take back: content that no `sync` of its file has confirmed, and with `names` also every new, moved
 * or replaced name that no `sync` of its folder has.
 */
export type PowerCutLoss = 'content' | 'names';

interface Unconfirmed {
  readonly parents: ReadonlySet<string>;
  readonly undo: () => void;
}

/** Keeps account of what the disk has not confirmed yet; `stash` is a folder on the same disk for what renames replace. */
export class UnconfirmedWrites {
  readonly #stash: string;
  #confirmedBytes = new Map<string, number>();
  #names: Unconfirmed[] = [];
  #stashed = 0;

  constructor(stash: string) {
    this.#stash = stash;
    mkdirSync(stash, { recursive: true });
  }

  /** Does a step and takes it down. */
  async run(step: DiskStep): Promise<unknown> {
    const replaced = step.call === 'rename' && step.to !== undefined ? this.#keep(step.to) : undefined;
    const outcome = await step.whole();
    const { call, file, to } = step;
    if (call === 'create' || call === 'native write') this.#created(file);
    if (call === 'mkdir') this.#named([path.dirname(file)], () => rmSync(file, { recursive: true, force: true }));
    if (call === 'rename' && to !== undefined) this.#renamed(file, to, replaced);
    if (call === 'link' && to !== undefined) this.#named([path.dirname(to)], () => rmSync(to, { force: true }));
    if (call === 'sync') this.#synced(file);
    return outcome;
  }

  /** Takes back what is not confirmed. */
  cut(loss: PowerCutLoss): void {
    for (const [file, bytes] of this.#confirmedBytes) {
      if (existsSync(file) && statSync(file).size > bytes) truncateSync(file, bytes);
    }
    if (loss === 'names') for (const { undo } of this.#names.reverse()) undo();
  }

  #created(file: string): void {
    this.#confirmedBytes.set(file, 0);
    this.#named([path.dirname(file)], () => rmSync(file, { force: true }));
  }

  #renamed(from: string, to: string, replaced: string | undefined): void {
    const moved = [...this.#confirmedBytes].map(([file, bytes]) => [movedName(file, from, to), bytes] as const);
    this.#confirmedBytes = new Map(moved);
    this.#named([path.dirname(from), path.dirname(to)], () => {
      renameSync(to, from);
      if (replaced !== undefined) renameSync(replaced, to);
    });
  }

  #synced(file: string): void {
    if (!statSync(file).isDirectory()) {
      this.#confirmedBytes.set(file, statSync(file).size);
      return;
    }
    this.#names = this.#names.filter(({ parents }) => !parents.has(file));
  }

  #named(parents: readonly string[], undo: () => void): void {
    this.#names.push({ parents: new Set(parents), undo });
  }

  #keep(file: string): string | undefined {
    if (!existsSync(file)) return undefined;
    const kept = path.join(this.#stash, String(this.#stashed++));
    linkSync(file, kept);
    return kept;
  }
}

function movedName(file: string, from: string, to: string): string {
  return file === from || file.startsWith(`${from}${path.sep}`) ? to + file.slice(from.length) : file;
}
