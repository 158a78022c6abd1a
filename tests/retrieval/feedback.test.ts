import { beforeAll, describe, expect, it } from 'vitest';
import { feedbackTerms } from '../../src/retrieval/feedback.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { tokenize } from '../../src/retrieval/tokenize.js';
import { article } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf([
    article('a', 'The ferry passed a storm. The captain waited.'),
    article('b', 'The ferry passed another storm. A captain was praised.'),
    article('c', 'The ferry is blue.'),
    article('d', 'The choir sang under the oak.'),
  ]);
});

const read = (text: string, score = 1) => ({ tokens: tokenize(text), score });

describe('feedbackTerms', () => {
  it('gives what the passages are about, the most telling term first and with weight 1', () => {
    const terms = feedbackTerms(snapshot, [read('ferry storm captain'), read('ferry storm')]);
    const weights = [...terms.values()];
    expect([...terms.keys()][0]).toBe('storm');
    expect(weights[0]).toBe(1);
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(weights.every((weight) => weight > 0)).toBe(true);
  });

  it('leaves out function words and what stands in one passage only', () => {
    const terms = feedbackTerms(snapshot, [read('the choir passed a storm under the oak')]);
    expect([...terms.keys()].toSorted()).toEqual(['pass', 'storm']);
  });

  it('is nothing where no word has found a passage', () => {
    expect(feedbackTerms(snapshot, [read('ferry storm captain', 0)]).size).toBe(0);
  });

  it('believes a passage of a higher score more', () => {
    const weigh = (storm: number, captain: number) =>
      feedbackTerms(snapshot, [read('storm', storm), read('captain', captain)]);
    expect(weigh(1, 0.5).get('captain')).toBeLessThan(weigh(1, 0.5).get('storm') ?? 0);
    expect(weigh(0.5, 1).get('storm')).toBeLessThan(weigh(0.5, 1).get('captain') ?? 0);
  });

  it('believes a word of a short passage more than one of a long one', () => {
    const terms = feedbackTerms(snapshot, [read('storm'), read('captain choir oak blue waited praised sang')]);
    expect(terms.get('captain')).toBeLessThan(terms.get('storm') ?? 0);
  });

  it('gives a limited number of terms', async () => {
    const words = Array.from(
      { length: 300 },
      (_, i) => `word${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) | 0))}`,
    );
    const body = `${words.join(' ')}.`;
    const large = await snapshotOf([article('a', body), article('b', body)]);
    const { size } = feedbackTerms(large, [read(body)]);
    expect(size).toBeGreaterThan(10);
    expect(size).toBeLessThan(200);
  });

  it('has nothing to say of no passages, or of ones without words', () => {
    expect(feedbackTerms(snapshot, []).size).toBe(0);
    expect(feedbackTerms(snapshot, [read('…'), read('the')]).size).toBe(0);
  });
});
