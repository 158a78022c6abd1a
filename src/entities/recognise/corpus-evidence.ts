import type { EntityKind } from '../../domain/entity.js';
import { easternSurnames, nameParticles, placeHeads, placeOpeners } from './name-words.js';
import { type ArticleReading, addVotes, type Candidate, noVotes, type Votes } from './reading.js';
import { scriptPlaces } from './script-names.js';

/** What all articles together show about one text. */
export interface TextEvidence {
  readonly votes: Votes;
  /** Times it stands where a capital means a name. */
  readonly strong: number;
}

/** Evidence over the whole corpus, made once from all readings. Texts are the candidates' keys. */
export interface CorpusEvidence {
  readonly texts: ReadonlyMap<string, TextEvidence>;
  readonly smallWords: ReadonlyMap<string, number>;
  /** Surnames, given names and first words of full names found anywhere, with their kind. */
  readonly parts: ReadonlyMap<string, Votes>;
  /** Of the articles with a single word, the share that gives a person's full name with it; of words in five or more. */
  readonly explained: ReadonlyMap<string, number>;
  /** Names in scripts without capitals, which a bracket explains somewhere ("李在明"), with their kind. */
  readonly scriptNames: ReadonlyMap<string, EntityKind>;
}

const kinds: readonly EntityKind[] = ['person', 'organisation', 'place'];
// What the metadata calls the outlet is an organisation, whatever else its name means.
const outletVotes: Votes = { person: -2, organisation: 6, place: -2, other: 0 };

/** The kind with the most votes, and how many; `undefined` where `other` has as many. */
export function strongestKind(votes: Votes): { readonly kind: EntityKind; readonly votes: number } | undefined {
  let best: EntityKind = 'person';
  for (const kind of kinds) if (votes[kind] > votes[best]) best = kind;
  return votes[best] > votes.other ? { kind: best, votes: votes[best] } : undefined;
}

/** The votes for each text among candidates. */
export function votesByText(candidates: Iterable<Candidate>): Map<string, TextEvidence> {
  const texts = new Map<string, { votes: { -readonly [Kind in keyof Votes]: number }; strong: number }>();
  for (const { key, votes, isWeak } of candidates) {
    const before = texts.get(key);
    if (before === undefined) {
      texts.set(key, { votes: { ...votes }, strong: Number(!isWeak) });
      continue;
    }
    before.votes.person += votes.person;
    before.votes.organisation += votes.organisation;
    before.votes.place += votes.place;
    before.votes.other += votes.other;
    before.strong += Number(!isWeak);
  }
  return texts;
}

/** Adds up what the articles show. */
export function gatherEvidence(readings: readonly ArticleReading[]): CorpusEvidence {
  const texts = votesByText(candidatesOf(readings));
  const smallWords = new Map<string, number>();
  for (const { smallWords: small } of readings) {
    for (const [word, count] of small) smallWords.set(word, (smallWords.get(word) ?? 0) + count);
  }
  shareAmongOneBearer(readings, texts);
  shareInLists(readings, texts);
  for (const outlet of new Set(readings.flatMap(({ outlets }) => outlets))) {
    const before = texts.get(outlet);
    if (before !== undefined) texts.set(outlet, { ...before, votes: addVotes(before.votes, outletVotes) });
  }
  const parts = new Map<string, Votes>();
  for (const [text, { votes }] of texts) {
    const kind = strongestKind(votes)?.kind;
    if (kind === undefined) continue;
    for (const [part, vote] of partsOf(text.split(/\s+/u), kind))
      parts.set(part, addVotes(parts.get(part) ?? noVotes, vote));
  }
  return {
    texts,
    smallWords,
    parts,
    explained: explainedShares(readings, texts),
    scriptNames: scriptNamesOf(readings, texts, parts),
  };
}

// In fewer articles a share says nothing.
const MIN_ARTICLES = 5;

/** How often the articles that hold a single word hold a person's full name that ends or begins with it. */
function explainedShares(
  readings: readonly ArticleReading[],
  texts: ReadonlyMap<string, TextEvidence>,
): Map<string, number> {
  const counts = new Map<string, { all: number; explained: number }>();
  for (const { candidates } of readings) {
    const singles = new Set<string>();
    const parts = new Set<string>();
    for (const { key, words } of candidates) {
      if (words.length === 1) singles.add(key);
      else if (strongestKind(texts.get(key)?.votes ?? noVotes)?.kind === 'person') {
        for (const [part] of partsOf(words, 'person')) parts.add(part);
      }
    }
    for (const single of singles) {
      const count = counts.get(single) ?? { all: 0, explained: 0 };
      count.all += 1;
      count.explained += Number(parts.has(single));
      counts.set(single, count);
    }
  }
  const common = [...counts].filter(([, { all }]) => all >= MIN_ARTICLES);
  return new Map(common.map(([single, { all, explained }]) => [single, explained / all]));
}

