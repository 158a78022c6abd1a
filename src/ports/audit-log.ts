/** Who did something: an id that stays, and the name at that time. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** One thing an admin did or tried to. */
export interface AuditEntry {
  readonly who: Actor;
  /** A word for the kind of thing (`reindex`, `add-article`). */
  readonly action: string;
  /** What it was done to, in a few words; empty where that is clear. */
  readonly what: string;
  /** How it ended, in a few words (`refused: no role`). */
  readonly outcome: string;
}

/** An entry as it was written: with its moment, ISO 8601 in UTC. */
export interface RecordedEntry extends AuditEntry {
  readonly when: string;
}

/** What admins did, kept for good. */
export interface AuditLog {
  /**
   * Resolves once the entry is on the disk. Characters that do not show as themselves are written `\u{202e}`, and long texts
   * are cut. Rejects with `UnavailableError` where it can't be written.
   */
  record(entry: AuditEntry): Promise<void>;
  /** The newest first, at most `limit`; lines that can't be read are passed over. */
  newest(limit: number): Promise<readonly RecordedEntry[]>;
}
