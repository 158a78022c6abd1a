import type { Reply } from '../command.js';
import { limits } from '../limits.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';

/** Sentences as a message without embeds. Line by line escaped, so that nothing quoted in them can format. */
export function textReply(text: string): Reply {
  const content = clip(text, limits.content, escapeLines);
  return { content, plain: content };
}

/** Escapes each line and keeps the line breaks. */
export function escapeLines(text: string): string {
  return text.split('\n').map(escapeMarkdown).join('\n');
}
