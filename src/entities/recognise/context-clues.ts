import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { countryNames } from './countries.js';
import { functionWords, speechVerbs, stateAbbreviations, titleWords } from './name-words.js';
import { nounAhead, personPhraseOf, phrasesAhead } from './phrase-ahead.js';
import type { Piece } from './pieces.js';
import { sumVotes, type Votes } from './reading.js';
import type { Token } from './tokens.js';

interface Place {
  readonly tokens: readonly Token[];
  readonly piece: Piece;
  readonly knows: NameKnowledge;
}

const words = (list: string) => new Set(list.split(/\s+/u));
const companyNouns = words(
  'shares stock shareholders profit profits executives employees workers customers unit subsidiary spokesman spokeswoman spokesperson officials lawmakers fans players coach',
);
const belongs = words(
  'shares stock unit subsidiary ceo chairman chairwoman chairperson president head director employees executives spokesman spokeswoman spokesperson founder analyst analysts member members economist editor official officials leader leaders manager owner professor coach',
);
const groupNouns = words(
  'company companies firm firms club party group newspaper magazine agency bank daily dailies airline network team startup start-up retailer manufacturer carmaker automaker chipmaker lender broadcaster affiliate unicorn platform brand maker developer operator producer subsidiary venture charity nonprofit website studio label consultancy pollster think-tank university college conglomerate insurer brokerage supplier outlet publisher provider corporation fund funds bidder carrier union association foundation institute observatory consortium alliance federation league lessor trust hospital theatre orchestra shipyard',
);
const placeNouns = words(
  'city town village province county district state island capital port region suburb republic resort neighborhood neighbourhood river lake valley mountain',
);
// "the X region", "X village".
const placeAfter = words(
  'region province district county city town village valley river lake island islands mountains peninsula oblast prefecture municipality suburb neighborhood neighbourhood reservoir dam glacier gorge plateau',
);
const thingNouns = words(
  'product drug song restriction ban index app game novel film movie album series device chip law treaty agreement policy project programme program disease virus award prize system phrase slogan concept idea operation dynasty show',
);
// "the X plant": where a company works, and none of it a person.
const siteNouns = words(
  'plant factory shipyard mill refinery warehouse showroom headquarters site branch office dealership',
);
// "the X newspaper", "X magazine".
const groupAfter = words('newspaper newspapers magazine daily agency airlines network newsroom website');
// "Song dynasty", "Kospi index".
const otherAfter = words(
  'dynasty era period index act bill award awards prize virus variant treaty accord syndrome disease language vaccine vaccines app series album film movie novel',
);
const nearPlaces = words(
  'near outside across throughout inside northern southern eastern western central downtown tại ở',
);
const towardsPlaces = words('at from to into toward towards via đến');
const mediaBefore = words('on via');
const personBefore = words('with by asked and');
const personActs = words('who whose');
const honorifics = words('mr mr. mrs mrs. ms ms. miss dr dr. sir lady lord ông bà anh chị');

/** What stands around a name says about its kind. */
export function contextClues(place: Place): Votes {
  return sumVotes(clues.map((clue) => clue(place)).filter((votes) => votes !== nothing));
}

type Clue = (place: Place) => Partial<Votes>;

// Most places say nothing: one value for all of them.
const nothing: Partial<Votes> = {};

const titleBefore: Clue = ({ tokens, piece }) => {
  if (piece.title === undefined) return nothing;
  const last = tokens[piece.title.to - 1]?.lower ?? '';
  return { person: honorifics.has(last) ? 5 : 3 };
};

const wordBefore: Clue = ({ tokens, piece, knows }) => {
  const before = tokens[(piece.title?.from ?? piece.from) - 1];
  if (before === undefined || piece.title !== undefined) return nothing;
  if (honorifics.has(before.lower)) return { person: 4 };
  // Who speaks to a single capitalised word speaks to an outlet, unless the article knows a person by it.
  if (before.lower === 'told' && piece.to - piece.from === 1) return { organisation: 1 };
  if (before.lower === 'in') return { place: 1.6 };
  if (nearPlaces.has(before.lower)) return { place: 1.4 };
  if (towardsPlaces.has(before.lower)) return { place: 0.6, organisation: 0.2 };
  if (before.kind !== 'word') return nothing;
  if (mediaBefore.has(before.lower)) return { organisation: 0.6 };
  if (groupNouns.has(before.lower)) return { organisation: 2 };
  if (placeNouns.has(before.lower)) return { place: 2 };
  if (titleWords.has(before.lower) || (knows.isPersonNoun(before.lower) && !functionWords.has(before.lower)))
    return { person: 2 };
  return personBefore.has(before.lower) ? { person: 0.3 } : nothing;
};

