import type { EntityKind } from '../domain/entity.js';

/** A name in a text and whom it names. */
export interface FoundName {
  /** Number of the entity in the snapshot's catalogue. */
  readonly entity: number;
  readonly kind: EntityKind;
  /** Whether it is written as nobody of the catalogue is: somebody a slip away is meant, it seems. */
  readonly slip: boolean;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** Finds the names of a catalogue in a text that somebody typed. */
export interface NameFinder {
  /** Names that fit one entity only, in any spelling, script or with few slips, in the text's order; none overlap. */
  namesIn(text: string): readonly FoundName[];
  /**
   * Single words that several people are called by, each for the one who is meant by far the most: "Lee" for the president
   * who is in most articles about any Lee. A guess, good for asking whose words are wanted and for nothing else.
   */
  surnamesIn(text: string): readonly FoundName[];
}
