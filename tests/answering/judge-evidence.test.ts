import { describe, expect, it } from 'vitest';
import type { EvidenceStrength } from '../../src/answering/evidence-strength.js';
import { judgeEvidence } from '../../src/answering/judge-evidence.js';

/** Evidence that says exactly what was asked, but for what a test takes away. */
function strength(fields: Partial<EvidenceStrength> = {}): EvidenceStrength {
  return {
    covered: 1,
    inSentence: 1,
    predicate: 1,
    hasType: true,
    counts: true,
    holdsUnit: true,
    wordsFound: 4,
    wordForWord: 3,
    names: 1,
    foreign: 0,
    strangeName: false,
    torn: 0,
    oneGroup: false,
    missing: 0,
    matched: 8,
    ...fields,
  };
}
const nothing = strength({
  covered: 0,
  inSentence: 0,
  predicate: 0,
  hasType: false,
  counts: false,
  wordsFound: 0,
  wordForWord: 0,
  names: 0,
  matched: 0,
});
const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];

describe('judgeEvidence', () => {
  it('calls the whole question in one sentence a direct answer', () => {
    expect(judgeEvidence(strength(), false)).toMatchObject({ status: 'answered', confidence: 'direct' });
  });

  it.each([true, false])('has no answer where nothing was found (filtered: %s)', (filtered) => {
    expect(judgeEvidence(nothing, filtered)).toEqual({ status: 'not-covered', support: 0 });
  });

  it.each(['covered', 'inSentence', 'predicate'] as const)('never supports less when more is %s', (share) => {
    for (const rest of [strength(), strength({ covered: 0.4, inSentence: 0.3, predicate: 0.3, hasType: false })]) {
      for (const filtered of [true, false]) {
        const supports = shares.map((value) => judgeEvidence({ ...rest, [share]: value }, filtered).support);
        expect(supports).toEqual(supports.toSorted((a, b) => a - b));
      }
    }
  });

  it.each(['hasType', 'counts'] as const)('supports more with %s than without', (fact) => {
    const supportWith = (value: boolean) => judgeEvidence(strength({ [fact]: value }), false).support;
    expect(supportWith(true)).toBeGreaterThan(supportWith(false));
  });

  it('keeps the support between nothing and all', () => {
    for (const value of shares) {
      const { support } = judgeEvidence(strength({ covered: value, inSentence: value, predicate: value }), true);
      expect(support).toBeGreaterThanOrEqual(0);
      expect(support).toBeLessThanOrEqual(1);
    }
  });

  it.each<[string, Partial<EvidenceStrength>]>([
    ['turns on a name the coverage does not have', { strangeName: true }],
    ['asks for a unit that the sentences do not have', { holdsUnit: false }],
    ['is for its better half of words the coverage lacks', { missing: 0.7 }],
    ['shares no word of its own with the sentence', { wordForWord: 0, covered: 0.5, wordsFound: 1 }],
  ])('shows as related at most what %s', (_case, fields) => {
    expect(judgeEvidence(strength(fields), false).status).not.toBe('answered');
  });

  it('takes half a group of words for another thing, unless much else is there', () => {
    expect(judgeEvidence(strength({ torn: 0.8, covered: 0.4 }), false).status).not.toBe('answered');
    expect(judgeEvidence(strength({ torn: 0.8, covered: 0.7 }), false).status).toBe('answered');
    expect(judgeEvidence(strength({ torn: 0.8, covered: 0.7, oneGroup: true }), false).status).not.toBe('answered');
  });

  it('has nothing about what lies elsewhere', () => {
    const far = strength({ covered: 0.3, inSentence: 0.2, matched: 0.5, wordsFound: 1, names: 0, wordForWord: 0.1 });
    expect(judgeEvidence(far, false).status).toBe('not-covered');
    expect(judgeEvidence({ ...far, wordsFound: 3, foreign: 0.7 }, false).status).toBe('not-covered');
  });

  it('asks less of the evidence where an outlet or days were asked for', () => {
    const weak = strength({ covered: 0.5, inSentence: 0.4, predicate: 0.3, counts: false, missing: 0.7 });
    expect(judgeEvidence(weak, false).status).not.toBe('answered');
    expect(judgeEvidence(weak, true)).toMatchObject({ status: 'answered', confidence: 'likely' });
  });

  it('says at least what is near where an outlet or days were asked for', () => {
    const poor = strength({ ...nothing, covered: 0.1 });
    expect(judgeEvidence(poor, true).status).toBe('related-only');
    expect(judgeEvidence(poor, false).status).toBe('not-covered');
  });

  it('is never surer of a weaker answer', () => {
    const verdicts = shares.map((value) => judgeEvidence(strength({ covered: value, inSentence: value }), false));
    const direct = verdicts.filter((verdict) => verdict.status === 'answered' && verdict.confidence === 'direct');
    const others = verdicts.filter((verdict) => !direct.includes(verdict));
    expect(direct.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    const least = Math.min(...direct.map(({ support }) => support));
    expect(others.every(({ support }) => support < least)).toBe(true);
  });
});
