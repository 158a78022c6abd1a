import { describe, expect, it } from 'vitest';
import type { EvidenceStrength } from '../../src/answering/evidence-strength.js';
import { judgeEvidence } from '../../src/answering/judge-evidence.js';

/** Evidence that says exactly what was asked, but for what a test takes away. */
function strength(fields: Partial<EvidenceStrength> = {}): EvidenceStrength {
  return {
    words: 4,
    scopeOnly: false,
    covered: 1,
    inPassage: 1,
    matched: 8,
    missing: 0,
    untold: 0,
    torn: 0,
    strangeName: false,
    counts: true,
    heard: true,
    corrected: false,
    holdsType: true,
    holdsUnit: true,
    holdsNames: true,
    holdsTopic: true,
    besideNames: 1,
    names: 1,
    ...fields,
  };
}
const nothing = strength({ covered: 0, inPassage: 0, matched: 0, missing: 1, untold: 1, counts: false, names: 0 });
const weak = strength({ covered: 0.5, inPassage: 0.5, matched: 2, counts: false, missing: 0.1, names: 0 });
const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];

describe('judgeEvidence', () => {
  it('calls the whole question in one passage a direct answer', () => {
    expect(judgeEvidence(strength(), false)).toMatchObject({ status: 'answered', confidence: 'direct' });
  });

  it.each([true, false])('has no answer where nothing was found (filtered: %s)', (filtered) => {
    expect(judgeEvidence(nothing, filtered)).toEqual({ status: 'not-covered', support: 0 });
  });

  it.each(['inPassage', 'matched'] as const)('never supports less when more is %s', (measure) => {
    for (const rest of [strength(), weak]) {
      for (const filtered of [true, false]) {
        const supports = shares.map((value) => judgeEvidence({ ...rest, [measure]: value }, filtered).support);
        expect(supports).toEqual(supports.toSorted((a, b) => a - b));
      }
    }
  });

  it.each(['missing', 'torn'] as const)('never supports more when more is %s', (measure) => {
    const supports = shares.map((value) => judgeEvidence({ ...weak, [measure]: value }, false).support);
    expect(supports).toEqual(supports.toSorted((a, b) => b - a));
  });

  it('supports more where a counted thing has its number, less where a name is strange', () => {
    const { support } = judgeEvidence(weak, false);
    expect(judgeEvidence({ ...weak, counts: true }, false).support).toBeGreaterThan(support);
    expect(judgeEvidence({ ...weak, strangeName: true }, false).support).toBeLessThan(support);
  });

  it('keeps the support between nothing and all', () => {
    for (const value of [...shares, 100]) {
      const { support } = judgeEvidence(
        strength({ inPassage: Math.min(1, value), matched: value, words: 1 + value }),
        true,
      );
      expect(support).toBeGreaterThan(0);
      expect(support).toBeLessThan(1);
    }
  });

  it.each<[string, Partial<EvidenceStrength>]>([
    ['asks for a number or a day that the sentences do not have', { holdsType: false }],
    ['asks for words of somebody who says nothing in the sentences', { heard: false }],
    ['asks for a unit that the sentences do not have', { holdsUnit: false }],
    ['is for its better half of words the coverage lacks', { missing: 0.7, inPassage: 0.3, matched: 3 }],
    ['finds half a group of its words and little else', { torn: 0.8, inPassage: 0.5, matched: 2.5, counts: false }],
  ])('shows as related at most what %s', (_case, fields) => {
    expect(judgeEvidence(strength(fields), false).status).not.toBe('answered');
  });

  it('forgives half a group of words where much else is there', () => {
    expect(judgeEvidence(strength({ torn: 0.8 }), false).status).toBe('answered');
  });

  it('is not sure of an answer that little but a name has found', () => {
    expect(judgeEvidence(strength({ besideNames: 0.4 }), false)).toMatchObject({ confidence: 'likely' });
  });

  it('answers with no day or number where the names asked for are not, unless a filter names the topic', () => {
    expect(judgeEvidence(strength({ holdsNames: false }), false).status).toBe('related-only');
    expect(judgeEvidence(strength({ holdsNames: false }), true).status).toBe('answered');
  });

  it('answers nothing by a name alone, unless a filter names the topic', () => {
    expect(judgeEvidence(strength({ holdsTopic: false }), false).status).toBe('related-only');
    expect(judgeEvidence(strength({ holdsTopic: false }), true).status).toBe('answered');
  });

  it('is not sure of an answer about a corrected name', () => {
    expect(judgeEvidence(strength({ corrected: true }), false)).toMatchObject({ confidence: 'likely' });
  });

  it('is not sure of an answer whose words stand all over its passage', () => {
    expect(judgeEvidence(strength({ covered: 0.7 }), false)).toMatchObject({ confidence: 'likely' });
  });

  it('is not sure of an answer within a filter where whoever was asked for is not heard', () => {
    expect(judgeEvidence(strength({ heard: false }), true)).toMatchObject({ confidence: 'likely' });
    expect(judgeEvidence(strength({ heard: false }), false).status).toBe('related-only');
  });

  it('shows what a filter lets through where nothing else is asked', () => {
    const scope = { ...nothing, words: 0, scopeOnly: true };
    expect(judgeEvidence(scope, true)).toMatchObject({ status: 'answered', confidence: 'likely' });
    expect(judgeEvidence(scope, false).status).toBe('not-covered');
    expect(judgeEvidence({ ...nothing, words: 0 }, true).status).toBe('related-only');
    expect(judgeEvidence({ ...nothing, words: 0 }, false).status).toBe('not-covered');
  });

  it('has nothing about what lies elsewhere', () => {
    const far = strength({ covered: 0.3, inPassage: 0.3, matched: 0.5, untold: 1, missing: 0.5, names: 0 });
    expect(judgeEvidence(far, false).status).toBe('not-covered');
  });

  it('asks less of the evidence where an outlet or days were asked for', () => {
    expect(judgeEvidence(weak, false).status).not.toBe('answered');
    expect(judgeEvidence(weak, true)).toMatchObject({ status: 'answered', confidence: 'likely' });
  });

  it('says at least what is near where an outlet or days were asked for', () => {
    const poor = { ...nothing, covered: 0.1 };
    expect(judgeEvidence(poor, true).status).toBe('related-only');
    expect(judgeEvidence(poor, false).status).toBe('not-covered');
  });

  it('is never surer of a weaker answer', () => {
    const verdicts = shares.map((value) => judgeEvidence(strength({ inPassage: value }), false));
    const direct = verdicts.filter((verdict) => verdict.status === 'answered' && verdict.confidence === 'direct');
    const others = verdicts.filter((verdict) => !direct.includes(verdict));
    expect(direct.length).toBeGreaterThan(0);
    expect(others.length).toBeGreaterThan(0);
    const least = Math.min(...direct.map(({ support }) => support));
    expect(others.every(({ support }) => support < least)).toBe(true);
  });
});