/** What stands behind a name in brackets, short or in another script, has its votes wherever it stands. */
function shareAmongOneBearer(readings: readonly ArticleReading[], texts: Map<string, TextEvidence>): void {
  for (const { candidates, asOne } of readings) {
    for (const { mentions, how } of asOne) {
      const [left, right] = [candidates[mentions[0]], candidates[mentions[1]]];
      const [a, b] = [texts.get(left?.key ?? ''), texts.get(right?.key ?? '')];
      if (left === undefined || right === undefined || a === undefined || b === undefined || how === 'also-called')
        continue;
      texts.set(right.key, { ...b, votes: addVotes(b.votes, left.votes) });
      if (how === 'acronym') texts.set(left.key, { ...a, votes: addVotes(a.votes, right.votes) });
    }
  }
}

// A clear hint, but less than what a name's own form or place shows.
const LISTED = 1.2;

/** A name that nothing else tells the kind of has the kind of those it is listed with, where they have one. */
function shareInLists(readings: readonly ArticleReading[], texts: Map<string, TextEvidence>): void {
  for (const { candidates, lists } of readings) {
    for (const { from, to } of lists) {
      const listed = candidates.slice(from, to).map(({ key }) => ({ key, evidence: texts.get(key) }));
      const shown = listed.map(({ evidence }) => strongestKind(evidence?.votes ?? noVotes));
      const known = new Set(shown.filter((best) => (best?.votes ?? 0) >= LISTED).map((best) => best?.kind));
      const [kind] = known;
      if (kind === undefined || known.size > 1) continue;
      for (const { key, evidence } of listed) {
        if (evidence === undefined || evidence.votes.other > 0) continue;
        if ((strongestKind(evidence.votes)?.votes ?? 0) < LISTED)
          texts.set(key, { ...evidence, votes: addVotes(evidence.votes, { [kind]: LISTED }) });
      }
    }
  }
}

function* candidatesOf(readings: readonly ArticleReading[]): Iterable<Candidate> {
  for (const { candidates } of readings) yield* candidates;
}

/** A name in another script has the kind of the name it stands behind in brackets. */
function scriptNamesOf(
  readings: readonly ArticleReading[],
  texts: ReadonlyMap<string, TextEvidence>,
  parts: ReadonlyMap<string, Votes>,
): Map<string, EntityKind> {
  const votes = new Map<string, Votes>();
  for (const { candidates, asOne } of readings) {
    for (const { mentions, how } of asOne) {
      const [left, right] = [candidates[mentions[0]], candidates[mentions[1]]];
      if (how !== 'script' || left === undefined || right === undefined) continue;
      const shown = addVotes(texts.get(left.key)?.votes ?? noVotes, parts.get(left.key) ?? noVotes);
      const kind = strongestKind(shown)?.kind;
      if (kind !== undefined) votes.set(right.key, addVotes(votes.get(right.key) ?? noVotes, { [kind]: 1 }));
    }
  }
  const found = new Map<string, EntityKind>(scriptPlaces().map((place) => [place, 'place']));
  for (const [text, vote] of votes) found.set(text, strongestKind(vote)?.kind ?? 'person');
  return found;
}

/** By which short forms a full name is called, and how surely. */
export function partsOf(words: readonly string[], kind: EntityKind): [string, Partial<Votes>][] {
  if (words.length < 2 || words.length > 6) return [];
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (kind === 'place') return placeParts(words);
  if (kind === 'organisation') return words.length < 5 ? [[first, { organisation: 2 }], ...headless(words)] : [];
  if (easternSurnames.has(first) && !easternSurnames.has(last)) {
    return [
      [first, { person: 4 }],
      [last, { person: 2 }],
    ];
  }
  const family = words.findIndex((word, at) => at > 0 && nameParticles.has(word.toLowerCase()));
  const withParticle: [string, Partial<Votes>][] = family > 0 ? [[words.slice(family).join(' '), { person: 4 }]] : [];
  return [[last.replace(/^\p{Lu}\.(?=\p{L})/u, ''), { person: 4 }], [first, { person: 2 }], ...withParticle];
}

/** "Great Hall" of "Great Hall of the People", "Larkheim" of "Larkheim State Guesthouse"; never "South" or "Lake". */
function placeParts(words: readonly string[]): [string, Partial<Votes>][] {
  const joint = words.indexOf('of');
  if (joint > 1) return [[words.slice(0, joint).join(' '), { place: 3 }]];
  const [first, last] = [words[0] ?? '', words.at(-1)?.toLowerCase() ?? ''];
  return placeHeads.has(last) && !placeOpeners.has(first.toLowerCase()) && joint === -1 ? [[first, { place: 2 }]] : [];
}

/** "Douglas & Lomason" of "Douglas & Lomason Co". */
function headless(words: readonly string[]): [string, Partial<Votes>][] {
  return words.length > 2 ? [[words.slice(0, -1).join(' '), { organisation: 2 }]] : [];
}
