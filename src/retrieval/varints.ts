import { SnapshotMismatchError } from '../domain/errors.js';

// LEB128: seven bits a byte, the least first, the eighth says that more follow.
const mostBytes = 5;

/** Appends whole numbers of 0 to 2^32 - 1, small ones in one byte, and runs of bytes. */
export class VarintWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  write(value: number): void {
    this.#makeRoom(mostBytes);
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.#bytes[this.#length++] = (rest % 0x80) + 0x80;
    this.#bytes[this.#length++] = rest;
  }

  append(bytes: Uint8Array): void {
    this.#makeRoom(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What has been written; a view that later writing may change. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #makeRoom(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + bytes));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

/** Reads what a `VarintWriter` wrote. @throws SnapshotMismatchError where the bytes end before or are no number. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  read(): number {
    let value = 0;
    let unit = 1;
    for (let i = 0; i < mostBytes; i++, unit *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new SnapshotMismatchError('a run of numbers ends too soon');
      if (byte < 0x80) return value + byte * unit;
      value += (byte - 0x80) * unit;
    }
    throw new SnapshotMismatchError('a run of numbers has one that is too long');
  }

  /** The next bytes as they are; a view. */
  take(count: number): Uint8Array {
    if (this.#at + count > this.#bytes.length) throw new SnapshotMismatchError('a run of numbers ends too soon');
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }
}
