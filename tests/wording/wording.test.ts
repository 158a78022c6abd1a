import { describe, expect, it } from 'vitest';
import { SnapshotMismatchError, UnavailableError, UsageError } from '../../src/domain/errors.js';
import type { ReindexOutcome } from '../../src/domain/reindex.js';
import { counted, listed } from '../../src/wording/counted.js';
import { dayText, momentText, spanText } from '../../src/wording/dates.js';
import { describeCoverage, leadOf } from '../../src/wording/describe-answer.js';
import { describeFilters } from '../../src/wording/describe-filters.js';
import { knownErrorText } from '../../src/wording/error-text.js';
import { printable } from '../../src/wording/printable.js';
import { describeOutcome, describeProgress, reindexText } from '../../src/wording/reindex-text.js';
import { statusText } from '../../src/wording/status-text.js';
import { forumArticles } from '../fakes/fake-coverage.js';
import { FakeDateline, fakeReport } from '../fakes/fake-dateline.js';

describe('dates in words', () => {
  it.each([
    ['2026-01-05', '5 January 2026'],
    ['2026-13-05', '2026-13-05'],
    ['soon', 'soon'],
  ])('a day: %s', (day, words) => expect(dayText(day)).toBe(words));

  it.each([
    ['2026-01-05', '2026-01-05', '5 January 2026'],
    ['2026-01-05', '2026-01-06', '5–6 January 2026'],
    ['2026-01-30', '2026-02-02', '30 January – 2 February 2026'],
    ['2025-12-30', '2026-01-02', '30 December 2025 – 2 January 2026'],
  ])('a span: %s to %s', (from, to, words) => expect(spanText({ from, to })).toBe(words));

  it('a moment, in UTC', () => expect(momentText('2026-01-05T23:44:00+08:00')).toBe('5 January 2026, 15:44 UTC'));
});

