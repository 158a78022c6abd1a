import type { CorpusContents } from '../../domain/administration.js';
import type { ArticleMeta } from '../../domain/article.js';
import type { CorpusListing, IntakeDraft, RemovalTarget } from '../../domain/intake.js';
import { corpusText } from '../../wording/administration-text.js';
import { bytesText, counted } from '../../wording/counted.js';
import { articleDayText, momentText } from '../../wording/dates.js';
import { type AdminPage, adminPageId } from '../admin-custom-id.js';
import type { Reply } from '../command.js';
import { limits } from '../limits.js';
import { articleLink } from './article-link.js';
import { buttonRows, pageButtons } from './buttons.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { escapeLines, textReply } from './text.js';

// Twenty lines of a page with 90 + 80 + some 25 more characters stay below the 4,096 of a description.
const fileMax = 90;
const reasonMax = 80;
// 256 + 1,200 + 5 fields of at most 300 + 1,000 of warnings + names of fields stay below 6,000.
const openingMax = 1_200;
const valueMax = 300;
const warningsMax = 1_000;

/** One page of `/corpus list`, with buttons where there are more. */
export function renderCorpus(contents: CorpusContents, shown: Pick<AdminPage, 'ownerId' | 'text'>): Reply {
  const { files, total, page, pages } = contents;
  const embed = {
    color: embedColor.notice,
    title: `The corpus folder: ${counted(total, 'file')}`,
    description: files.map(fileLine).join('\n') || 'Nothing is listed.',
    footer: { text: `Page ${page + 1} of ${pages}` },
  };
  const idOf = (to: number) => adminPageId('cor', { ...shown, page: to });
  return {
    embeds: [embed],
    components: buttonRows(pageButtons(page, pages, idOf)),
    plain: textReply(corpusText(contents)).plain,
  };
}

/** What would be written, for a person to confirm. */
export function renderDraft(draft: IntakeDraft): Reply {
  const { title, publisher, url, file, replaces, opening, warnings, expires } = draft;
  const former = replaces && `${replaces.file}${replaces.title === undefined ? '' : ` ("${replaces.title}")`}`;
  const fields = [
    field('Outlet', publisher ?? 'unknown'),
    field('Date', articleDayText(draft)),
    { name: 'Address', value: articleLink(url) },
    field('File', file),
    ...(former === undefined ? [] : [field('Takes the place of', former)]),
    ...(warnings.length === 0
      ? []
      : [{ name: 'Mind', value: clip(warnings.map((line) => `${line}`).join('\n'), warningsMax, escapeLines) }]),
  ];
  const embed = {
    color: warnings.length === 0 && former === undefined ? embedColor.notice : embedColor['related-only'],
    title: clip(title, limits.title, escapeMarkdown),
    description: clip(opening, openingMax, escapeLines) || 'It has no text.',
    fields,
    footer: { text: `Nothing is written before Confirm, until ${momentText(expires)}.` },
  };
  const lines = [`"${title}", ${publisher ?? 'outlet unknown'}, ${articleDayText(draft)}, as ${file}.`, ...warnings];
  return { embeds: [embed], plain: textReply(lines.join('\n')).plain };
}

/** What would be taken out, for a person to confirm. */
export function renderRemoval(
  { file, article }: Extract<RemovalTarget, { kind: 'found' }>,
  known: Pick<ArticleMeta, 'title' | 'publisher' | 'published'> | undefined,
): Reply {
  const what =
    known === undefined
      ? `It is not indexed${article === undefined ? '' : ` as "${article}"`}.`
      : `"${known.title}", ${known.publisher ?? 'outlet unknown'}, ${articleDayText(known)}.`;
  return textReply(`Take ${file} out of the corpus?\n${what}\nThe file is kept in the data folder.`);
}

function fileLine({ file, bytes, refused }: CorpusListing): string {
  const name = `**${clip(file, fileMax, escapeMarkdown)}**${bytes === undefined ? '' : ` · ${bytesText(bytes)}`}`;
  return refused === undefined ? name : `${name} · set aside: ${clip(refused, reasonMax, escapeMarkdown)}`;
}

function field(name: string, value: string) {
  return { name, value: clip(value, valueMax, escapeMarkdown) || 'none', inline: false };
}
