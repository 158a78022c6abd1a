import { describe, expect, it } from 'vitest';
import { adminPageId, longestFilter, parseAdminPage } from '../../../src/discord/admin-custom-id.js';
import type { Reply } from '../../../src/discord/command.js';
import { breaches } from '../../../src/discord/limits.js';
import { renderCorpus, renderDraft, renderRemoval } from '../../../src/discord/render/corpus.js';
import { renderGoBack, renderHistory } from '../../../src/discord/render/index-history.js';
import { renderDrop, renderOutcome, renderProgress } from '../../../src/discord/render/reindex.js';
import { articleId } from '../../../src/domain/article.js';
import { escapeFileName } from '../../../src/domain/escape-file-name.js';
import type { IntakeDraft } from '../../../src/domain/intake.js';
import type { ReindexChanges, ReindexReport } from '../../../src/domain/reindex.js';
import { fakeReport } from '../../fakes/fake-dateline.js';
import { hostileText } from '../../support/hostile-text.js';
import { seeded } from '../../support/random.js';

const ownerId = '12345678901234567890';
const shown = { page: 3, ownerId, text: '' };

/** Everything of a reply that is text. */
const textsOf = ({ content = '', plain, embeds = [] }: Reply) =>
  [
    content,
    plain,
    ...embeds.flatMap(({ title, description, fields = [] }) => [
      title,
      description,
      ...fields.map(({ value }) => value),
    ]),
  ].join('\n');

const draftOf = (more: Partial<IntakeDraft>): IntakeDraft => ({
  draft: 'a'.repeat(32),
  expires: '2026-01-20T08:45:00.000Z',
  file: 'whale.md',
  article: articleId('whale'),
  title: 'Museum gets a whale',
  publisher: 'Norrvik Courier',
  byline: undefined,
  published: '2025-03-09',
  url: 'https://courier.example/whale',
  language: 'en',
  opening: 'Curator Signe Dahl hung up the whale.',
  letters: 400,
  warnings: [],
  replaces: undefined,
  ...more,
});

describe('what admins are shown', () => {
  const random = seeded(20);
  const text = (most: number) => hostileText(random, 1 + Math.floor(random() * most));
  const texts = (count: number, most: number) => Array.from({ length: count }, () => text(most));
  const changes = (): ReindexChanges => ({
    added: texts(30, 40),
    changed: texts(30, 40),
    removed: texts(30, 40),
    unchanged: 3,
    setAside: texts(30, 40).map((file) => ({ file: escapeFileName(file), reason: text(60) })),
  });
  const reportOf = (): ReindexReport => ({ ...fakeReport, ...changes() });

  const replies: [string, () => Reply][] = [
    [
      'a preview',
      () =>
        renderDraft(
          draftOf({
            ...{ title: text(90), publisher: text(60), published: text(9), url: 'https://a.example/x' },
            ...{ opening: text(90), file: text(60), warnings: texts(9, 40) },
            replaces: { file: text(40), title: text(40) },
          }),
        ),
    ],
    [
      'a list of files',
      () => {
        const files = texts(20, 60).map((file) => ({
          ...{ file: escapeFileName(file), article: undefined, bytes: 123_456_789, modified: undefined },
          refused: text(60),
        }));
        return renderCorpus(
          { files, total: 99_999, page: 3, pages: 999 },
          { ownerId, text: text(30).slice(0, longestFilter) },
        );
      },
    ],
    [
      'a removal',
      () =>
        renderRemoval(
          { kind: 'found', file: text(60), article: articleId(text(60)), digest: undefined },
          { title: text(60), publisher: text(60), published: undefined },
        ),
    ],
    [
      'a history',
      () => {
        const created = text(9);
        const contents = {
          created,
          articles: 1e6,
          passages: 1e7,
          publishers: 9,
          entities: 1e5,
          embedderId: text(9),
          bytes: 1e12,
        };
        const kept = texts(9, 9).map((id) => ({
          id,
          isCurrent: false,
          isGoneBackTo: false,
          contents: random() < 0.2 ? undefined : contents,
        }));
        const actions = texts(80, 30).map((name) => ({
          ...{ when: text(5), who: { id: ownerId, name }, action: text(20), what: text(90), outcome: text(90) },
        }));
        return renderHistory(kept, actions, shown);
      },
    ],
    [
      'going back',
      () => renderGoBack({ id: text(9), isCurrent: false, isGoneBackTo: false, contents: undefined }, undefined),
    ],
    [
      'a progress',
      () => {
        const progress = { phase: 'embedding', done: 4_000, total: 50_000 } as const;
        return renderProgress({ head: text(60), progress, changes: changes(), msLeft: 90_000, stopId: 'stp:1' });
      },
    ],
    ['a drop', () => renderDrop(changes())],
    ['a report', () => renderOutcome({ kind: 'published', snapshot: 'gen-000009', report: reportOf() }, texts(2, 30))],
    ['a failure', () => renderOutcome({ kind: 'failed', reason: text(400) })],
    ['a stop', () => renderOutcome({ kind: 'cancelled', by: text(60) })],
  ];

  it.each(replies)('%s keeps to the limits of Discord and formats, pings and links nothing from outside', (_, make) => {
    for (let round = 0; round < 60; round++) {
      const reply = make();
      expect(breaches(reply)).toEqual([]);
      const all = textsOf(reply);
      expect(all).not.toMatch(/@(?:everyone|here)/i);
      expect(all).not.toMatch(/(?<!\\)<(?:[@#t:/])/);
      expect(all).not.toMatch(/(?<!\\)(?:\]\(https:\/\/evil|\|\||```)/);
      expect(all).not.toMatch(/[\u202E\u0000]|discord\.gg/);
    }
  });

  it('names the bar, the time left and the button of a progress even where much changes', () => {
    const progress = { phase: 'embedding', done: 5, total: 10 } as const;
    const reply = renderProgress({
      head: 'Re-indexing.',
      progress,
      changes: changes(),
      msLeft: 4_000,
      stopId: 'stp:1',
    });
    expect(reply.content).toMatch(
      /^Re-indexing\.\n▰{10}▱{10} 50 % · making vectors, 5 of 10 · about 4 s left\nWhat changes:/,
    );
    expect(reply.components).toHaveLength(1);
  });

  it('warns by its colour where a draft replaces another file', () => {
    const colorOf = (draft: IntakeDraft) => renderDraft(draft).embeds?.[0]?.color;
    expect(colorOf(draftOf({ replaces: { file: 'a.md', title: undefined } }))).not.toBe(colorOf(draftOf({})));
  });
});

describe('the custom id of a page for admins', () => {
  it('comes back as it was, with any text of the longest kind, within 100 characters', () => {
    const random = seeded(21);
    for (let round = 0; round < 200; round++) {
      const page = { page: 999, ownerId, text: hostileText(random, 30).slice(0, longestFilter) };
      const id = adminPageId('cor', page);
      expect(id.length).toBeLessThanOrEqual(100);
      expect(parseAdminPage('cor', id)).toEqual(page);
      expect(parseAdminPage('his', id)).toBeUndefined();
    }
  });
});
