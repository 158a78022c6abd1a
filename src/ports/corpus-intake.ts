import type {
  ConfirmOutcome,
  CorpusPage,
  IntakeOptions,
  IntakePreview,
  IntakeSource,
  RemovalTarget,
  RemoveOutcome,
} from '../domain/intake.js';

/** Which files of the corpus are asked for. */
export interface CorpusFilter {
  /** Only files whose path holds this text, however cased. */
  readonly text?: string;
  /** From 0. */
  readonly page?: number;
}

/**
 * Adds articles to the corpus folder and takes them out. It changes files only: a re-index makes them answer. Whoever calls
 * it has checked that the person may. All reject with `UnavailableError` where the disk refuses; no file is half-written then, and
 * `list` tells whether the change took place.
 */
export interface CorpusIntake {
  /** Reads a source without writing anything. The source counts as hostile, and is read in a thread with a time limit. */
  preview(source: IntakeSource, options?: IntakeOptions, signal?: AbortSignal): Promise<IntakePreview>;
  /**
   * Writes what a preview showed, by its `draft`: whole or not at all, and over another file only where the preview said
   * `replaces` and that file is still the same.
   */
  confirm(draft: string): Promise<ConfirmOutcome>;
  /** Which file `remove` would take out. Rejects with `UsageError` where the folder can't be listed. */
  find(name: string): Promise<RemovalTarget>;
  /**
   * Takes a file out of the corpus folder and keeps it below the data folder. `name` is its path or the article's id; with the
   * `digest` of what `find` gave, another content than that stays.
   */
  remove(name: string, digest?: string): Promise<RemoveOutcome>;
  /** The files of the corpus folder, twenty a page. Rejects with `UsageError` where the folder can't be listed. */
  list(filter?: CorpusFilter): Promise<CorpusPage>;
}
