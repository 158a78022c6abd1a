import { SnapshotMismatchError } from '../domain/errors.js';
import type { Bm25Tables } from './bm25-index.js';

// Layout, all little-endian: five Uint32 (documents, terms, postings, bytes of the terms, 0), then offsets (terms + 1),
// documents and impacts (postings each), then the terms in UTF-8, one a line. Numbers first keeps them aligned.
const HEADER_WORDS = 5;

/** The tables as one run of bytes, the same for the same tables. */
export function encodeBm25(tables: Bm25Tables): Uint8Array {
  const terms = new TextEncoder().encode(tables.terms.join('\n'));
  const numbers = HEADER_WORDS + tables.offsets.length + tables.documents.length + tables.impacts.length;
  const bytes = new Uint8Array(numbers * 4 + terms.length);
  const words = new Uint32Array(bytes.buffer, 0, numbers);
  words.set([tables.documentCount, tables.terms.length, tables.documents.length, terms.length, 0]);
  words.set(tables.offsets, HEADER_WORDS);
  words.set(tables.documents, HEADER_WORDS + tables.offsets.length);
  const impactsAt = HEADER_WORDS + tables.offsets.length + tables.documents.length;
  new Float32Array(bytes.buffer, impactsAt * 4, tables.impacts.length).set(tables.impacts);
  bytes.set(terms, numbers * 4);
  return bytes;
}

/**
 * Reads what `encodeBm25` wrote, without copying the numbers where the bytes are aligned.
 * @throws SnapshotMismatchError when the sizes in the header don't add up to the bytes given, or the parts don't agree.
 */
export function decodeBm25(given: Uint8Array): Bm25Tables {
  // Not `slice`: a Node.js Buffer's gives a view.
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given);
  const header = bytes.length >= HEADER_WORDS * 4 ? new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS) : [];
  const [documentCount = 0, termCount = 0, postings = 0, termBytes = 0] = header;
  const numbers = HEADER_WORDS + termCount + 1 + postings * 2;
  if (numbers * 4 + termBytes !== bytes.length) throw mismatch('has another size than its header says');
  const at = (word: number) => bytes.byteOffset + word * 4;
  const documentsAt = HEADER_WORDS + termCount + 1;
  const text = new TextDecoder().decode(bytes.subarray(numbers * 4));
  const terms = termCount === 0 ? [] : text.split('\n');
  const offsets = new Uint32Array(bytes.buffer, at(HEADER_WORDS), termCount + 1);
  if (terms.length !== termCount || offsets[termCount] !== postings) throw mismatch('does not fit together');
  const documents = new Uint32Array(bytes.buffer, at(documentsAt), postings);
  const impacts = new Float32Array(bytes.buffer, at(documentsAt + postings), postings);
  if (!areAscending(offsets) || !areBelow(documents, documentCount) || !areFinite(impacts)) {
    throw mismatch('holds numbers that no index has');
  }
  return { documentCount, terms, offsets, documents, impacts };
}

// Counted loops: five million postings take 10 ms so, and five times as long with a callback each.

function areAscending(offsets: Uint32Array): boolean {
  for (let i = 1; i < offsets.length; i++) if ((offsets[i] as number) < (offsets[i - 1] as number)) return false;
  return true;
}

function areBelow(documents: Uint32Array, count: number): boolean {
  for (let i = 0; i < documents.length; i++) if ((documents[i] as number) >= count) return false;
  return true;
}

function areFinite(impacts: Float32Array): boolean {
  for (let i = 0; i < impacts.length; i++) if (!Number.isFinite(impacts[i] as number)) return false;
  return true;
}

function mismatch(what: string): SnapshotMismatchError {
  return new SnapshotMismatchError(`The word index ${what}. Run: npm run index -- --full`);
}
