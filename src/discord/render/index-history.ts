import type { RecordedEntry } from '../../domain/audit-entry.js';
import type { KeptGeneration } from '../../domain/generation.js';
import { actionLine, generationLine, historyText } from '../../wording/administration-text.js';
import { type AdminPage, adminPageId } from '../admin-custom-id.js';
import type { Reply } from '../command.js';
import { buttonRows, pageButtons } from './buttons.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { pageOf } from './pages.js';
import { textReply } from './text.js';

// Three are kept, or one more after going back; what a person put there is told in the count.
const generationsShown = 6;
// 6 x 160 + 8 x 300 + headings stay below the 4,096 of a description.
const generationMax = 160;
const actionMax = 300;
const actionsPerPage = 8;

/** `/index history`: the indexes kept, and a page of what was done. */
export function renderHistory(
  kept: readonly KeptGeneration[],
  actions: readonly RecordedEntry[],
  wanted: AdminPage,
): Reply {
  const { shown, page, pages } = pageOf(actions, wanted.page, actionsPerPage);
  const indexes = kept
    .slice(0, generationsShown)
    .map((one) => `• ${clip(generationLine(one), generationMax, escapeMarkdown)}`);
  const more = kept.length > generationsShown ? [`and ${kept.length - generationsShown} older ones`] : [];
  const done = shown.map((one) => `• ${clip(actionLine(one), actionMax, escapeMarkdown)}`);
  const embed = {
    color: embedColor.notice,
    title: 'Indexes kept, and what admins did',
    description: [
      '**Indexes**',
      ...(kept.length === 0 ? ['None is kept.'] : indexes),
      ...more,
      '',
      '**Done, the newest first**',
      ...(done.length === 0 ? ['Nothing is in the audit log.'] : done),
    ].join('\n'),
    footer: { text: `Page ${page + 1} of ${pages}` },
  };
  const idOf = (to: number) => adminPageId('his', { ...wanted, page: to });
  const components = buttonRows(pageButtons(page, pages, idOf));
  return { embeds: [embed], components, plain: textReply(historyText(kept, shown)).plain };
}

/** Asks whether to go back. */
export function renderGoBack(wanted: KeptGeneration, current: KeptGeneration | undefined): Reply {
  const now = current === undefined ? [] : [`It answers instead of ${generationLine(current)}`];
  const after = 'Its files are checked first. The next re-index reads the articles as they are then.';
  return textReply([`Go back to ${generationLine(wanted)}?`, ...now, after].join('\n'));
}
