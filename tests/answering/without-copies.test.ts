import { expect, it } from 'vitest';
import { withoutCopies } from '../../src/answering/without-copies.js';
import { createPassageReader } from '../../src/retrieval/passage-reader.js';
import { article, townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';

const story = (captain: string) =>
  `The harbour hired nine pilots in spring, said captain ${captain}. The ferries to Lark Island sail again on Monday.`;

it('lets fifty near-copies of one story take few of the places, and the story that differs keep its own', async () => {
  const copies = Array.from({ length: 50 }, (_, i) => article(`copy-${String(i).padStart(2, '0')}`, story(`Anna${i}`)));
  const other = article('other', 'The harbour hired six pilots, the union counted. It asks for more of them.');
  const snapshot = await snapshotOf([...copies, other]);
  const ranked = snapshot.passages.map((_, position) => ({ position, score: 1, lexical: 1, similarity: 0 }));
  const kept = withoutCopies(snapshot, ranked, createPassageReader(snapshot), 30);
  const articles = kept.map(({ position }) => snapshot.passages[position]?.article);
  expect(articles).toContain('other');
  expect(articles.length).toBeLessThan(10);
  expect(articles[0]).toBe('copy-00');
});

it('keeps what is not alike, in its order, and no more than asked for', async () => {
  const snapshot = await snapshotOf(townArticles);
  const ranked = snapshot.passages.map((_, position) => ({ position, score: 1, lexical: 1, similarity: 0 }));
  expect(withoutCopies(snapshot, ranked, createPassageReader(snapshot), 100)).toEqual(ranked);
  expect(withoutCopies(snapshot, ranked, createPassageReader(snapshot), 3)).toEqual(ranked.slice(0, 3));
});
