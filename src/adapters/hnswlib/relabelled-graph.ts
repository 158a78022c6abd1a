import { bytesPerVector, headerBytes } from './graph-header.js';

// hnswlib 0.8 keeps its mark of a deleted vector in the third byte of the vector's links, beside their number.
const markByte = 2;
const deletedMark = 1;

/** A graph's file with other labels, and how many of its vectors are marked as deleted in it. */
export interface RelabelledGraph {
  readonly bytes: Uint8Array;
  readonly removed: number;
}

/**
 * Gives the vectors of a graph's file new labels, in place. `labelOf` gets a vector's present label; `undefined` takes it
 * out: it is marked as deleted, so that it is passed through but never found, and labelled `firstFree` and up. For a file
 * whose header has been compared with `dimensions`.
 */
export function relabelGraph(
  bytes: Uint8Array,
  dimensions: number,
  labelOf: (label: number) => number | undefined,
  firstFree: number,
): RelabelledGraph {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const vectors = Number(view.getBigUint64(16, true));
  const stride = bytesPerVector(dimensions);
  let removed = 0;
  for (let i = 0; i < vectors; i++) {
    const start = headerBytes + i * stride;
    const labelAt = start + stride - 8;
    const mark = view.getUint8(start + markByte);
    const known = (mark & deletedMark) !== 0 ? undefined : labelOf(Number(view.getBigUint64(labelAt, true)));
    if (known === undefined) view.setUint8(start + markByte, mark | deletedMark);
    view.setBigUint64(labelAt, BigInt(known ?? firstFree + removed), true);
    if (known === undefined) removed += 1;
  }
  return { bytes, removed };
}
