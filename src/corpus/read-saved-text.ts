import type { ArticleDraft } from './article-draft.js';
import { foreignStretches } from './article-end.js';
import { endsInAgency, withoutClosingAgency } from './caption.js';
import { type Dateline, paragraphsWithDateline, readDateline } from './dateline.js';
import { findHeadline } from './headline.js';
import { isNameLike } from './line-shape.js';
import { findMasthead, isNamedIn } from './masthead.js';
import type { MetaLine } from './meta-line.js';
import { hasOutletShape, saysMedium } from './outlet-shape.js';
import { parsePublished } from './published-date.js';
import { copyrightHolder, isOutletName, selfNamedOutlet } from './publisher-in-text.js';
import { classifyLines, type SavedLine } from './saved-line-kinds.js';
import { savedLines } from './saved-lines.js';
import { isSectionLabel } from './section-words.js';

/**
 * Reads a page saved as plain text: tells the article's sentences from labels, bylines, captions, buttons and lists of other
 * articles by the look of the lines alone. A line that states nothing is never part of the body.
 */
export function readSavedText(text: string): ArticleDraft {
  const lines = classifyLines(savedLines(text));
  const masthead = findMasthead(lines);
  const { title, site, bodyStart } = masthead?.headline ?? findHeadline(lines);
  const own = withoutStretches(lines, bodyStart);
  const bodyLines = withoutAgencyCaptions(own.filter(({ kind }) => kind === 'prose')).filter((line) => line !== title);
  const opening = bodyLines.slice(0, paragraphsWithDateline).map(readDateline);
  const paragraphs = bodyLines
    .map((line, at) => opening[at]?.rest ?? line)
    .map((line, at, all) => (at === all.length - 1 ? withoutClosingAgency(line) : line));
  const header = lines.slice(0, bodyStart);
  const footer = own.slice(own.findLastIndex(({ kind }) => kind === 'prose') + 1);
  const metas = metasOf([...header, ...firstMetas(own), ...footer]);
  return {
    title,
    publisher: publisherOf({ lines, header, site: site ?? masthead?.name, metas, opening, paragraphs }),
    byline: bylineOf(metas, opening) ?? loneName(header, title) ?? signature(footer),
    published: dateOf(metas),
    url:
      metas.find(({ url }) => url !== undefined)?.url ??
      header.find(({ text: line }) => /^https?:\/\/\S+$/i.test(line))?.text,
    language: undefined,
    paragraphs,
  };
}

function withoutStretches(lines: readonly SavedLine[], start: number): SavedLine[] {
  const stretches = foreignStretches(lines, start);
  return lines.filter((_, at) => at >= start && !stretches.some(({ from, to }) => at >= from && at < to));
}

/** Texts of the lines, each once, without those that an agency's name closes: above other text these are captions. */
function withoutAgencyCaptions(prose: readonly SavedLine[]): string[] {
  const texts = [...new Set(prose.map(({ text }) => text))];
  return texts.filter((text, at) => at === texts.length - 1 || !endsInAgency(text));
}

/** Metadata between the headline and the article's flow, where a standfirst stands above the byline. */
function firstMetas(own: readonly SavedLine[]): SavedLine[] {
  return own.slice(0, 12).filter(({ kind }) => kind === 'meta');
}

function metasOf(lines: readonly SavedLine[]): MetaLine[] {
  return lines.flatMap(({ meta }) => (meta === undefined ? [] : [meta]));
}

function dateOf(metas: readonly MetaLine[]): string | undefined {
  const isDate = (written: string | undefined) => written !== undefined && parsePublished(written) !== undefined;
  return metas.map(({ published }) => published).find(isDate) ?? metas.map(({ updated }) => updated).find(isDate);
}

function bylineOf(metas: readonly MetaLine[], opening: readonly (Dateline | undefined)[]): string | undefined {
  const named = metas.find(({ byline }) => byline !== undefined)?.byline;
  return named ?? opening.find((dateline) => dateline?.byline !== undefined)?.byline;
}

/** A name on a line of its own between the headline and the date, directly beside the date. */
function loneName(header: readonly SavedLine[], title: string | undefined): string | undefined {
  const headline = header.findIndex(({ text }) => text === title);
  const isDate = (line: SavedLine | undefined) =>
    line?.meta?.published !== undefined || line?.meta?.updated !== undefined;
  return header.find((line, at) => {
    const besideDate = isDate(header[at - 1]) || isDate(header[at + 1]);
    return at > headline && besideDate && line.kind === 'heading' && isPersonName(line.text);
  })?.text;
}

/** A name on a line of its own below the article, at times with its sources: `Huyền Lê (Theo Reuters)`. */
function signature(footer: readonly SavedLine[]): string | undefined {
  return footer
    .filter(({ kind }) => kind === 'heading')
    .map(({ text }) => text.replace(/ ?\([^()]{1,60}\)$/, ''))
    .find(isPersonName);
}

function isPersonName(line: string): boolean {
  return isNameLike(line) && !isOutletName(line);
}

interface PublisherEvidence {
  readonly lines: readonly SavedLine[];
  readonly header: readonly SavedLine[];
  readonly site: string | undefined;
  readonly metas: readonly MetaLine[];
  readonly opening: readonly (Dateline | undefined)[];
  readonly paragraphs: readonly string[];
}

/** A line between the first and the text that is an outlet's name by its words, or by its look directly beside the date. */
function outletLine(header: readonly SavedLine[], paragraphs: readonly string[]): string | undefined {
  const isDate = (line: SavedLine | undefined) => line?.meta?.published !== undefined;
  return header.find(({ kind, text }, at) => {
    const besideDate = isDate(header[at - 1]) || isDate(header[at + 1]);
    const looksSo = isOutletName(text) || (besideDate && hasOutletShape(text));
    return (
      kind === 'heading' &&
      !isSectionLabel(text) &&
      (saysMedium(text) || (looksSo && !isNamedIn(paragraphs.join('\n'), text)))
    );
  })?.text;
}

/** From the most to the least explicit; an outlet that is only mentioned is none. */
function publisherOf({ lines, header, site, metas, opening, paragraphs }: PublisherEvidence): string | undefined {
  const captions = lines.filter(({ kind }) => kind === 'caption').map(({ text }) => text);
  return (
    metas.find(({ publisher }) => publisher !== undefined)?.publisher ??
    site ??
    outletLine(header, paragraphs) ??
    lines.map(({ text }) => copyrightHolder(text)).find((holder) => holder !== undefined) ??
    metas.find(({ credited }) => credited !== undefined)?.credited ??
    opening.find((dateline) => dateline?.agency !== undefined)?.agency ??
    metas.find(({ byline }) => byline !== undefined && isOutletName(byline))?.byline ??
    selfNamedOutlet(paragraphs, captions)
  );
}
