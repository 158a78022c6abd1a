import { beforeAll, describe, expect, it } from 'vitest';
import { chooseStatements } from '../../src/answering/choose-statements.js';
import { type EvidenceStrength, evidenceStrength } from '../../src/answering/evidence-strength.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { weighFor } from '../support/weighed-evidence.js';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles);
});

async function strengthOf(question: string): Promise<EvidenceStrength> {
  const { focus, weighed, passages } = await weighFor(snapshot, question);
  return evidenceStrength(snapshot, focus, chooseStatements(snapshot, focus, weighed), passages);
}

describe('evidenceStrength', () => {
  it('is whole where a sentence has every word of the question', async () => {
    expect(await strengthOf('Was the ferry to Lark Island cancelled because of a storm?')).toMatchObject({
      covered: 1,
      inSentence: 1,
      predicate: 1,
      foreign: 0,
      missing: 0,
      strangeName: false,
    });
  });

  it('covers more with the neighbours than in the sentence alone', async () => {
    const { covered, inSentence } = await strengthOf('Did islanders wait when the ferry was cancelled?');
    expect(inSentence).toBeLessThan(1);
    expect(covered).toBeGreaterThan(inSentence);
  });

  it('covers less the more words the coverage lacks', async () => {
    const [some, most] = [await strengthOf('ferry zebra'), await strengthOf('ferry zebra giraffe')];
    expect(most.covered).toBeLessThan(some.covered);
    expect(most.missing).toBeGreaterThan(some.missing);
    expect(most.foreign).toBeGreaterThan(some.foreign);
  });

  it.each([
    ['Did the ferry reach Zanzibar?', true, 'a name the coverage has not'],
    ['Did the ferry reach Lark Island?', false, 'a name it has'],
    ['Did Jae-myong Seo take bows?', false, 'a name spelt nearly so'],
    ['did the ferry reach zanzibar?', false, 'no capital'],
    ['Zanzibar and the ferry', false, 'a capital that begins the question'],
  ])('%s – strange name: %s, for %s', async (question, strange) => {
    expect((await strengthOf(question)).strangeName).toBe(strange);
  });

  it('holds no names against the predicate', async () => {
    const { predicate, covered } = await strengthOf('Was the ferry of Zanzibar cancelled?');
    expect(predicate).toBe(1);
    expect(covered).toBeLessThan(1);
  });

  it('counts the words of the best sentence, and a slip for the word itself', async () => {
    expect((await strengthOf('orchestra market hall')).wordsFound).toBe(3);
    const [right, slip] = [await strengthOf('orchestra played'), await strengthOf('orchstra played')];
    expect(slip.wordsFound).toBe(right.wordsFound);
    expect(slip.wordForWord).toBeGreaterThan(0);
  });

  it.each([
    ['How much will a ticket cost?', true],
    ['When was the ferry cancelled?', true],
    ['Who opened the library?', true],
    ['When did the choir sing?', false],
  ])('looks for the kind asked for: %s %s', async (question, hasType) => {
    expect((await strengthOf(question)).hasType).toBe(hasType);
  });

  it('misses no pair of letters in scripts without blanks', async () => {
    expect((await strengthOf('渡轮为什么取消？')).missing).toBe(0);
  });

  it('is nothing where nothing was found', async () => {
    const { focus } = await weighFor(snapshot, 'ferry');
    expect(evidenceStrength(snapshot, focus, [], [])).toMatchObject({
      covered: 0,
      inSentence: 0,
      hasType: false,
      wordsFound: 0,
      wordForWord: 0,
      matched: 0,
    });
  });

  it('names no share that is no share, whatever is asked', async () => {
    for (const question of ['what is it?', '?a', '渡', 'zebra', '2026']) {
      const { covered, inSentence, predicate, foreign, missing, matched } = await strengthOf(question);
      for (const share of [covered, inSentence, predicate, foreign, missing]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(Number.isFinite(matched)).toBe(true);
    }
  });
});
