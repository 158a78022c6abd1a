import type { EntityKind } from '../../domain/entity.js';
import type { NameKnowledge } from '../../ports/name-knowledge.js';
import type { ArticleNames, NameMention } from '../article-names.js';
import type { CorpusEvidence } from './corpus-evidence.js';
import { countryNames } from './countries.js';
import { formOf } from './name-form.js';
import { partsOf } from './name-parts.js';
import { organisationHeads } from './name-words.js';
import { type Candidate, type DecidableReading, noVotes, sumVotes, type Votes } from './reading.js';
import { withScriptNames } from './script-mentions.js';
import { strongestKind, type TextEvidence, votesByText } from './text-evidence.js';

// Fewer votes than this are no evidence: one clear hint, or two faint ones.
const MIN_VOTES = 1;
// A single ordinary word with a capital ("Party", "Commerce") needs so many more.
const WORD_DOUBT = 2;
// How much a text's votes elsewhere in the article, and in the corpus, may add to those of the place itself.
const ARTICLE_WEIGHT = 4;
const CORPUS_WEIGHT = 3;

/** Decides for one article which candidates are names, and of what, in the light of the corpus. */
export function decideNames(reading: DecidableReading, corpus: CorpusEvidence, knows: NameKnowledge): ArticleNames {
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

/** "Police Haneul": the first word is dropped where the rest is a name elsewhere and the whole is not. */
function settleStart(candidate: Candidate, { body }: DecidableReading, { texts }: CorpusEvidence): Candidate {
  const { otherStart, theStart, end, key } = candidate;
  if (theStart !== undefined && (texts.get(`The ${key}`)?.strong ?? 0) > (texts.get(key)?.strong ?? 0) / 2) {
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
      const before = parts.get(part);
      // Several names of one kind with one part are no more than one; a person's surname outdoes the rest.
      if (before === undefined || (kind === 'person' && before.kind !== 'person'))
        parts.set(part, { votes: { ...noVotes, ...votes }, kind });
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
  if (best === undefined) return undefined;
  const { kind } = best;
  // A word that is a part of full names of the kind elsewhere is no mere word.
  const isDoubtful = isWord && strongestKind(light.corpus.parts.get(key) ?? noVotes)?.kind !== kind;
  if (best.votes < MIN_VOTES + WORD_DOUBT * Number(isDoubtful)) return undefined;
  const isPart = light.parts.get(key)?.kind === kind;
  const isShort =
    kind === 'person' ? isShortPerson(words) : kind === 'organisation' && isPart && !isWholeOrganisation(words);
  const role = kind === 'person' ? candidate.role : undefined;
  return { start, end, text, kind, form: isShort ? 'short' : 'full', role };
}

/** "Lark Bank" beside "Lark Bank International": its own last word says that it is one. */
function isWholeOrganisation(words: readonly string[]): boolean {
  return words.length > 2 && organisationHeads.has(words.at(-1)?.toLowerCase() ?? '');
}

/** One word, or one character of a script that writes a whole name with three. */
function isShortPerson(words: readonly string[]): boolean {
  const [first = ''] = words;
  return words.length === 1 && (first.length === 1 || !/^[\p{Script=Han}\p{Script=Hangul}]/u.test(first));
}

function allVotes(candidate: Candidate, light: Light): Votes {
  const { key, votes } = candidate;
  const here = limited(light.article.get(key)?.votes ?? noVotes, ARTICLE_WEIGHT);
  const anywhere = limited(light.corpus.texts.get(key)?.votes ?? noVotes, CORPUS_WEIGHT);
  return sumVotes([votes, here, anywhere, kinVotes(candidate, light)]);
}

/** What other names, of which this may be a part, say about it. */
function kinVotes(candidate: Candidate, light: Light): Partial<Votes> {
  const { key, words, votes } = candidate;
  const { corpus, parts, knows } = light;
  if (words.length > 3 || unspaced.test(key)) return {};
  const first = words.length > 1 ? corpus.parts.get(words[0] ?? '') : undefined;
  // "Haneul Bada" beside "Haneul Food".
  if (first !== undefined && first.organisation > first.person && !knows.isGivenName(words[0] ?? '')) {
    return { organisation: 1.2 };
  }
  const part = parts.get(key);
  // "Commerce" after "Commerce Department", "Iowa" after "Iowa Senate": the thing and the place as often.
  const isOther = part?.kind === 'organisation' && (knows.isWord(key.toLowerCase()) || isPlace(key, knows));
  // A surname outdoes the town of its name, but for "in Houston"; a country is hardly anyone's.
  if (part?.kind === 'person' && votes.place < 4 && !countryNames().has(key)) return { person: 4, place: -6 };
  if (part !== undefined && !isOther) return part.votes;
  return words.length === 1 ? loneVotes(candidate, light) : {};
}

const unspaced = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}]/u;

function isPlace(name: string, knows: NameKnowledge): boolean {
  return countryNames().has(name) || knows.sense(name) === 'place';
}

// A surname stands alone in three of ten articles at most without the full name; a company or site nearly always does.
const SURNAME_SHARE = 0.3;
const NO_SURNAME_SHARE = 0.12;

// What the last word of a full name is given as a part (`partsOf`); a first name has half.
const SURNAME_VOTES = 4;

// "in Larkton" and one fainter hint.
const PLACE_OF_ITS_OWN = 2;

/** News gives a person's full name first: a single word without one is rather something else, unless others explain it. */
function loneVotes(candidate: Candidate, light: Light): Partial<Votes> {
  const { key } = candidate;
  const { parts, explained } = light.corpus;
  const share = explained.get(key);
  if (share !== undefined && share < NO_SURNAME_SHARE) return { person: -3, organisation: 0.7 };
  if (share !== undefined && share > SURNAME_SHARE) return { person: 3 };
  const anywhere = strongestKind(parts.get(key) ?? noVotes);
  if (anywhere === undefined) return { person: -1.5, organisation: 0.5 };
  if (anywhere.kind === 'person' && isPlaceOfItsOwn(candidate, light)) return {};
  return { person: -1, [anywhere.kind]: anywhere.votes >= SURNAME_VOTES ? 2.5 : 1.5 };
}

/**
 * "in Larkton", though a Larkton Rovers or an Ann Larkton is known elsewhere. Where lists know a town of the name the place itself
 * must show it, as they know towns of most surnames.
 */
function isPlaceOfItsOwn({ key, votes }: Candidate, { corpus, knows }: Light): boolean {
  const own = strongestKind(corpus.texts.get(key)?.votes ?? noVotes);
  if (own?.kind !== 'place' || own.votes < PLACE_OF_ITS_OWN || knows.isGivenName(key)) return false;
  const listed = formOf(key, knows).votes.place;
  return listed === 0 || votes.place - listed >= 1;
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
