import { beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { article, townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { sentenceWith, weighFor } from '../support/weighed-evidence.js';

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles);
});

describe('weighSentences', () => {
  it('gives every sentence of the passages, verbatim and best first', async () => {
    const { weighed } = await weighFor(snapshot, 'Why was the ferry to Lark Island cancelled?');
    const scores = weighed.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(weighed[0]?.text).toBe('The ferry to Lark Island was cancelled on Monday because of a storm.');
    for (const { passage, span, text } of weighed) {
      expect(snapshot.articles[snapshot.articleOf[passage] ?? -1]?.body.slice(span.start, span.end)).toBe(text);
    }
  });

  it('credits a word beside the sentence for less than one inside it, and an absent one for nothing', async () => {
    const { weighed, focus } = await weighFor(snapshot, 'islanders ferry zebra');
    const waited = sentenceWith('Islanders waited', weighed);
    expect(focus.words.map(({ surface }) => surface)).toEqual(['islanders', 'ferry', 'zebra']);
    expect(waited.found[0]).toBe(1);
    expect(waited.found[2]).toBe(0);
    expect(waited.inSentence).toBeGreaterThan(0);
    expect(waited.covered).toBeGreaterThan(waited.inSentence);
    expect(waited.covered).toBeLessThan(1);
  });

  it('prefers the sentence that holds what is asked for', async () => {
    const two = await snapshotOf([
      article('a', 'The bridge cost a fortune. The bridge cost 6 billion won. The bridge is red.'),
    ]);
    const { weighed } = await weighFor(two, 'How much did the bridge cost?');
    expect(weighed[0]?.text).toBe('The bridge cost 6 billion won.');
  });

  it('prefers the sentence with the unit asked for', async () => {
    const fair = await snapshotOf([
      article('a', 'The fair at the harbour opened on Monday, 5 January. It began at 6:40 p.m. and was full.'),
    ]);
    const { weighed } = await weighFor(fair, 'At what time did the fair begin?');
    expect(weighed[0]?.text).toBe('It began at 6:40 p.m. and was full.');
  });

  it('prefers the sentence that counts the very thing asked for', async () => {
    const fair = await snapshotOf([
      article('a', 'The fair brought 400 people to the harbour. The fair brought 16 companies to the harbour.'),
    ]);
    const { weighed } = await weighFor(fair, 'How many companies did the fair bring to the harbour?');
    expect(weighed[0]?.text).toBe('The fair brought 16 companies to the harbour.');
  });

  it('prefers whoever newer articles name where it is asked who holds an office', async () => {
    const club = await snapshotOf([
      article('old', 'Ann Holm is the coach of the rowing club.', { published: '2026-01-02' }),
      article('new', 'Mara Quill is the coach of the rowing club.', { published: '2026-01-20' }),
      article('last', 'Ann Holm was sacked as the coach of the rowing club.', { published: '2026-01-21' }),
    ]);
    const { weighed } = await weighFor(club, 'Who is the coach of the rowing club?');
    expect(weighed[0]?.text).toBe('Mara Quill is the coach of the rowing club.');
  });

  it('prefers what is said to what is asked, but for what somebody asked', async () => {
    const quiz = await snapshotOf([
      article('a', 'Was the bridge closed by ice? The bridge was closed by ice on Monday, they said.'),
    ]);
    const { weighed } = await weighFor(quiz, 'Was the bridge closed by ice?');
    expect(weighed[0]?.text).toBe('The bridge was closed by ice on Monday, they said.');
    const quoted = await snapshotOf([article('a', '"Was the bridge closed by ice?"')]);
    const bare = await snapshotOf([article('a', 'Was the bridge closed by ice?')]);
    const scoreOf = async (one: typeof quoted) => (await weighFor(one, 'bridge ice')).weighed[0]?.score ?? 0;
    expect(await scoreOf(quoted)).toBeGreaterThan(await scoreOf(bare));
  });

  it('does not prefer a sentence for its length', async () => {
    const filler = 'and the mayor spoke of streets, schools, taxes, trees, lamps, benches and much besides '.repeat(4);
    const two = await snapshotOf([
      article('long', `The bridge was painted red ${filler}on Monday.`),
      article('short', 'The bridge was painted red on Monday.'),
    ]);
    expect((await weighFor(two, 'bridge painted red')).weighed[0]?.text).toBe('The bridge was painted red on Monday.');
  });

  it('weighs nothing where nothing was found', async () => {
    expect((await weighFor(await snapshotOf([]), 'ferry')).weighed).toEqual([]);
  });
});