describe('numbers in words', () => {
  it.each([
    [0, 'no articles'],
    [1, '1 article'],
    [1234, '1,234 articles'],
  ])('%i', (count, words) => expect(counted(count, 'article')).toBe(words));

  it('a list', () => expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']));
});

describe('what was searched, in words', () => {
  it('names size and span', () => {
    expect(describeCoverage({ articles: 1, publishers: 1, dates: undefined })).toBe(
      '1 article from 1 outlet, none of them dated',
    );
  });

  it('names filters and those that were read from the question', () => {
    expect(
      describeFilters([
        { kind: 'source', values: ['A', 'B', 'C', 'D', 'E', 'F'], origin: 'question' },
        { kind: 'to', values: ['2026-01-06'], origin: 'option' },
      ]),
    ).toEqual([
      'Only articles from A, B, C, D and 2 more (read from the question).',
      'Only articles up to 6 January 2026.',
    ]);
  });

  it('names a single day once', () => {
    const [from, to] = [
      { kind: 'from', values: ['2026-01-05'], origin: 'question' },
      { kind: 'to', values: ['2026-01-05'], origin: 'question' },
    ] as const;
    expect(describeFilters([from, to])).toEqual(['Only articles of 5 January 2026 (read from the question).']);
    expect(describeFilters([from, { ...to, origin: 'option' }])).toHaveLength(2);
    expect(describeFilters([from, { ...to, values: ['2026-01-06'] }])).toHaveLength(2);
  });

  it('blames the filters where they leave nothing', () => {
    const filters = [{ kind: 'source', values: ['A'], origin: 'option' }] as const;
    const coverage = { articles: 0, publishers: 0, dates: undefined };
    expect(leadOf({ status: 'not-covered', support: 0, filters, coverage, snapshot: 's' })).toContain(
      'No article fits these filters.',
    );
  });
});

describe('a re-index in words', () => {
  const outcomes: [ReindexOutcome, string][] = [
    [
      { kind: 'published', snapshot: 'gen-000004', report: fakeReport },
      'Index gen-000004 is serving now. 1 added, 0 changed, 0 removed, 76 unchanged. 1 file set aside. 77 articles, 482 passages, 311 entities; 6 vectors made, 476 reused; 1.2 s.',
    ],
    [
      { kind: 'unchanged', snapshot: 'gen-000003', report: fakeReport },
      'Nothing has changed; index gen-000003 goes on serving 76 articles.',
    ],
    [
      {
        kind: 'published',
        snapshot: 'gen-000004',
        report: { ...fakeReport, entities: 31, bytesBefore: 950_000, bytesAfter: 1_240_000 },
      },
      'Index gen-000004 is serving now. 1 added, 0 changed, 0 removed, 76 unchanged. 1 file set aside. 77 articles, 482 passages, 31 entities; 1.2 MB on disk (before 950 kB); 6 vectors made, 476 reused; 1.2 s.',
    ],
    [
      { kind: 'published', snapshot: 'gen-000005', report: { ...fakeReport, searchableAfter: 640 } },
      'Index gen-000005 is serving now. 1 added, 0 changed, 0 removed, 76 unchanged. 1 file set aside. 77 articles, 482 passages, 311 entities; 6 vectors made, 476 reused; searchable after 0.6 s, with its names after 1.2 s.',
    ],
    [
      {
        kind: 'published',
        snapshot: 'gen-000004',
        report: { ...fakeReport, searchableAfter: 640, catalogueBehind: 'making it was stopped' },
      },
      'Index gen-000004 is serving now. 1 added, 0 changed, 0 removed, 76 unchanged. 1 file set aside. 77 articles, 482 passages, 311 entities; 6 vectors made, 476 reused; searchable after 0.6 s. The catalogue of names is behind: making it was stopped. The next re-index makes it.',
    ],
    [
      { kind: 'drop-refused', report: { ...fakeReport, removed: ['a', 'b'], unchanged: 3 } },
      'A re-index would drop 2 of 5 articles, as their files are missing or unreadable. Nothing was written.',
    ],
    [
      { kind: 'already-running', process: 4711 },
      'Another process (4711) is writing to the index. Wait until it has ended.',
    ],
    [{ kind: 'cancelled' }, 'The re-index was stopped. The index that was serving still is.'],
    [{ kind: 'cancelled', by: 'boss' }, 'The re-index was stopped by boss. The index that was serving still is.'],
    [
      { kind: 'failed', reason: 'the disk is full' },
      'The re-index failed: the disk is full. The index that was serving still is.',
    ],
  ];
  it.each(outcomes)('%j', (outcome, words) => expect(describeOutcome(outcome)).toBe(words));

  it('names what changed and what was set aside', () => {
    expect(reindexText({ kind: 'dry-run', report: fakeReport }).split('\n').slice(1)).toEqual([
      '  Added: 77-new-article',
      '  Set aside broken.md: There is no text below its front matter.',
    ]);
  });

  it('counts what is too much to name', () => {
    const added = Array.from({ length: 12 }, (_, index) => `a${index}`);
    expect(reindexText({ kind: 'dry-run', report: { ...fakeReport, added } })).toContain('a9 and 2 more');
  });

  it('tells how far it is', () => {
    expect(describeProgress({ phase: 'embedding', done: 120, total: 4800 })).toBe('making vectors, 120 of 4,800');
    expect(describeProgress({ phase: 'publishing', done: 0, total: undefined })).toBe('publishing');
    expect(describeProgress({ phase: 'published', done: 1, total: 1, snapshot: 'gen-000004' })).toBe(
      'published gen-000004: the articles can be searched; their names come next',
    );
  });
});

describe('other words', () => {
  it('that names are not catalogued yet', async () => {
    const status = await new FakeDateline(forumArticles).status();
    expect(statusText({ ...status, catalogueBehind: true })).toContain(
      'made 20 January 2026, 08:30 UTC; names in the articles changed last are not catalogued yet',
    );
  });

  it('the status', async () => {
    expect(statusText(await new FakeDateline(forumArticles).status())).toBe(
      [
        'Coverage: 3 articles from 3 outlets, published 5–6 January 2026',
        'Index: gen-000003, made 20 January 2026, 08:30 UTC',
        'Passages: 3 passages',
        'Embedder: builtin-256',
        'Vector search: HNSW graph, recall@10 0.998 against exact search',
        'Set aside: 1 file',
        '  broken.md: There is no text below its front matter.',
      ].join('\n'),
    );
  });

  it.each([
    [new UsageError('Write a day as 2026-01-05.'), 'Write a day as 2026-01-05.'],
    [
      new UnavailableError('Ollama', 'connect ECONNREFUSED 10.0.0.7'),
      'Ollama does not answer at the moment. Try again in a minute.',
    ],
    [
      new SnapshotMismatchError('The index was made by another embedder. Run /reindex.'),
      'The index was made by another embedder. Run /reindex.',
    ],
    [new TypeError('x is undefined'), undefined],
  ])('of the error %s', (error, words) => expect(knownErrorText(error)).toBe(words));

  it('of text from outside: one line, and all of it visible', () => {
    expect(printable('a\u0000b\r\n c\u202Ed\uD800')).toBe('ab cd\uFFFD');
    expect(printable(`e${'\u0301'.repeat(1000)}`)).toHaveLength(7);
  });
});
