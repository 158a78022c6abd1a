import type { AuditEntry, RecordedEntry } from '../../src/domain/audit-entry.js';
import type { AuditLog } from '../../src/ports/audit-log.js';

/** An audit log that forgets with the process. */
export interface InMemoryAuditLog extends AuditLog {
  /** The oldest first. */
  readonly entries: readonly AuditEntry[];
  /** Where set, nothing can be written. */
  failure: Error | undefined;
}

/** An empty log; every entry is from 2026-01-20T08:30Z. */
export function inMemoryAuditLog(): InMemoryAuditLog {
  const entries: RecordedEntry[] = [];
  return {
    entries,
    failure: undefined,
    async record(entry) {
      if (this.failure !== undefined) throw this.failure;
      entries.push({ when: '2026-01-20T08:30:00.000Z', ...entry });
    },
    newest: async (limit) => entries.toReversed().slice(0, limit),
  };
}
