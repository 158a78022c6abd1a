import type { EntityKind } from '../domain/entity.js';
import type { FoundName } from '../ports/name-finder.js';
import type { QuestionWord } from './question-words.js';
import type { Snapshot } from './snapshot.js';
import { tokenize } from './tokenize.js';

/** What the other names of one who is named add to a word of the question. */
export interface NamedTerms {
  /** Terms of those names; `undefined` for words that only help to name: another word of the name bears the terms. */
  readonly terms: ReadonlyMap<string, number> | undefined;
  readonly kind: EntityKind;
}

// Of an alias long in words each word alone says little; what is less than this of it is left out.
const LEAST_SHARE = 0.3;

// Countries and organisations have names of common words ("united", "states", "bank"): where the coverage has the one asked with,
// the others are searched in other scripts only. With all of them news-dev's nDCG@10 is .682 instead of .690.
const LETTERS_ELSEWHERE = /[^\u0000-\u024f\u1e00-\u1eff]/;

/** Start of a question's word → what its name adds to it. The most telling word of each name bears the terms. */
export function namedTerms(
  snapshot: Snapshot,
  topic: string,
  names: readonly FoundName[],
): ReadonlyMap<number, NamedTerms> {
  const index = snapshot.passageIndex;
  const named = new Map<number, NamedTerms>();
  for (const { entity, kind, start, end } of names) {
    const words = tokenize(topic.slice(start, end), { question: true }).filter(({ stop, primary }) => primary && !stop);
    const telling = words.reduce(
      (best, word) => {
        const idf = index.inverseDocumentFrequency(word.term);
        return best === undefined || idf > best.idf ? { start: word.start, idf } : best;
      },
      undefined as { readonly start: number; readonly idf: number } | undefined,
    );
    for (const word of words) {
      const bears = word.start === telling?.start;
      named.set(start + word.start, { terms: bears ? termsOfNames(snapshot, entity) : undefined, kind });
    }
  }
  return named;
}

/** The word, found by the other names as well. What the coverage does not have is then a slip, not a word that is missing. */
export function withOtherNames<Word extends Pick<QuestionWord, 'terms' | 'known' | 'content' | 'weight'>>(
  snapshot: Snapshot,
  word: Word,
  named: NamedTerms | undefined,
): Word {
  if (named === undefined) return word;
  if (named.terms === undefined) return word.known ? word : { ...word, content: false };
  const terms = new Map(word.terms);
  for (const [term, share] of named.terms) {
    if (!word.known || named.kind === 'person' || LETTERS_ELSEWHERE.test(term)) {
      terms.set(term, Math.max(terms.get(term) ?? 0, share));
    }
  }
  if (word.known) return { ...word, terms };
  const index = snapshot.passageIndex;
  const weights = [...named.terms.keys()].map((term) => index.inverseDocumentFrequency(term));
  return { ...word, terms, known: true, weight: Math.min(word.weight, ...weights) };
}

/** The terms of all names of an entity and the share of its name that each is, by rarity: 1 for a name of one word. */
function termsOfNames({ catalogue, passageIndex: index }: Snapshot, entity: number): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const { text } of catalogue.entities[entity]?.aliases ?? []) {
    const tokens = tokenize(text).filter(({ stop }) => !stop);
    const rarity = ({ term }: { readonly term: string }) => index.inverseDocumentFrequency(term);
    const whole = tokens.filter(({ primary }) => primary).reduce((sum, token) => sum + rarity(token), 0);
    for (const token of tokens) {
      const within = tokens.filter(({ primary, start, end }) => primary && start >= token.start && end <= token.end);
      const share = within.reduce((sum, one) => sum + rarity(one), 0) / (whole || 1);
      if (share < LEAST_SHARE || index.documentFrequency(token.term) === 0) continue;
      terms.set(token.term, Math.max(terms.get(token.term) ?? 0, Math.min(1, share)));
    }
  }
  return terms;
}
