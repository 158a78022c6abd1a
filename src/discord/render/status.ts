import type { IndexStatus } from '../../domain/status.js';
import { describeSetAside, describeStatus, statusText } from '../../wording/status-text.js';
import type { Reply } from '../command.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { escapeLines, textReply } from './text.js';

const valueMax = 400;
// Six lines of at most 400 leave room for this many below 6,000.
const setAsideMax = 2000;

/** `/status`: a field a line, and the files that were set aside. */
export function renderStatus(status: IndexStatus): Reply {
  const fields = describeStatus(status).map(({ label, value }) => ({
    name: label,
    value: clip(value, valueMax, escapeMarkdown) || 'none',
  }));
  const aside = describeSetAside(status.setAside).join('\n');
  const description = aside === '' ? {} : { description: `Set aside:\n${clip(aside, setAsideMax, escapeLines)}` };
  return {
    embeds: [{ color: embedColor.notice, title: 'What is indexed', ...description, fields }],
    plain: textReply(statusText(status)).plain,
  };
}
