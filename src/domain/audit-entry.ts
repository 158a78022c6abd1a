/** Who did something: an id that stays, and the name at that time. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

/** Who does something without a name of their own on Discord. */
export const actors = {
  shell: { id: 'shell', name: 'shell' },
  prompt: { id: 'prompt', name: 'prompt' },
  /** The program by itself: nobody asked. */
  watch: { id: 'watch', name: 'WATCH_CORPUS' },
  /** The program by itself, where somebody's re-index has been stopped before its catalogue of names. */
  completion: { id: 'completion', name: 'unfinished catalogue' },
  start: { id: 'start', name: 'start-up' },
} as const satisfies Readonly<Record<string, Actor>>;

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
