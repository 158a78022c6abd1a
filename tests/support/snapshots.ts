import { snapshotFormatVersion } from '../../src/domain/snapshot-manifest.js';
import type {
  SnapshotDescription,
  SnapshotDraft,
  SnapshotStore,
  StoredSnapshot,
} from '../../src/ports/snapshot-store.js';

/** What a writer tells of a small snapshot; `mark` can be found again in the embedder's id. */
export function description(mark: string): SnapshotDescription {
  return {
    formatVersion: snapshotFormatVersion,
    created: '2026-01-05T00:00:00.000Z',
    embedderId: mark,
    dimensions: 2,
    metric: 'cosine',
    vectorIndex: { kind: 'exact', recall: undefined, reason: 'small' },
    counts: { articles: 1, passages: 2, publishers: 1, entities: 3 },
    catalogue: { version: 1, pins: 'a'.repeat(64) },
    articleHashes: { a: 'hash' },
    setAside: [{ file: 'b.md', reason: 'It is empty.' }],
  };
}

/** Fills a draft with two files that carry `mark`. */
export function writing(mark: string): (draft: SnapshotDraft) => Promise<SnapshotDescription> {
  return async (draft) => {
    await draft.write('passages.jsonl', Buffer.from(`passages of ${mark}\n`.repeat(50)));
    await draft.write('vectors.bin', chunks(`vectors of ${mark}`));
    return description(mark);
  };
}

async function* chunks(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text.slice(0, 3));
  yield new Uint8Array();
  yield Buffer.from(text.slice(3));
}

/** The marks in the manifest and in both files: one and the same where nothing is mixed. */
export async function marksOf(snapshot: StoredSnapshot): Promise<readonly string[]> {
  const passages = Buffer.from(await snapshot.read('passages.jsonl')).toString('utf8');
  const vectors = Buffer.from(await snapshot.read('vectors.bin')).toString('utf8');
  const lines = passages.trimEnd().split('\n');
  return [snapshot.manifest.embedderId, ...new Set(lines.map((line) => line.slice(12))), vectors.slice(11)];
}

/** The mark of the current snapshot, or `null` where there is none; fails where two are mixed. */
export async function currentMark(store: SnapshotStore): Promise<string | null> {
  const snapshot = await store.loadCurrent();
  if (snapshot === null) return null;
  const marks = new Set(await marksOf(snapshot));
  if (marks.size !== 1) throw new Error(`a mixture: ${[...marks].join(', ')}`);
  return snapshot.manifest.embedderId;
}
