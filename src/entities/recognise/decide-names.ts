import type { EntityKind } from '../../domain/entity.js';
import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ArticleNames, NameMention } from '../article-names.js';
import { type CorpusEvidence, partsOf, strongestKind, type TextEvidence, votesByText } from './corpus-evidence.js';
import { type ArticleReading, addVotes, type Candidate, noVotes, type Votes } from './reading.js';
import { withScriptNames } from './script-mentions.js';

// Fewer votes than this are no evidence: one clear hint, or two faint ones.
const MIN_VOTES = 1;
// How much a text's votes elsewhere in the article, and in the corpus, may add to those of the place itself.
const ARTICLE_WEIGHT = 4;
const CORPUS_WEIGHT = 3;

/** Decides for one article which candidates are names, and of what, in the light of the corpus. */
export function decideNames(reading: ArticleReading, corpus: CorpusEvidence, knows: NameKnowledge): ArticleNames {
  const settled = reading.candidates.map((candidate) => settleStart(candidate, reading, corpus));
  const light = { corpus, knows, article: votesByText(settled), parts: partsInArticle(settled, corpus) };
  const decided = settled.map((candidate) => mentionOf(candidate, light));
  for (const {
    mentions: [left, right],
    how,
  } of reading.asOne) {
    const [a, b] = [decided[left], decided[right]];
    const other = settled[right];
    // What a bracket explains is of one kind with the name before it.
    if (a !== undefined && other !== undefined && how !== 'also-called')
      decided[right] = { ...asMention(other), kind: a.kind };
    else if (b !== undefined && a === undefined && how === 'acronym' && settled[left] !== undefined) {
      decided[left] = { ...asMention(settled[left]), kind: b.kind };
    }
  }
  return withScriptNames(reading, decided, corpus.scriptNames);
}

function asMention({ start, end, text }: Candidate): Omit<NameMention, 'kind'> {
  return { start, end, text, form: 'full', role: undefined };
}

/** "Police Samsung": the first word is dropped where the rest is a name elsewhere and the whole is not. */
function settleStart(candidate: Candidate, { body }: ArticleReading, { texts }: CorpusEvidence): Candidate {
  const { otherStart, theStart, end, key } = candidate;
  if (theStart !== undefined && (texts.get(`The ${key}`)?.strong ?? 0) > 0) {
    return { ...candidate, start: theStart, text: body.slice(theStart, end), key: `The ${key}` };
  }
  if (otherStart === undefined) return candidate;
  const rest = candidate.words.slice(1).join(' ');
  if ((texts.get(key)?.strong ?? 0) > 0 || (texts.get(rest)?.strong ?? 0) === 0) return candidate;
  const text = body.slice(otherStart, end);
  return {
    ...candidate,
    start: otherStart,
    text,
    key: rest,
    words: candidate.words.slice(1),
    votes: noVotes,
    isWeak: false,
  };
}

type Parts = ReadonlyMap<string, { readonly votes: Votes; readonly kind: EntityKind }>;

/** The short forms of the full names in this article. */
function partsInArticle(candidates: readonly Candidate[], corpus: CorpusEvidence): Parts {
  const parts = new Map<string, { votes: Votes; kind: EntityKind }>();
  const seen = new Set<string>();
  for (const { key, words, role, votes: own } of candidates) {
    if (seen.has(key)) continue;
    seen.add(key);
    const kind = strongestKind(corpus.texts.get(key)?.votes ?? noVotes)?.kind;
    if (kind === undefined) continue;
    // "President Clinton" explains "Clinton" as a full name does.
    const titled: [string, Partial<Votes>][] =
      words.length === 1 && role !== undefined && own.person >= 3 ? [[key, { person: 3 }]] : [];
    for (const [part, votes] of [...partsOf(words, kind), ...titled]) {
      parts.set(part, { votes: addVotes(parts.get(part)?.votes ?? noVotes, votes), kind });
    }
  }
  return parts;
}

interface Light {
  readonly corpus: CorpusEvidence;
  readonly article: ReadonlyMap<string, TextEvidence>;
  readonly parts: Parts;
  readonly knows: NameKnowledge;
}

function mentionOf(candidate: Candidate, light: Light): NameMention | undefined {
  const { start, end, text, key, words } = candidate;
  if (candidate.isWeak && !isSupported(candidate, light)) return undefined;
  if (isOrdinaryWord(candidate, light)) return undefined;
  const best = strongestKind(allVotes(candidate, light));
  const isWord = words.length === 1 && light.knows.isWord(key.toLowerCase()) && !light.knows.isGivenName(key);
  if (best === undefined || best.votes < MIN_VOTES + Number(isWord)) return undefined;
  const { kind } = best;
  const isPart = light.parts.get(key)?.kind === kind;
  const isShort = kind === 'person' ? words.length === 1 : kind === 'organisation' && isPart;
  const role = kind === 'person' ? candidate.role : undefined;
  return { start, end, text, kind, form: isShort ? 'short' : 'full', role };
}

function allVotes({ key, words, votes }: Candidate, { corpus, article, parts }: Light): Votes {
  const here = limited(article.get(key)?.votes ?? noVotes, ARTICLE_WEIGHT);
  const all = addVotes(addVotes(votes, here), limited(corpus.texts.get(key)?.votes ?? noVotes, CORPUS_WEIGHT));
  if (words.length > 2) return all;
  const part = parts.get(key);
  if (part !== undefined) return addVotes(all, part.votes);
  const anywhere = strongestKind(corpus.parts.get(key) ?? noVotes);
  if (anywhere !== undefined) return addVotes(all, { [anywhere.kind]: words.length === 1 ? 0.7 : 0 });
  // News gives a person's full name first: a single word without one is rather something else.
  return words.length === 1 ? addVotes(all, { person: -1.5, organisation: all.person > 0.5 ? 0.7 : 0 }) : all;
}

function limited(votes: Votes, limit: number): Votes {
  const total = Math.max(0, votes.person) + Math.max(0, votes.organisation) + Math.max(0, votes.place) + votes.other;
  const scale = total === 0 ? 0 : Math.min(1, limit / total);
  return {
    person: votes.person * scale,
    organisation: votes.organisation * scale,
    place: votes.place * scale,
    other: votes.other * scale,
  };
}

/** Whether a name in a weak place shows elsewhere that it is one. */
function isSupported({ key, words, votes }: Candidate, { corpus, parts, knows }: Light): boolean {
  if ((corpus.texts.get(key)?.strong ?? 0) > 0 || parts.has(key) || votes.place >= 4) return true;
  const isUnknown = words.every((word) => !knows.isWord(word.toLowerCase()));
  if (isUnknown && (corpus.smallWords.get(key.toLowerCase()) ?? 0) === 0) return true;
  return words.length > 1 && (strongestKind(votes)?.votes ?? 0) >= 3;
}

/** A single word that the corpus writes small more often than not. */
function isOrdinaryWord({ text, key, words }: Candidate, { corpus, parts }: Light): boolean {
  if (words.length > 1 || /^\P{Ll}+$/u.test(text) || parts.has(key)) return false;
  const small = corpus.smallWords.get(key.toLowerCase()) ?? 0;
  return small > (corpus.texts.get(key)?.strong ?? 0);
}
