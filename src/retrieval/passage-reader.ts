import { passageText, type Snapshot } from './snapshot.js';
import { type Token, tokenize } from './tokenize.js';

/** The tokens of a passage, offsets counted from the passage's start. */
export type PassageReader = (position: number) => readonly Token[];

/** Reads passages, each once: ranking and answering one question look at the same ones. */
export function createPassageReader(snapshot: Snapshot): PassageReader {
  const known = new Map<number, readonly Token[]>();
  return (position) => {
    const found = known.get(position);
    if (found !== undefined) return found;
    const tokens = tokenize(passageText(snapshot, position));
    known.set(position, tokens);
    return tokens;
  };
}
