import { createHash } from 'node:crypto';
import path from 'node:path';
import { SnapshotMismatchError } from '../../domain/errors.js';
import type { FileDigest } from '../../domain/snapshot-manifest.js';
import type { SnapshotFs } from './snapshot-fs.js';

// Hashing is synchronous: a mebibyte is 1 to 2 ms, after which others may run.
const blockBytes = 1 << 20;

/** Size and SHA-256 of bytes in memory. */
export function digestBytes(content: Uint8Array): FileDigest {
  return { bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Whether two digests are of the same bytes. */
export function sameDigest(one: FileDigest, other: FileDigest): boolean {
  return one.bytes === other.bytes && one.sha256 === other.sha256;
}

/** Size and SHA-256 of a file as it is read, block by block. */
export async function digestFile(fs: SnapshotFs, file: string): Promise<FileDigest> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const block of readBlocks(fs, file)) {
    hash.update(block);
    bytes += block.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** A file block by block; each is overwritten by the next. */
export async function* readBlocks(fs: SnapshotFs, file: string): AsyncGenerator<Uint8Array> {
  const handle = await fs.open(file, 'r');
  try {
    const block = Buffer.allocUnsafe(blockBytes);
    for (let at = 0; ; ) {
      const { bytesRead } = await handle.read(block, 0, blockBytes, at);
      if (bytesRead === 0) return;
      yield block.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** Reads a file whole. */
export async function readWhole(fs: SnapshotFs, file: string): Promise<Buffer> {
  const handle = await fs.open(file, 'r');
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a new file, the chunks in order, and has the disk confirm it.
 * @returns what was meant to be written, for comparing with what a later reading finds.
 * @throws the system's error, also when the file exists.
 */
export async function writeNewFile(
  fs: SnapshotFs,
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<FileDigest> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await fs.open(file, 'wx');
  try {
    for await (const block of inBlocks(chunks)) {
      hash.update(block);
      await handle.writeFile(block);
      bytes += block.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The same bytes in blocks: a line at a time, 70,000 of them would take 2 s to write instead of 0.1. Each is overwritten by the next. */
async function* inBlocks(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gathered = Buffer.allocUnsafe(blockBytes);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; ) {
      const part = chunk.subarray(start, start + blockBytes - filled);
      start += part.length;
      if (part.length === blockBytes) yield part;
      else {
        gathered.set(part, filled);
        filled += part.length;
      }
      if (filled < blockBytes) continue;
      yield gathered;
      filled = 0;
    }
  }
  if (filled > 0) yield gathered.subarray(0, filled);
}

/** Writes a small new file, and reads it again: a disk that lost part of it without a word must not go unseen. */
export async function writeAndReadBack(fs: SnapshotFs, file: string, text: string): Promise<void> {
  checkReadBack(file, await writeNewFile(fs, file, [Buffer.from(text)]), await digestFile(fs, file));
}

/** @throws SnapshotMismatchError where the disk gives back other bytes than were written. */
export function checkReadBack(file: string, written: FileDigest, found: FileDigest): void {
  if (sameDigest(written, found)) return;
  throw new SnapshotMismatchError(`${path.basename(file)} came back from the disk other than it was written`);
}
