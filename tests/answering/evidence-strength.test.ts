import { beforeAll, describe, expect, it } from 'vitest';
import { chooseStatements } from '../../src/answering/choose-statements.js';
import { type EvidenceStrength, evidenceStrength } from '../../src/answering/evidence-strength.js';
import { createAliasIndex } from '../../src/entities/lookup/alias-index.js';
import { createNameFinder } from '../../src/entities/lookup/name-finder.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { article, townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { weighFor } from '../support/weighed-evidence.js';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles);
});

async function strengthOf(question: string): Promise<EvidenceStrength> {
  const { focus, weighed, passages } = await weighFor(snapshot, question);
  return evidenceStrength(snapshot, focus, chooseStatements(snapshot, focus, weighed), weighed, passages);
}

describe('evidenceStrength', () => {
  it('is whole where a sentence has every word of the question', async () => {
    expect(await strengthOf('Was the ferry to Lark Island cancelled because of a storm?')).toMatchObject({
      words: 6,
      covered: 1,
      inPassage: 1,
      missing: 0,
      untold: 0,
      torn: 0,
      strangeName: false,
    });
  });

  it('finds in the whole passage what the best sentence leaves out', async () => {
    const { covered, inPassage } = await strengthOf('Did islanders wait when the ferry was cancelled?');
    expect(covered).toBeLessThan(1);
    expect(inPassage).toBe(1);
  });

  it('finds in the title what the passage leaves out', async () => {
    const titled = await snapshotOf([{ ...article('a', 'It was cancelled on Monday.'), title: 'Ferry in a storm' }]);
    const { focus, weighed, passages } = await weighFor(titled, 'Was the ferry cancelled?');
    const { inPassage, covered } = evidenceStrength(
      titled,
      focus,
      chooseStatements(titled, focus, weighed),
      weighed,
      passages,
    );
    expect(inPassage).toBe(1);
    expect(covered).toBeLessThan(1);
  });

  it('weighs the most telling word that is left out, but for what is asked for', async () => {
    expect((await strengthOf('Did the zebra open the library?')).untold).toBe(1);
    expect((await strengthOf('Which zebra opened the library?')).untold).toBe(0);
  });

  it('covers less the more words the coverage lacks', async () => {
    const [some, most] = [await strengthOf('ferry zebra'), await strengthOf('ferry zebra giraffe')];
    expect(most.covered).toBeLessThan(some.covered);
    expect(most.missing).toBeGreaterThan(some.missing);
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

  it.each([
    ['How much will a ticket cost?', true],
    ['When was the ferry cancelled?', true],
    ['Who opened the library?', true],
    ['When did the choir sing?', false],
    ['How many songs did the choir sing?', false],
  ])('looks for a number or a day where one is asked for: %s %s', async (question, holdsType) => {
    expect((await strengthOf(question)).holdsType).toBe(holdsType);
  });

  it.each([
    ['When was the ferry to Lark Island cancelled?', true],
    ['When did Jae-myung Seo cancel the ferry?', false],
    ['Why did Jae-myung Seo cancel the ferry?', true],
  ])('looks for the names beside a day or a number: %s %s', async (question, holdsNames) => {
    expect((await strengthOf(question)).holdsNames).toBe(holdsNames);
  });

  it('tells how much is found beside the names', async () => {
    expect((await strengthOf('Did Jae-myung Seo take bows?')).besideNames).toBe(1);
    expect((await strengthOf('Did Jae-myung Seo build rockets?')).besideNames).toBeLessThan(0.5);
  });

  it.each([
    ['Which conservatory did Mara Quill attend?', false, 'her name alone'],
    ['Which harbour did Mara Quill leave?', true, 'words beside the name'],
    ['Which quarrel divides Mara Quill and Anton Berg?', true, 'both names in a sentence'],
    ['When did Mara Quill attend a conservatory?', true, 'a day, which is looked for itself'],
    ['Mara Quill', true, 'nothing else being asked'],
  ])('%s – holds the topic: %s, for %s', async (question, holdsTopic) => {
    const people = await snapshotOf([
      article('a', 'Mara Quill met Anton Berg at the harbour. Mara Quill left early.'),
      article('b', 'Anton Berg sings. Mara Quill sailed home.'),
    ]);
    const names = createNameFinder(people.catalogue, createAliasIndex(people.catalogue));
    const { focus, weighed, passages } = await weighFor(people, question, names);
    const chosen = chooseStatements(people, focus, weighed);
    expect(evidenceStrength(people, focus, chosen, weighed, passages).holdsTopic).toBe(holdsTopic);
  });

  it('takes no word for a strange name because a mark stands before the question', async () => {
    expect((await strengthOf('¿Zanzibar and the ferry?')).strangeName).toBe(false);
  });

  it('misses no pair of letters in scripts without blanks', async () => {
    expect((await strengthOf('渡轮为什么取消？')).missing).toBe(0);
  });

  it('is nothing where nothing was found', async () => {
    const { focus } = await weighFor(snapshot, 'ferry');
    expect(evidenceStrength(snapshot, focus, [], [], [])).toMatchObject({
      covered: 0,
      inPassage: 0,
      matched: 0,
      names: 0,
    });
  });

  it('names no share that is no share, whatever is asked', async () => {
    for (const question of ['what is it?', '?a', '渡', 'zebra', '2026']) {
      const { covered, inPassage, missing, matched } = await strengthOf(question);
      for (const share of [covered, inPassage, missing]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(Number.isFinite(matched)).toBe(true);
    }
  });
});
