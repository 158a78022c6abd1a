import type { EntityKind } from '../../domain/entity.js';
import { easternSurnames, nameParticles } from './name-words.js';
import { type ArticleReading, addVotes, type Candidate, noVotes, type Votes } from './reading.js';

/** What all articles together show about one text. */
export interface TextEvidence {
  readonly votes: Votes;
  /** Times it stands where a capital means a name. */
  readonly strong: number;
  readonly all: number;
}

/** Evidence over the whole corpus, made once from all readings. */
export interface CorpusEvidence {
  readonly texts: ReadonlyMap<string, TextEvidence>;
  readonly smallWords: ReadonlyMap<string, number>;
  /** Surnames, given names and first words of full names found anywhere, with their kind. */
  readonly parts: ReadonlyMap<string, Votes>;
}

const kinds: readonly EntityKind[] = ['person', 'organisation', 'place'];

/** The kind with the most votes, and how many; `undefined` where `other` has as many. */
export function strongestKind(votes: Votes): { readonly kind: EntityKind; readonly votes: number } | undefined {
  let best: EntityKind = 'person';
  for (const kind of kinds) if (votes[kind] > votes[best]) best = kind;
  return votes[best] > votes.other ? { kind: best, votes: votes[best] } : undefined;
}

/** Adds up what the articles show. */
export function gatherEvidence(readings: readonly ArticleReading[]): CorpusEvidence {
  const texts = new Map<string, TextEvidence>();
  const smallWords = new Map<string, number>();
  for (const { candidates, smallWords: small } of readings) {
    for (const [word, count] of small) smallWords.set(word, (smallWords.get(word) ?? 0) + count);
    for (const candidate of candidates) addText(texts, candidate);
  }
  const parts = new Map<string, Votes>();
  for (const [text, { votes }] of texts) {
    const kind = strongestKind(votes)?.kind;
    if (kind === undefined) continue;
    for (const [part, vote] of partsOf(text.split(/\s+/u), kind))
      parts.set(part, addVotes(parts.get(part) ?? noVotes, vote));
  }
  return { texts, smallWords, parts };
}

function addText(texts: Map<string, TextEvidence>, { text, votes, isWeak }: Candidate): void {
  const before = texts.get(text) ?? { votes: noVotes, strong: 0, all: 0 };
  texts.set(text, {
    votes: addVotes(before.votes, votes),
    strong: before.strong + Number(!isWeak),
    all: before.all + 1,
  });
}

/** By which short forms a full name is called, and how surely. */
export function partsOf(words: readonly string[], kind: EntityKind): [string, Partial<Votes>][] {
  if (words.length < 2 || words.length > 6) return [];
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (kind === 'organisation') return words.length < 5 ? [[first, { organisation: 2 }], ...headless(words)] : [];
  if (kind === 'place') return [];
  if (easternSurnames.has(first) && !easternSurnames.has(last))
    return [
      [first, { person: 3 }],
      [last, { person: 2 }],
    ];
  const family = words.findIndex((word) => nameParticles.has(word.toLowerCase()));
  const withParticle: [string, Partial<Votes>][] = family > 0 ? [[words.slice(family).join(' '), { person: 3 }]] : [];
  return [[last, { person: 3 }], [first, { person: 1.5 }], ...withParticle];
}

/** "Douglas & Lomason" of "Douglas & Lomason Co". */
function headless(words: readonly string[]): [string, Partial<Votes>][] {
  return words.length > 2 ? [[words.slice(0, -1).join(' '), { organisation: 2 }]] : [];
}
