import { describe, expect, it } from 'vitest';
import { asksForPresent, recency, speaksOfFormer } from '../../src/answering/present-state.js';

describe('a question for how things stand', () => {
  it.each([
    'Who is the mayor?',
    "who's the coach",
    'Who leads the council?',
    'What is the latest toll?',
    'the current price',
  ])('is %j', (question) => {
    expect(asksForPresent(question)).toBe(true);
  });

  it.each(['Who was the mayor?', 'Who led the council?', 'What did the mayor know?', 'Who opened the library?'])(
    'is not %j',
    (question) => {
      expect(asksForPresent(question)).toBe(false);
    },
  );
});

describe('a sentence about a former holder', () => {
  it.each(['The club sacked its coach.', 'Former mayor Ann Holm waved.', 'She stepped down.', 'his ex-deputy'])(
    'is %j',
    (sentence) => {
      expect(speaksOfFormer(sentence)).toBe(true);
    },
  );

  it.each(['The mayor performed.', 'The coach is new.', 'An example.'])('is not %j', (sentence) => {
    expect(speaksOfFormer(sentence)).toBe(false);
  });
});

describe('recency', () => {
  const coverage = { from: '2026-01-01', to: '2026-01-11' };

  it('is 0 on the oldest day, 1 on the newest, and between in proportion', () => {
    expect(recency('2026-01-01', coverage)).toBe(0);
    expect(recency('2026-01-06', coverage)).toBe(0.5);
    expect(recency('2026-01-11', coverage)).toBe(1);
  });

  it('stays within the coverage', () => {
    expect(recency('2025-01-01', coverage)).toBe(0);
    expect(recency('2027-01-01', coverage)).toBe(1);
  });

  it('is 0 where a day is unknown or all are one', () => {
    expect(recency(undefined, coverage)).toBe(0);
    expect(recency('2026-01-01', undefined)).toBe(0);
    expect(recency('2026-01-01', { from: '2026-01-01', to: '2026-01-01' })).toBe(0);
  });
});
