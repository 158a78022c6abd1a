import type { IntakeDraft } from '../domain/intake.js';
import type { Clock } from '../ports/clock.js';

// As long as a Discord interaction can be answered.
const lifetimeMs = 15 * 60_000;
// Each holds a page of up to 4 MB.
const maxDrafts = 8;

/** A draft with what confirming it needs. */
export interface KeptDraft {
  readonly draft: IntakeDraft;
  /** The path to write, below the corpus folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The file to be replaced, as it was when the draft was made. */
  readonly replacing: { readonly name: string; readonly digest: string } | undefined;
}

/** Keeps drafts in memory until they are taken: eight at most, for a quarter of an hour. */
export interface DraftShelf {
  /** When a draft that is put down now is forgotten; ISO 8601, UTC. */
  expiry(): string;
  put(kept: KeptDraft): void;
  /** Gives a draft once. */
  take(draft: string): KeptDraft | undefined;
}

/** An empty shelf. The oldest draft makes room for a ninth. */
export function createDraftShelf(clock: Clock): DraftShelf {
  const drafts = new Map<string, KeptDraft>();
  const forgetOld = () => {
    const now = new Date(clock.now()).toISOString();
    for (const [id, { draft }] of drafts) if (draft.expires <= now) drafts.delete(id);
  };
  return {
    expiry: () => new Date(clock.now() + lifetimeMs).toISOString(),
    put(kept) {
      forgetOld();
      drafts.set(kept.draft.draft, kept);
      for (const id of [...drafts.keys()].slice(0, -maxDrafts)) drafts.delete(id);
    },
    take(draft) {
      forgetOld();
      const kept = drafts.get(draft);
      drafts.delete(draft);
      return kept;
    },
  };
}
