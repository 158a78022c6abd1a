import type { KeptGeneration } from '../domain/generation.js';
import type { SnapshotManifest } from '../domain/snapshot-manifest.js';

/** A snapshot as it lies in the store: its manifest and its files. */
export interface StoredSnapshot {
  readonly manifest: SnapshotManifest;
  /** The folder the files lie in, for adapters that hand a path to native code. */
  readonly folder: string;
  /** Reads one file named in the manifest, whole. Its size and SHA-256 were checked when the snapshot was loaded. */
  read(file: string): Promise<Uint8Array>;
}

/** A generation being written; nobody reads it before it is published. */
export interface SnapshotDraft {
  readonly id: string;
  readonly folder: string;
  /** Writes one file of the generation; the chunks are written in order. */
  write(file: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  /**
   * Takes one file of a kept snapshot over as it is, without writing its bytes again where the disk can give them a second
   * name. Both snapshots then stand on the same bytes, damage included: only for one that is not kept to go back to.
   */
  take(file: string, from: SnapshotManifest): Promise<void>;
}

/** Everything of a manifest that the writer knows; the store adds the id and the digests. */
export type SnapshotDescription = Omit<SnapshotManifest, 'id' | 'files'>;

/** Where snapshots are kept. Readers see the old or the new one, never half of one. */
export interface SnapshotStore {
  /**
   * The current snapshot, every file checked against its manifest; where it is damaged, the newest older one that is
   * whole; `null` when there is none.
   */
  loadCurrent(): Promise<StoredSnapshot | null>;
  /** The id that is named the current one, without a look at it; `undefined` where none is named. */
  currentId(): Promise<string | undefined>;
  /**
   * Lets `write` fill a new generation, reads every file back, digests and syncs it, and makes it current in one step.
   * On any error the former snapshot stays current and the draft is removed. One whose catalogue is behind takes no other's
   * place among those kept, and is itself kept only while it is current or was just before.
   * @param after the id that must be current still, where what is published completes that one; else `IndexBusyError`.
   */
  publish(write: (draft: SnapshotDraft) => Promise<SnapshotDescription>, after?: string): Promise<SnapshotManifest>;
  /** The snapshots kept, newest first; a look at their manifests only. */
  list(): Promise<readonly KeptGeneration[]>;
  /**
   * Checks a kept snapshot whole and makes it current in one step; nothing is published and nothing removed, and the next
   * publication has a number of its own. Rejects with `UsageError` for one that is not kept, `SnapshotMismatchError` for a
   * damaged one and `UnavailableError` while another process writes; what was current then stays so.
   */
  makeCurrent(id: string): Promise<SnapshotManifest>;
  /**
   * Removes a snapshot whose catalogue is behind and which is not the current one; does nothing for any other. What can't be
   * done is logged.
   */
  discard(id: string): Promise<void>;
  /**
   * Removes what stopped publications left behind, as the next publication would, and snapshots with a catalogue that is
   * behind where a newer one is current; and sees that what serves is named the current one. What can't be done is logged.
   */
  removeLeftovers(): Promise<void>;
}
