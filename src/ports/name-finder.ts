/** A name in a text and whom it names. */
export interface FoundName {
  /** Number of the entity in the snapshot's catalogue. */
  readonly entity: number;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}

/** Finds the names of a catalogue in a text that somebody typed. */
export interface NameFinder {
  /** Names that fit one entity only, in any spelling, script or with few slips, in the text's order; none overlap. */
  namesIn(text: string): readonly FoundName[];
}

/** Knows no names. */
export const noNames: NameFinder = { namesIn: () => [] };