/** "chairman of X", "city of X", "the X". */
const wordsBefore: Clue = ({ tokens, piece, knows }) => {
  const [second, first] = [tokens[piece.from - 2], tokens[piece.from - 1]];
  if (first?.lower === 'the')
    return isBeforePlaceNoun({ tokens, piece, knows }) ? nothing : { organisation: 0.5, person: -1 };
  if (second === undefined || first === undefined || piece.title !== undefined) return nothing;
  const isOf = first.lower === 'of' || first.lower === 'for' || first.lower === 'at';
  if (!isOf) return nothing;
  if (placeNouns.has(second.lower)) return { place: 2 };
  // "Minister of Commerce": what the office is for.
  if (titleWords.has(second.lower) && piece.to - piece.from === 1 && knows.isWord(tokens[piece.from]?.lower ?? ''))
    return { other: 3 };
  return belongs.has(second.lower) ? { organisation: 1.2, place: 0.3 } : nothing;
};

/** "the X region"; not "X's village", "the House district". */
function isBeforePlaceNoun({ tokens, piece, knows }: Place): boolean {
  if (piece.to - piece.from === 1 && knows.isWord(tokens[piece.from]?.lower ?? '')) return false;
  const [last, noun] = [tokens[piece.to - 1], tokens[piece.to]];
  return last?.isPossessive === false && noun?.kind === 'word' && placeAfter.has(noun.lower);
}

/** "the X region voted" tells more than "the X town hall", which may be called after somebody. */
function placeNounVotes(next: Token | undefined): Partial<Votes> {
  const ends = next?.kind !== 'word' || functionWords.has(next.lower) || speechVerbs.has(next.lower);
  return ends || /ed$/u.test(next.lower) ? { place: 2, person: -1 } : { place: 1.2 };
}

const wordAfter: Clue = ({ tokens, piece, knows }) => {
  const last = tokens[piece.to - 1];
  const [next, second] = [tokens[piece.to], tokens[piece.to + 1]];
  if (last === undefined || next === undefined) return nothing;
  if (groupAfter.has(next.lower) || (next.lower === 'news' && second?.lower === 'agency'))
    return { organisation: 3, person: -1 };
  if (otherAfter.has(next.lower) && next.kind === 'word') return { other: 6 };
  if (piece.title === undefined && isBeforePlaceNoun({ tokens, piece, knows })) return placeNounVotes(second);
  // "Nvidia CEO Jensen Huang".
  if (next.kind === 'name' && titleWords.has(next.lower) && !last.isPossessive)
    return { organisation: 1.2, place: 0.5 };
  if (companyNouns.has(next.lower)) return { organisation: 1.2 };
  if (siteNouns.has(next.lower)) return { organisation: 1.5, person: -2 };
  if (last.isPossessive) return { person: 0.1, organisation: 0.2, place: 0.2 };
  if (speechVerbs.has(next.lower)) return { person: 1, organisation: 0.4 };
  if (next.text === '-' && second?.lower === 'based') return { place: 3 };
  return nothing;
};

/** "X, 45, …", "X, chairman of …", "X, who …", "X, Fla.,". */
const afterComma: Clue = ({ tokens, piece, knows }) => {
  const comma = behindBracket(tokens, piece.to);
  if (tokens[comma]?.text !== ',') return nothing;
  const [first, second] = [tokens[comma + 1], tokens[comma + 2]];
  if (first === undefined) return nothing;
  if (/^\d\d$/u.test(first.text) && (second === undefined || second.text === ',' || second.text === '.'))
    return { person: 3 };
  if (personActs.has(first.lower)) return { person: 1.5 };
  if (first.lower === 'where') return { place: 0.8, organisation: 0.6 };
  if (isPlaceName(first) || (second !== undefined && isPlaceName({ ...first, text: `${first.text} ${second.text}` })))
    return { place: 1 };
  if (stateAbbreviations.has(first.lower)) return { place: 3 };
  return appositionClue(tokens, comma + 1, knows);
};

