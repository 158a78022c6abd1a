import type { EntityKind } from '../../domain/entity.js';
import type { NamedAsOne } from '../article-names.js';
import { partsOf } from './name-parts.js';
import { type ArticleReading, addVotes, noVotes, type Votes } from './reading.js';
import { scriptPlaces } from './script-names.js';
import { count, strongestKind, type TextCount, type TextEvidence, type Texts } from './text-evidence.js';

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

// What the metadata calls the outlet is an organisation, whatever else its name means.
const outletVotes: Votes = { person: -2, organisation: 6, place: -2, other: 0 };

/** Adds up what articles show, one reading at a time; keeps of each only what cannot be told before all are read. */
export interface EvidenceGatherer {
  add(reading: ArticleReading): void;
  /** The evidence of all that was added; nothing can be added after it. */
  gathered(): CorpusEvidence;
}

/** Nothing gathered yet. */
export function createEvidenceGatherer(): EvidenceGatherer {
  const texts: Texts = new Map();
  const smallWords = new Map<string, number>();
  const outlets = new Set<string>();
  const told: Told[] = [];
  const lists: (readonly TextCount[])[] = [];
  const named: NamedTexts[] = [];
  return {
    add(reading) {
      for (const candidate of reading.candidates) count(texts, candidate);
      for (const [word, times] of reading.smallWords) smallWords.set(word, (smallWords.get(word) ?? 0) + times);
      for (const outlet of reading.outlets) outlets.add(outlet);
      for (const one of toldIn(reading, texts)) told.push(one);
      for (const list of listsIn(reading, texts)) lists.push(list);
      named.push(namedIn(reading, texts));
    },
    gathered() {
      shareAmongOneBearer(told);
      shareInLists(lists);
      for (const outlet of outlets) {
        const shown = texts.get(outlet);
        if (shown !== undefined) shown.votes = addVotes(shown.votes, outletVotes);
      }
      const parts = allParts(texts);
      const scriptNames = scriptNamesOf(told, parts);
      return { texts, smallWords, parts, explained: explainedShares(named), scriptNames };
    },
  };
}

function allParts(texts: Texts): Map<string, Votes> {
  const parts = new Map<string, Votes>();
  for (const { key, votes } of texts.values()) {
    const kind = strongestKind(votes)?.kind;
    if (kind === undefined) continue;
    for (const [part, vote] of partsOf(key.split(/\s+/u), kind))
      parts.set(part, addVotes(parts.get(part) ?? noVotes, vote));
  }
  return parts;
}

/** What stands side by side as one. */
interface Told {
  readonly left: TextCount;
  readonly right: TextCount;
  /** What the place itself shows. */
  readonly votes: { readonly left: Votes; readonly right: Votes };
  readonly how: NamedAsOne['how'];
}

function toldIn({ candidates, asOne }: ArticleReading, texts: Texts): Told[] {
  return asOne.flatMap(({ mentions, how }) => {
    const [one, other] = [candidates[mentions[0]], candidates[mentions[1]]];
    const [left, right] = [texts.get(one?.key ?? ''), texts.get(other?.key ?? '')];
    if (one === undefined || other === undefined || left === undefined || right === undefined) return [];
    return [{ left, right, votes: { left: one.votes, right: other.votes }, how }];
  });
}

function listsIn({ candidates, lists }: ArticleReading, texts: Texts): TextCount[][] {
  return lists.map(({ from, to }) => candidates.slice(from, to).flatMap(({ key }) => texts.get(key) ?? []));
}

/** The texts of one article, each once: those of one word, and those of several. */
interface NamedTexts {
  readonly singles: readonly TextCount[];
  readonly longer: readonly TextCount[];
}

function namedIn({ candidates }: ArticleReading, texts: Texts): NamedTexts {
  const singles = new Set<TextCount>();
  const longer = new Set<TextCount>();
  for (const { key, words } of candidates) {
    const text = texts.get(key);
    if (text !== undefined) (words.length === 1 ? singles : longer).add(text);
  }
  return { singles: [...singles], longer: [...longer] };
}

// In fewer articles a share says nothing.
const MIN_ARTICLES = 5;

/** How often the articles that hold a single word hold a person's full name that ends or begins with it. */
function explainedShares(named: readonly NamedTexts[]): Map<string, number> {
  const counts = new Map<string, { all: number; explained: number }>();
  for (const { singles, longer } of named) {
    const parts = new Set<string>();
    for (const { key, votes } of longer) {
      if (strongestKind(votes)?.kind !== 'person') continue;
      for (const [part] of partsOf(key.split(/\s+/u), 'person')) parts.add(part);
    }
    for (const { key } of singles) {
      const count = counts.get(key) ?? { all: 0, explained: 0 };
      count.all += 1;
      count.explained += Number(parts.has(key));
      counts.set(key, count);
    }
  }
  const common = [...counts].filter(([, { all }]) => all >= MIN_ARTICLES);
  return new Map(common.map(([single, { all, explained }]) => [single, explained / all]));
}

/** What stands behind a name in brackets, short or in another script, has its votes wherever it stands. */
function shareAmongOneBearer(told: readonly Told[]): void {
  for (const { left, right, votes, how } of told) {
    if (how === 'also-called') continue;
    const [before, behind] = [left.votes, right.votes];
    right.votes = addVotes(behind, votes.left);
    if (how === 'acronym') left.votes = addVotes(before, votes.right);
  }
}

// A clear hint, but less than what a name's own form or place shows.
const LISTED = 1.2;

/** A name that nothing else tells the kind of has the kind of those it is listed with, where they have one. */
function shareInLists(lists: readonly (readonly TextCount[])[]): void {
  for (const texts of lists) {
    const listed = texts.map((text) => ({ text, votes: text.votes, best: strongestKind(text.votes) }));
    const known = new Set(listed.filter(({ best }) => (best?.votes ?? 0) >= LISTED).map(({ best }) => best?.kind));
    const [kind] = known;
    if (kind === undefined || known.size > 1) continue;
    for (const { text, votes, best } of listed) {
      if (votes.other <= 0 && (best?.votes ?? 0) < LISTED) text.votes = addVotes(votes, { [kind]: LISTED });
    }
  }
}

/** A name in another script has the kind of the name it stands behind in brackets. */
function scriptNamesOf(told: readonly Told[], parts: ReadonlyMap<string, Votes>): Map<string, EntityKind> {
  const votes = new Map<string, Votes>();
  for (const { left, right, how } of told) {
    if (how !== 'script') continue;
    const kind = strongestKind(addVotes(left.votes, parts.get(left.key) ?? noVotes))?.kind;
    if (kind !== undefined) votes.set(right.key, addVotes(votes.get(right.key) ?? noVotes, { [kind]: 1 }));
  }
  const found = new Map<string, EntityKind>(scriptPlaces().map((place) => [place, 'place']));
  for (const [text, vote] of votes) found.set(text, strongestKind(vote)?.kind ?? 'person');
  return found;
}
