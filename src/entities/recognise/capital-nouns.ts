import type { NameKnowledge } from '../../ports/name-knowledge.js';
import { countryNames } from './countries.js';
import { nameParticles, organisationHeads } from './name-words.js';
import type { Piece } from './pieces.js';
import type { Votes } from './reading.js';
import type { Token } from './tokens.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));
// The commonest words of German that Dutch, the Nordic languages and English do not have.
const german = words('und nicht ist das dem auf für sich wird wurde nach auch noch wie bei über aus zum zur');
// In German text they are some 15 of 100 words that are no nouns; a quotation in another text is few.
const MIN_SHARE = 0.08;
const MIN_WORDS = 8;
// Behind them stands a noun: people have no article in German news.
const determiners = words(
  `der die das des dem den ein eine einer eines einem einen kein keine keiner keinen keinem dieser diese dieses diesem diesen
   im am zum zur beim vom ins ans sein seine seiner seinem seinen seines ihr ihre ihrer ihrem ihren ihres unser unsere unserer
   alle aller allen viele vieler vielen mehrere mehrerer zwei drei vier fünf sechs sieben acht neun zehn`,
);

/** Whether an article's language writes every noun with a capital: German, as the article says or as its words show. */
export function writesNounsWithCapitals(
  language: string | undefined,
  smallWords: ReadonlyMap<string, number>,
): boolean {
  if (language !== undefined) return /^(?:de|lb|gsw)\b/iu.test(language);
  let all = 0;
  let found = 0;
  for (const [word, times] of smallWords) {
    all += times;
    if (german.has(word)) found += times;
  }
  return found >= MIN_WORDS && found > all * MIN_SHARE;
}

/** The piece without the nouns before its name ("Staudamms Sary-Bulak", "Sprecherin Anna Keller"); `undefined` where only nouns are left. */
export function withoutNouns(tokens: readonly Token[], piece: Piece, knows: NameKnowledge): Piece | undefined {
  let { from } = piece;
  const isGiven = (at: number) => knows.isGivenName(tokens[at]?.text ?? '');
  // "Aufbereitung von Trinkwasser" against "Anna von Keller".
  for (let at = from + 1; at < piece.to; at++) {
    if (nameParticles.has(tokens[at]?.lower ?? '') && tokens[at]?.kind === 'word' && !isGiven(from)) from = at + 1;
  }
  const isBank = organisationHeads.has(tokens[piece.to - 1]?.lower ?? '') && piece.to - from > 1;
  while (from < piece.to && !isBank && isNoun(tokens, from, knows)) from++;
  // Behind an unknown word a given name begins the name.
  if (piece.to - from > 2 && !isGiven(from) && isGiven(from + 1)) from++;
  if (from >= piece.to) return undefined;
  return from === piece.from ? piece : { from, to: piece.to, title: undefined };
}

function isNoun(tokens: readonly Token[], at: number, knows: NameKnowledge): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || token.isCapitals || !determiners.has(before.lower)) return false;
  return !isKnown(token.text, knows);
}

function isKnown(name: string, knows: NameKnowledge): boolean {
  return countryNames().has(name) || knows.sense(name) === 'place' || knows.sense(name) === 'group';
}

/**
 * What a capital tells less in such a language: of a word alone nothing, of several without a given name little where they
 * begin a sentence ("Sechs Tage"). Within one two nouns hardly ever stand side by side.
 */
export function nounDoubt(words: readonly string[], isStart: boolean, knows: NameKnowledge): Partial<Votes> {
  const [first = ''] = words;
  // "Zil-Gora": two capitals, which a common noun seldom has.
  if (/^\p{Lu}(?:\p{Lu}|\p{Ll}+-\p{Lu})/u.test(first) || knows.isGivenName(first)) return {};
  const name = words.join(' ');
  if (isKnown(name, knows) || knows.population(name) > 0) return {};
  // Against, not for something else: a surname that a full name explains must stand.
  if (words.length === 1) return { person: -1.2, organisation: -1.2, place: -1.7 };
  return isStart ? { person: -1.6, other: 0.4 } : {};
}
