import type { ArticleMeta } from '../domain/article.js';
import { articleDayText } from './dates.js';
import { printable } from './printable.js';

const indent = '    ';

/** An article as plain lines under its mark: outlet, title and date; its address; and what it says. */
export function sourceBlock(mark: string, article: ArticleMeta, passage: string): string {
  const head = `${line(article.publisher ?? 'Outlet unknown')}: ${line(article.title)} (${articleDayText(article)})`;
  const url = article.url === undefined ? 'no link on file' : line(article.url);
  return `${mark} ${head}\n${indent}${url}\n${indent}${passage}`;
}

/** Text from outside as one trimmed line. */
export function line(text: string): string {
  return printable(text).trim();
}
