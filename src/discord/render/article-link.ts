import { escapeMarkdown } from './escape.js';

// The longest address of the corpus has 230 characters; a list of sources must fit 3,600 with all of them.
const longestUrl = 300;

// Characters that would end a Markdown link before the address does; the address means the same with them encoded.
const breaking = /[()<>[\]\\|`"'\s]/g;

/**
 * The stored address as a Markdown link with its host beside it, so that nobody has to trust the label: the label is
 * ours, never the article's. What is no plain http(s) address, or too long, is not linked.
 */
export function articleLink(stored: string | undefined): string {
  const url = stored === undefined ? null : parse(stored);
  if (url === null) return 'no link on file';
  const host = escapeMarkdown(url.hostname.replace(/^www\./, ''));
  const href = url.href.replace(breaking, encode);
  // `https://outlet.example@elsewhere/` shows one host and opens another.
  const misleading = url.username !== '' || url.password !== '';
  if (misleading || href.length > longestUrl) return `at ${host} (not linked)`;
  return `[open](${href}) (${host})`;
}

function parse(stored: string): URL | null {
  if (!URL.canParse(stored)) return null;
  const url = new URL(stored);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