/** "the energy minister, X, …", "The party, X, …". */
const beforeComma: Clue = ({ tokens, piece, knows }) => {
  const phrases = phrasesAhead(tokens, piece);
  if (phrases.length === 0) return nothing;
  const last = tokens[(piece.title?.from ?? piece.from) - 2];
  // "a farmer in Larkton, Ohio".
  if (last?.kind !== 'word') return nothing;
  const noun = nounAhead(tokens, phrases) ?? '';
  if (groupNouns.has(noun)) return { organisation: 2 };
  if (placeNouns.has(noun)) return { place: 2 };
  // "spokesman for the company, X": it may be either's name.
  if (groupNouns.has(last.lower) || placeNouns.has(last.lower)) return nothing;
  return personPhraseOf(tokens, phrases, knows) === undefined ? nothing : { person: 1.5 };
};

/** The place behind a short bracket that begins at the place: "X (long form), a maker of …". */
function behindBracket(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== '(') return at;
  for (let end = at + 1; end < at + APPOSITION; end++) if (tokens[end]?.text === ')') return end + 1;
  return at;
}

/** "X is a logistics firm", "describes X as a platform". */
const predicate: Clue = ({ tokens, piece, knows }) => {
  const at = behindBracket(tokens, piece.to);
  if (!/^(?:is|was|as)$/u.test(tokens[at]?.lower ?? '') || !/^(?:a|an)$/u.test(tokens[at + 1]?.lower ?? ''))
    return nothing;
  return appositionClue(tokens, at + 1, knows);
};

/** "The firm is called X", "a company named X". */
const calledBefore: Clue = ({ tokens, piece }) => {
  if (!/^(?:called|named|dubbed)$/u.test(tokens[piece.from - 1]?.lower ?? '')) return nothing;
  const before = tokens.slice(Math.max(0, piece.from - 4), piece.from - 1).map(({ lower }) => lower);
  if (before.some((word) => groupNouns.has(word))) return { organisation: 2 };
  return before.some((word) => thingNouns.has(word)) ? { other: 2 } : nothing;
};

// An apposition says what somebody or something is within so many words ("a young smart-farm company").
const APPOSITION = 8;

/** The first noun behind the comma that says what the name is. */
function appositionClue(tokens: readonly Token[], from: number, knows: NameKnowledge): Partial<Votes> {
  const hasArticle = /^(?:a|an|the|once|now|former)$/u.test(tokens[from]?.lower ?? '');
  for (let at = from; at < from + (hasArticle ? APPOSITION : 3); at++) {
    const token = tokens[at];
    if (token === undefined || /^[,.;:)—–]$/u.test(token.text) || token.lower === 'that' || token.lower === 'which')
      break;
    if (token.kind !== 'word') continue;
    if (hasArticle && groupNouns.has(token.lower)) return { organisation: 2 };
    if (hasArticle && placeNouns.has(token.lower)) return { place: 2 };
    if (hasArticle && thingNouns.has(token.lower)) return { other: 2 };
    if (isRole(token, knows)) return { person: 1.5 };
  }
  return nothing;
}

function isRole(token: Token, knows: NameKnowledge): boolean {
  return titleWords.has(token.lower) || knows.isPersonNoun(token.lower);
}

function isPlaceName(token: Token): boolean {
  return token.kind === 'name' && countryNames().has(token.text);
}

/** "Simmons ( England )", "( Reuters )". */
const inBrackets: Clue = ({ tokens, piece }) => {
  if (tokens[piece.to]?.text !== '(') return nothing;
  const inside = tokens[piece.to + 1];
  return inside !== undefined && isPlaceName(inside) ? { person: 0.8 } : nothing;
};

const clues: readonly Clue[] = [
  titleBefore,
  wordBefore,
  wordsBefore,
  wordAfter,
  afterComma,
  beforeComma,
  predicate,
  calledBefore,
  inBrackets,
];
