import { printable } from '../../wording/printable.js';

// What Discord reads as markup, wherever it stands: emphasis, code, spoilers, quotes, masked links, and every `<…>`
// (users, roles, channels, times, commands, custom emoji, links).
const anywhere = /[\\*_~`|<>[\]]/;
// Headings, lists and small print begin a line; escaped text is one line, and callers put it anywhere.
const atStart = /(?<=^ ?)[-+#]|(?<=^ ?\d+)[.)]/;
// `https://`, and emoji by name (`:smile:`).
const colon = /:(?=\/\/|[\w+-]+:)/;
// Bare hosts: clients link some of them, and `discord.gg/…` becomes an invitation.
const hostDot = /(?<=[\p{L}\p{N}-])\.(?=\p{L})/u;

const active = new RegExp([anywhere, atStart, colon, hostDot].map((part) => part.source).join('|'), 'gu');

/**
 * Text from outside, so that Discord shows it literally: it can't format, ping, link or invite. One line, trimmed.
 * Discord reads a backslash before punctuation as "this character, literally".
 */
export function escapeMarkdown(text: string): string {
  return escapePiece(text).trim();
}

/** Like `escapeMarkdown`, but keeps white space at the ends, where pieces of one sentence are joined. */
export function escapePiece(text: string): string {
  return (
    printable(text)
      .replace(active, '\\$&')
      // A backslash does not stop these two everywhere; a zero-width space does. Only allowed_mentions is relied on.
      .replace(/@(?=everyone|here)/gi, '@\u200B')
  );
}
