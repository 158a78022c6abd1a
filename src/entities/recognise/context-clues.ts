import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { countryNames } from './countries.js';
import { speechVerbs, stateAbbreviations, titleWords } from './name-words.js';
import type { Piece } from './pieces.js';
import { addVotes, noVotes, type Votes } from './reading.js';
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
  'company firm club party group newspaper magazine agency bank daily airline network team startup retailer manufacturer carmaker automaker chipmaker lender broadcaster',
);
const placeNouns = words(
  'city town village province county district state island capital port region suburb republic resort neighborhood neighbourhood',
);
// "the X newspaper", "X magazine".
const groupAfter = words('newspaper newspapers magazine daily agency airlines network newsroom website');
const personActs = words('who whose');
const honorifics = words('mr mr. mrs mrs. ms ms. miss dr dr. sir lady lord ông bà anh chị');

/** What stands around a name says about its kind. */
export function contextClues(place: Place): Votes {
  let votes = noVotes;
  for (const clue of [titleBefore, wordBefore, wordsBefore, wordAfter, afterComma, inBrackets])
    votes = addVotes(votes, clue(place));
  return votes;
}

type Clue = (place: Place) => Partial<Votes>;

const titleBefore: Clue = ({ tokens, piece }) => {
  if (piece.title === undefined) return {};
  const last = tokens[piece.title.to - 1]?.lower ?? '';
  return { person: honorifics.has(last) ? 5 : 3 };
};

const wordBefore: Clue = ({ tokens, piece, knows }) => {
  const before = tokens[(piece.title?.from ?? piece.from) - 1];
  if (before === undefined || piece.title !== undefined) return {};
  if (honorifics.has(before.lower)) return { person: 4 };
  if (before.lower === 'in') return { place: 1.6 };
  if (
    /^(?:near|outside|across|throughout|inside|northern|southern|eastern|western|central|downtown|tại|ở)$/u.test(
      before.lower,
    )
  )
    return { place: 1.4 };
  if (/^(?:at|from|to|into|toward|towards|via|đến)$/u.test(before.lower)) return { place: 0.6, organisation: 0.2 };
  if (before.kind !== 'word') return {};
  if (groupNouns.has(before.lower)) return { organisation: 2 };
  if (placeNouns.has(before.lower)) return { place: 2 };
  if (titleWords.has(before.lower) || knows.isPersonNoun(before.lower)) return { person: 2 };
  return /^(?:with|by|asked|and)$/u.test(before.lower) ? { person: 0.3 } : {};
};

/** "chairman of X", "city of X", "the X". */
const wordsBefore: Clue = ({ tokens, piece }) => {
  const [second, first] = [tokens[piece.from - 2], tokens[piece.from - 1]];
  if (first?.lower === 'the') return { organisation: 0.5, person: -1 };
  if (second === undefined || first === undefined || piece.title !== undefined) return {};
  const isOf = first.lower === 'of' || first.lower === 'for' || first.lower === 'at';
  if (!isOf) return {};
  if (placeNouns.has(second.lower)) return { place: 2 };
  return belongs.has(second.lower) ? { organisation: 1.2, place: 0.3 } : {};
};

const wordAfter: Clue = ({ tokens, piece }) => {
  const last = tokens[piece.to - 1];
  const [next, second] = [tokens[piece.to], tokens[piece.to + 1]];
  if (last === undefined || next === undefined) return {};
  if (groupAfter.has(next.lower) || (next.lower === 'news' && second?.lower === 'agency'))
    return { organisation: 3, person: -1 };
  if (companyNouns.has(next.lower)) return { organisation: 1.2 };
  if (last.isPossessive) return { person: 0.1, organisation: 0.2, place: 0.2 };
  if (speechVerbs.has(next.lower)) return { person: 1, organisation: 0.4 };
  if (next.text === '-' && second?.lower === 'based') return { place: 3 };
  return {};
};

/** "X, 45, …", "X, chairman of …", "X, who …", "X, Fla.,". */
const afterComma: Clue = ({ tokens, piece, knows }) => {
  if (tokens[piece.to]?.text !== ',') return {};
  const [first, second, third] = [tokens[piece.to + 1], tokens[piece.to + 2], tokens[piece.to + 3]];
  if (first === undefined) return {};
  if (/^\d\d$/u.test(first.text) && (second === undefined || second.text === ',' || second.text === '.'))
    return { person: 3 };
  if (personActs.has(first.lower)) return { person: 1.5 };
  if (isPlaceName(first) || (second !== undefined && isPlaceName({ ...first, text: `${first.text} ${second.text}` })))
    return { place: 1 };
  if (stateAbbreviations.has(first.lower)) return { place: 3 };
  const role = [first, second, third].find(
    (token) => token !== undefined && token.kind === 'word' && isRole(token, knows),
  );
  return role === undefined ? {} : { person: 1.5 };
};

function isRole(token: Token, knows: NameKnowledge): boolean {
  return titleWords.has(token.lower) || knows.isPersonNoun(token.lower);
}

function isPlaceName(token: Token): boolean {
  return token.kind === 'name' && countryNames().has(token.text);
}

/** "Simmons ( England )", "( Reuters )". */
const inBrackets: Clue = ({ tokens, piece }) => {
  if (tokens[piece.to]?.text !== '(') return {};
  const inside = tokens[piece.to + 1];
  return inside !== undefined && isPlaceName(inside) ? { person: 0.8 } : {};
};
