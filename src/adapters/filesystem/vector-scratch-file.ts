import path from 'node:path';
import { messageOf } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { KeptVector, VectorScratch } from '../../ports/vector-scratch.js';
import { isMissing, makeFolder, nodeFs, type SnapshotFs } from './snapshot-fs.js';
import { decodeBatch, encodeBatch } from './vector-batch.js';

// The vectors of 160,000 passages in 1,536 dimensions; what is beyond is made again.
const defaultMaxBytes = 1_000_000_000;
// A model may be replaced under its name; within a day somebody who tries again means the same one.
const maxAgeMs = 24 * 3_600_000;

/** How a scratch is kept. */
export interface VectorScratchOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly fs?: SnapshotFs;
  /** From this size on nothing is added. */
  readonly maxBytes?: number;
}

/**
 * A scratch as one file of batches, each with its digest, only ever added to. What a crash cut short, and all behind it, counts
 * for nothing, nor does what is older than a day. Nothing is synced: after a power cut the vectors are made again. Once the disk
 * has failed it is left alone.
 */
export function createVectorScratchFile(options: VectorScratchOptions): VectorScratch {
  return new VectorScratchFile(options);
}

class VectorScratchFile implements VectorScratch {
  readonly #file: string;
  readonly #fs: SnapshotFs;
  readonly #maxBytes: number;
  readonly #options: VectorScratchOptions;
  /** Where each kept vector lies; `undefined` until the file has been looked at. */
  #places: Map<string, { readonly at: number; readonly bytes: number }> | undefined;
  /** The bytes of whole batches. */
  #end = 0;
  #failed = false;

  constructor(options: VectorScratchOptions) {
    this.#options = options;
    this.#file = options.file;
    this.#fs = options.fs ?? nodeFs;
    this.#maxBytes = options.maxBytes ?? defaultMaxBytes;
  }

  async find(keys: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
    const found = new Map<string, Float32Array>();
    await this.#unlessFailed(async () => {
      const places = await this.#look();
      if (!keys.some((key) => places.has(key))) return;
      const handle = await this.#fs.open(this.#file, 'r');
      try {
        for (const key of keys) {
          const place = places.get(key);
          if (place === undefined) continue;
          const vector = new Float32Array(place.bytes / 4);
          const { bytesRead } = await handle.read(new Uint8Array(vector.buffer), 0, place.bytes, place.at);
          if (bytesRead === place.bytes) found.set(key, vector);
        }
      } finally {
        await handle.close();
      }
    });
    return found;
  }

  async keep(vectors: readonly KeptVector[]): Promise<void> {
    await this.#unlessFailed(async () => {
      const places = await this.#look();
      const batch = encodeBatch(vectors, this.#options.clock.now());
      if (this.#end + batch.bytes.length > this.#maxBytes) return;
      await makeFolder(this.#fs, path.dirname(this.#file));
      const handle = await this.#fs.open(this.#file, this.#end === 0 ? 'w' : 'r+');
      try {
        // Whatever a crash left behind the last whole batch.
        await handle.truncate(this.#end);
        await handle.write(batch.bytes, 0, batch.bytes.length, this.#end);
      } finally {
        await handle.close();
      }
      for (const { key, at, bytes } of batch.places) places.set(key, { at: this.#end + at, bytes });
      this.#end += batch.bytes.length;
    });
  }

  async clear(): Promise<void> {
    this.#places = new Map();
    this.#end = 0;
    await this.#unlessFailed(() => this.#fs.rm(this.#file, { force: true }));
  }

  /** Reads the file through, once. */
  async #look(): Promise<Map<string, { readonly at: number; readonly bytes: number }>> {
    if (this.#places !== undefined) return this.#places;
    const places = new Map<string, { readonly at: number; readonly bytes: number }>();
    const oldest = this.#options.clock.now() - maxAgeMs;
    for await (const batch of this.#wholeBatches()) {
      // Of a day ago, or of a clock that has been set back since.
      if (batch.made < oldest || batch.made > this.#options.clock.now()) continue;
      for (const { key, at, bytes } of batch.places) places.set(key, { at, bytes });
    }
    this.#places = places;
    return places;
  }

  async *#wholeBatches() {
    const handle = await this.#fs.open(this.#file, 'r').catch((error: unknown) => {
      if (isMissing(error)) return undefined;
      throw error;
    });
    if (handle === undefined) return;
    try {
      for (;;) {
        const batch = await decodeBatch(handle, this.#end, this.#maxBytes);
        if (batch === undefined) return;
        this.#end += batch.length;
        yield batch;
      }
    } finally {
      await handle.close();
    }
  }

  async #unlessFailed(step: () => Promise<void>): Promise<void> {
    if (this.#failed) return;
    try {
      await step();
    } catch (error) {
      this.#failed = true;
      const reason = messageOf(error);
      this.#options.logger.warn('vectors of an unfinished re-index are not kept', { reason });
    }
  }
}
