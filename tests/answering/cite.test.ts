import { beforeAll, describe, expect, it } from 'vitest';
import type { ChosenStatement } from '../../src/answering/choose-statements.js';
import { articleMeta, citeStatements } from '../../src/answering/cite.js';
import type { SentenceEvidence } from '../../src/answering/sentence-evidence.js';
import type { Snapshot } from '../../src/retrieval/snapshot.js';
import { townArticles } from '../fixtures/articles.js';
import { snapshotOf } from '../support/memory-snapshot.js';
import { sentenceWith, weighFor } from '../support/weighed-evidence.js';

let snapshot: Snapshot;
let ferry: SentenceEvidence;
let bridge: SentenceEvidence;
let undated: SentenceEvidence;
beforeAll(async () => {
  snapshot = await snapshotOf(townArticles);
  const { weighed } = await weighFor(snapshot, 'ferry bridge gull');
  ferry = sentenceWith('cancelled on Monday', weighed);
  bridge = sentenceWith('replace the ferry', weighed);
  undated = sentenceWith('stole a sandwich', weighed);
});

const alone = (evidence: SentenceEvidence): ChosenStatement => ({ evidence, echoes: [] });

describe('citeStatements', () => {
  it('numbers the sources in order of their first use, echoes beside what they repeat', () => {
    const { statements, citations } = citeStatements(snapshot, [{ evidence: ferry, echoes: [undated] }, alone(bridge)]);
    expect(statements).toEqual([
      { text: ferry.text, citations: [1, 2] },
      { text: bridge.text, citations: [3] },
    ]);
    expect(citations.map(({ marker }) => marker)).toEqual([1, 2, 3]);
    expect(citations.map(({ article }) => article.id)).toEqual(['01-ferry-cancelled', '12-undated', '04-bridge-plan']);
  });

  it('quotes what stands in the passage, and the passage as it stands in the article', () => {
    const { citations } = citeStatements(snapshot, [ferry, bridge, undated].map(alone));
    expect(citations).toHaveLength(3);
    for (const { quote, quoteSpan, passageText, article } of citations) {
      expect(passageText.slice(quoteSpan.start, quoteSpan.end)).toBe(quote);
      expect(townArticles.find(({ id }) => id === article.id)?.body).toContain(passageText);
    }
    expect(citations[1]?.quoteSpan.start).toBeGreaterThan(0);
  });

  it.each<[string, (evidence: SentenceEvidence) => Partial<SentenceEvidence>]>([
    ['does not stand in its passage', () => ({ text: 'The ferry sank on Monday.' })],
    ['differs in one sign', ({ text }) => ({ text: text.replace(/\.$/, '!') })],
    ['is said to stand elsewhere', ({ span }) => ({ span: { start: span.start + 1, end: span.end + 1 } })],
    ['stands before its passage', ({ span }) => ({ span: { start: span.start - 500, end: span.end - 500 } })],
    ['is from another passage', () => ({ passage: bridge.passage })],
    ['is from no passage', () => ({ passage: 10_000 })],
    ['is empty', ({ span }) => ({ text: '', span: { start: span.start, end: span.start } })],
  ])('does not show a statement that %s', (_case, wrong) => {
    const forged = { ...ferry, ...wrong(ferry) };
    expect(citeStatements(snapshot, [alone(forged), alone(bridge)])).toEqual(citeStatements(snapshot, [alone(bridge)]));
  });

  it('does not show a statement for the sake of an echo that says something else', () => {
    const forged = { ...ferry, text: 'The ferry sank on Monday.' };
    expect(citeStatements(snapshot, [{ evidence: forged, echoes: [bridge] }, alone(undated)])).toEqual(
      citeStatements(snapshot, [alone(undated)]),
    );
  });

  it('leaves out an echo that does not stand in its passage, and keeps the statement', () => {
    const forged = { ...bridge, text: 'It never said so.' };
    const cited = citeStatements(snapshot, [{ evidence: ferry, echoes: [forged, undated] }]);
    expect(cited.statements).toEqual([{ text: ferry.text, citations: [1, 2] }]);
    expect(cited.citations.map(({ quote }) => quote)).toEqual([ferry.text, undated.text]);
  });

  it('shows nothing for nothing', () => {
    expect(citeStatements(snapshot, [])).toEqual({ statements: [], citations: [] });
  });
});

describe('articleMeta', () => {
  it('is the article without its text', () => {
    const [first] = townArticles;
    if (first === undefined) throw new Error('no article');
    const { body, contentHash, ...meta } = first;
    expect(articleMeta(first)).toEqual(meta);
  });
});
