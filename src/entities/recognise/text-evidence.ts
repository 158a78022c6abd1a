import type { EntityKind } from '../../domain/entity.js';
import type { Candidate, Votes } from './reading.js';

/** What all articles together show about one text. */
export interface TextEvidence {
  readonly votes: Votes;
  /** Times it stands where a capital means a name. */
  readonly strong: number;
}

const kinds: readonly EntityKind[] = ['person', 'organisation', 'place'];

/** The kind with the most votes, and how many; `undefined` where `other` has as many. */
export function strongestKind(votes: Votes): { readonly kind: EntityKind; readonly votes: number } | undefined {
  let best: EntityKind = 'person';
  for (const kind of kinds) if (votes[kind] > votes[best]) best = kind;
  return votes[best] > votes.other ? { kind: best, votes: votes[best] } : undefined;
}

/** The votes for each text among candidates. */
export function votesByText(candidates: Iterable<Candidate>): ReadonlyMap<string, TextEvidence> {
  const texts: Texts = new Map();
  for (const candidate of candidates) count(texts, candidate);
  return texts;
}

/** A text while it is counted. */
export interface TextCount extends TextEvidence {
  readonly key: string;
  votes: { -readonly [Kind in keyof Votes]: number };
  strong: number;
}

/** Texts while they are counted, by key. */
export type Texts = Map<string, TextCount>;

/** Counts a candidate in. */
export function count(texts: Texts, { key, votes, isWeak }: Candidate): void {
  const known = texts.get(key);
  if (known === undefined) {
    const { person, organisation, place, other } = votes;
    texts.set(key, { key, votes: { person, organisation, place, other }, strong: Number(!isWeak) });
    return;
  }
  known.votes.person += votes.person;
  known.votes.organisation += votes.organisation;
  known.votes.place += votes.place;
  known.votes.other += votes.other;
  known.strong += Number(!isWeak);
}
