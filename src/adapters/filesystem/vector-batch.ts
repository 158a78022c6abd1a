import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { KeptVector } from '../../ports/vector-scratch.js';

// Layout, little-endian: four letters, vectors, elements of each (Uint32), the time (Float64, ms since 1970); then of each
// vector its key (32 bytes) and its elements; then SHA-256 of all of it.
const magic = Buffer.from('DLV1');
const headerBytes = 20;
const keyBytes = 32;
const digestBytes = 32;
// A batch of the build is 64 vectors; of 65,536 elements each it is 16 MB.
const mostBatchBytes = 64_000_000;

/** A vector's key, and where its elements are, in bytes. */
export interface KeptPlace {
  readonly key: string;
  readonly at: number;
  readonly bytes: number;
}

/** Vectors of one length as a run of bytes, the places counted from its beginning. */
export function encodeBatch(vectors: readonly KeptVector[], made: number): { bytes: Buffer; places: KeptPlace[] } {
  const elements = vectors[0]?.vector.length ?? 0;
  const header = Buffer.alloc(headerBytes);
  magic.copy(header);
  header.writeUInt32LE(vectors.length, 4);
  header.writeUInt32LE(elements, 8);
  header.writeDoubleLE(made, 12);
  const rows = vectors.flatMap(({ key, vector }) => {
    return [Buffer.from(key, 'hex'), Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)];
  });
  const content = Buffer.concat([header, ...rows]);
  const digest = createHash('sha256').update(content).digest();
  return { bytes: Buffer.concat([content, digest]), places: placesIn(content, vectors.length, elements) };
}

/** A whole batch of a file. */
export interface KeptBatch {
  readonly length: number;
  readonly made: number;
  readonly places: readonly KeptPlace[];
}

/** The batch that begins at `start`, places counted from the file's beginning; `undefined` where none is whole there. */
export async function decodeBatch(handle: FileHandle, start: number, maxBytes: number): Promise<KeptBatch | undefined> {
  const header = await read(handle, start, headerBytes);
  if (header === undefined || !header.subarray(0, 4).equals(magic)) return undefined;
  const [vectors, elements] = [header.readUInt32LE(4), header.readUInt32LE(8)];
  const contentBytes = headerBytes + vectors * (keyBytes + elements * 4);
  const length = contentBytes + digestBytes;
  if (length > mostBatchBytes || start + length > maxBytes) return undefined;
  const bytes = await read(handle, start, length);
  if (bytes === undefined) return undefined;
  const content = bytes.subarray(0, contentBytes);
  if (!createHash('sha256').update(content).digest().equals(bytes.subarray(contentBytes))) return undefined;
  const places = placesIn(content, vectors, elements).map((place) => ({ ...place, at: start + place.at }));
  return { length, made: header.readDoubleLE(12), places };
}

function placesIn(content: Buffer, vectors: number, elements: number): KeptPlace[] {
  return Array.from({ length: vectors }, (_, i) => {
    const start = headerBytes + i * (keyBytes + elements * 4);
    const at = start + keyBytes;
    return { key: content.toString('hex', start, at), at, bytes: elements * 4 };
  });
}

async function read(handle: FileHandle, at: number, length: number): Promise<Buffer | undefined> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, at);
  return bytesRead === length ? bytes : undefined;
}
