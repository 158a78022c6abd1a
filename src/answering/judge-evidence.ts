import type { EvidenceStrength } from './evidence-strength.js';

/** Whether the evidence answers, is only near, or is nothing, and how well it supports an answer (0..1). */
export type Verdict = { readonly support: number } & (
  | { readonly status: 'answered'; readonly confidence: 'direct' | 'likely' }
  | { readonly status: 'related-only' }
  | { readonly status: 'not-covered' }
);

// Logistic regression of "the statements shown are right" on 841 questions: 269 about corpus/ (24 of them ask for a fact that
// is absent, 18 for something else), 30 about headlines beside an article, news-dev's 280 asked of corpus/, and its 262 asked
// of news-dev. Tenfold cross-validation loses .001 to .02 of the areas under the curve, which are .95 for news-dev's
// answerable questions against later years', .999 against other headlines and .74 against absent facts.
const COEFFICIENTS = {
  constant: -5.38,
  inPassage: 4.3,
  matched: 2.71,
  filtered: 1.95,
  missing: -2.74,
  counts: 0.83,
  untold: 0.87,
  words: -0.35,
  strangeName: -1.11,
};
// Beyond these the figures say no more.
const MOST_MATCHED = 8;
const MOST_WORDS = 8;
// Of the questions about corpus/, 95 % of the answers at or above are right.
const DIRECT_FROM = 0.7;
// Where less of what is asked about somebody stands beside their name, the name alone may have found the evidence: of 175 answers
// from DIRECT_FROM on .93 are right, of the 165 at or above this share .95.
const DIRECT_BESIDE_NAMES = 0.5;
// Longer passages than those of corpus/ hold all of a question without answering it: of 87 answers so supported about four other
// corpora .83 are right, of the 54 whose best sentence, with what stands beside and above it, covers so much .93; of the 249 about
// corpus/ .95, of the 185 with it .93.
const DIRECT_COVERED = 0.75;
// All of the 190 questions whose answer stands in the statements are at or above, and 4 of the 280 about other news.
const LIKELY_FROM = 0.22;
// Neighbours in a question mostly name one thing. Where a telling one is left out, little else makes up for it: of the 190
// this refuses 1, of the 30 about other headlines the last 3, of the 4 about other news 2.
const TORN = 0.6;
const TORN_BUT_SUPPORTED = 0.36;
// "What did the Harbour Post report?": nothing is asked but what the filter lets through, so that answers; how well, nothing tells.
const SCOPE_ONLY = 0.5;
// What makes unanswered evidence worth showing as related: half the question, or a telling name in the same place.
const RELATED_FROM = 0.03;
// So much support is about the same: of 27 answerable questions that nothing else shows to be 11 have it, of 39 about something
// else none, of 294 about other news 18.
const RELATED_SUPPORT = 0.12;
const RELATED_COVERED = 0.45;
const RELATED_TORN = 0.5;
const RELATED_NAMES = 0.5;

/** Judges the evidence. `filtered`: the question was restricted to outlets or days, which names a part of its topic. */
export function judgeEvidence(strength: EvidenceStrength, filtered: boolean): Verdict {
  if (strength.scopeOnly && filtered) return { status: 'answered', confidence: 'likely', support: SCOPE_ONLY };
  // "Why?": what is near, at most.
  if (strength.words === 0 && filtered) return { status: 'related-only', support: 0 };
  if (strength.covered === 0) return { status: 'not-covered', support: 0 };
  const support = supportOf(strength, filtered);
  if (support >= LIKELY_FROM && holdsWhatIsAsked(strength, support, filtered)) {
    return { status: 'answered', confidence: isDirect(strength, support) ? 'direct' : 'likely', support };
  }
  return { status: filtered || isSameTopic(strength, support) ? 'related-only' : 'not-covered', support };
}

/** Whether it is sure to answer. A filter alone lets through words that are not of whoever was asked for. */
function isDirect({ besideNames, corrected, covered, heard }: EvidenceStrength, support: number): boolean {
  const isNear = covered >= DIRECT_COVERED && besideNames >= DIRECT_BESIDE_NAMES;
  return support >= DIRECT_FROM && isNear && heard && !corrected;
}

/** Whether every name is one the coverage has, the thing asked for is there in kind, and no group of words is torn. */
function holdsWhatIsAsked(
  { heard, holdsNames, holdsTopic, holdsType, holdsUnit, strangeName, torn }: EvidenceStrength,
  support: number,
  filtered: boolean,
): boolean {
  return (
    (heard || filtered) &&
    holdsType &&
    holdsUnit &&
    ((holdsNames && holdsTopic) || filtered) &&
    !strangeName &&
    (filtered || torn < TORN || support >= TORN_BUT_SUPPORTED)
  );
}

/** Whether what was found, though it does not answer, is about what was asked. */
function isSameTopic({ covered, names, torn }: EvidenceStrength, support: number): boolean {
  if (support < RELATED_FROM) return false;
  if (support >= RELATED_SUPPORT) return true;
  return names >= RELATED_NAMES || (covered >= RELATED_COVERED && torn < RELATED_TORN);
}

function supportOf(strength: EvidenceStrength, filtered: boolean): number {
  const { inPassage, matched, missing, counts, untold, words, strangeName } = strength;
  const sum =
    COEFFICIENTS.constant +
    COEFFICIENTS.inPassage * inPassage +
    (COEFFICIENTS.matched * Math.min(matched, MOST_MATCHED)) / MOST_MATCHED +
    COEFFICIENTS.missing * missing +
    COEFFICIENTS.untold * untold +
    (COEFFICIENTS.words * Math.min(words, MOST_WORDS)) / MOST_WORDS +
    (filtered ? COEFFICIENTS.filtered : 0) +
    (counts ? COEFFICIENTS.counts : 0) +
    (strangeName ? COEFFICIENTS.strangeName : 0);
  return 1 / (1 + Math.exp(-sum));
}
