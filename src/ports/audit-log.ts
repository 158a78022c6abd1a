import type { AuditEntry, RecordedEntry } from '../domain/audit-entry.js';

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
