import type { EntityKind } from '../../domain/entity.js';
import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ArticleNames, NameMention } from '../article-names.js';
import { type CorpusEvidence, partsOf, strongestKind } from './corpus-evidence.js';
import { type ArticleReading, addVotes, type Candidate, noVotes, type Votes } from './reading.js';

// Fewer votes than this are no evidence: one clear hint, or two faint ones.
const MIN_VOTES = 1;
// How much a text's votes elsewhere may outweigh those of the place itself.
const CORPUS_WEIGHT = 3;

/** Decides for one article which candidates are names, and of what, in the light of the corpus. */
export function decideNames(reading: ArticleReading, corpus: CorpusEvidence, knows: NameKnowledge): ArticleNames {
  const settled = reading.candidates.map((candidate) => settleStart(candidate, reading, corpus));
  const parts = partsInArticle(settled, corpus);
  const mentions: NameMention[] = [];
  const places = new Map<number, number>();
  for (const [index, candidate] of settled.entries()) {
    const mention = mentionOf(candidate, { corpus, parts, knows });
    if (mention === undefined) continue;
    places.set(index, mentions.length);
    mentions.push(mention);
  }
  const asOne = reading.asOne.flatMap(({ mentions: [left, right], how }) => {
    const [a, b] = [places.get(left), places.get(right)];
    return a === undefined || b === undefined ? [] : [{ mentions: [a, b] as const, how }];
  });
  return { article: reading.article, mentions, asOne };
}

/** "Police Samsung": the first word is dropped where the rest is a name elsewhere and the whole is not. */
function settleStart(candidate: Candidate, { body }: ArticleReading, { texts }: CorpusEvidence): Candidate {
  if (candidate.otherStart === undefined) return candidate;
  const rest = body.slice(candidate.otherStart, candidate.end);
  const whole = texts.get(candidate.text);
  if ((whole?.strong ?? 0) > 0 || (texts.get(rest)?.strong ?? 0) === 0) return candidate;
  return {
    ...candidate,
    start: candidate.otherStart,
    text: rest,
    words: candidate.words.slice(1),
    votes: noVotes,
    isWeak: false,
  };
}

type Parts = ReadonlyMap<string, { readonly votes: Votes; readonly kind: EntityKind }>;

/** The short forms of the full names in this article. */
function partsInArticle(candidates: readonly Candidate[], corpus: CorpusEvidence): Parts {
  const parts = new Map<string, { votes: Votes; kind: EntityKind }>();
  for (const { text, words } of candidates) {
    const kind = strongestKind(corpus.texts.get(text)?.votes ?? noVotes)?.kind;
    if (kind === undefined) continue;
    for (const [part, votes] of partsOf(words, kind)) {
      parts.set(part, { votes: addVotes(parts.get(part)?.votes ?? noVotes, votes), kind });
    }
  }
  return parts;
}

interface Light {
  readonly corpus: CorpusEvidence;
  readonly parts: Parts;
  readonly knows: NameKnowledge;
}

function mentionOf(candidate: Candidate, light: Light): NameMention | undefined {
  const { start, end, text, role } = candidate;
  if (candidate.isWeak && !isSupported(candidate, light)) return undefined;
  if (isOrdinaryWord(candidate, light)) return undefined;
  const best = strongestKind(allVotes(candidate, light));
  if (best === undefined || best.votes < MIN_VOTES) return undefined;
  const isShort =
    best.kind === 'person'
      ? candidate.words.length === 1
      : light.parts.get(text)?.kind === best.kind && best.kind === 'organisation';
  return {
    start,
    end,
    text,
    kind: best.kind,
    form: isShort ? 'short' : 'full',
    role: best.kind === 'person' ? role : undefined,
  };
}

function allVotes({ text, words, votes }: Candidate, { corpus, parts }: Light): Votes {
  const elsewhere = corpus.texts.get(text)?.votes ?? noVotes;
  const total = elsewhere.person + elsewhere.organisation + elsewhere.place + elsewhere.other;
  const scale = total === 0 ? 0 : Math.min(1, CORPUS_WEIGHT / total);
  let all = addVotes(votes, times(elsewhere, scale));
  if (words.length > 2) return all;
  all = addVotes(all, parts.get(text)?.votes ?? noVotes);
  const anywhere = words.length === 1 ? strongestKind(corpus.parts.get(text) ?? noVotes) : undefined;
  return anywhere === undefined ? all : addVotes(all, { [anywhere.kind]: 0.7 });
}

function times(votes: Votes, scale: number): Votes {
  return {
    person: votes.person * scale,
    organisation: votes.organisation * scale,
    place: votes.place * scale,
    other: votes.other * scale,
  };
}

/** Whether a name in a weak place shows elsewhere that it is one. */
function isSupported({ text, words }: Candidate, { corpus, parts, knows }: Light): boolean {
  if ((corpus.texts.get(text)?.strong ?? 0) > 0 || parts.has(text)) return true;
  return (
    words.every((word) => !knows.isWord(word.toLowerCase())) && (corpus.smallWords.get(text.toLowerCase()) ?? 0) === 0
  );
}

/** A single word that the corpus writes small more often than not. */
function isOrdinaryWord({ text, words }: Candidate, { corpus, parts }: Light): boolean {
  if (words.length > 1 || /^\P{Ll}+$/u.test(text) || parts.has(text)) return false;
  const small = corpus.smallWords.get(text.toLowerCase()) ?? 0;
  return small > (corpus.texts.get(text)?.strong ?? 0);
}
