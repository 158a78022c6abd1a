import { findHeadline, type Headline } from './headline.js';
import { isLabel, isNameLike } from './line-shape.js';
import { hasOutletShape, isProperName, saysMedium } from './outlet-shape.js';
import { copyrightHolder } from './publisher-in-text.js';
import type { SavedLine } from './saved-line-kinds.js';
import { contentWords, isSectionLabel } from './section-words.js';

/** The outlet's name on the first line, and the headline below it. */
export interface Masthead {
  readonly name: string;
  readonly headline: Headline;
}

const honorific = /^(?:Dr|Prof|Sir)\.? /;
const besideSection = / [|–—-] /u;
// What a paper says of itself: its name there does not make it what the article is about.
const selfReference = /\b(?:told|speaking to|interview with|seen by|obtained by|spoke to) (?:the )?$/iu;

/**
 * The outlet named by the first line alone, above the headline. A line there may as well name a section, an author, a place or
 * the matter. So it must be a name that the article does not speak of, as it does of matters and places; and something more
 * must tell: its own words, a section's name below it (then the article has none of its words), or that it is repeated in a
 * copyright line or in the page's address.
 */
export function findMasthead(lines: readonly SavedLine[]): Masthead | undefined {
  const at = lines.findIndex(({ kind }) => kind !== 'furniture');
  const first = lines[at];
  const [name = '', ...sections] = first?.text.split(besideSection) ?? [];
  if (first?.kind !== 'heading' || !isProperName(name) || !sections.every(isSectionLabel)) return undefined;
  const below = lines.slice(at + 1);
  const headline = findHeadline(below);
  if (!isHeadline(headline.title, below)) return undefined;
  const aboveSection = sections.length > 0 || isSection(below[0], headline.title);
  const isNoAuthor =
    !isNameLike(name.replace(honorific, '')) || hasOtherByline(name, below.slice(0, headline.bodyStart));
  const text = textOf(below, headline.title);
  if (!isSigned(name, below) && !isOutlet(name, aboveSection && isNoAuthor, text)) return undefined;
  return { name, headline: { ...headline, bodyStart: headline.bodyStart + at + 1 } };
}

/** A line of its own, so that the first was not the headline itself. */
function isHeadline(title: string | undefined, below: readonly SavedLine[]): boolean {
  const line = below.find(({ text }) => title !== undefined && text.includes(title));
  return title !== undefined && line?.kind !== 'prose' && !isSectionLabel(title) && !isNameLike(title);
}

function isSection(line: SavedLine | undefined, title: string | undefined): boolean {
  if (line?.kind !== 'heading' || line.text === title) return false;
  const isCapitals = line.text === line.text.toUpperCase() && isLabel(line.text);
  return isCapitals || line.text.split(/\s*[/>›»|·]\s*/).every(isSectionLabel);
}

function hasOtherByline(name: string, header: readonly SavedLine[]): boolean {
  return header.some(({ meta }) => meta?.byline !== undefined && !meta.byline.includes(name));
}

function isOutlet(name: string, isAboveSection: boolean, text: string): boolean {
  if (saysMedium(name)) return true;
  if (isNamedIn(text, name)) return false;
  const words = contentWords(name).map((word) => isWordOf(text, word));
  return hasOutletShape(name) ? words.includes(false) : isAboveSection && !words.includes(true);
}

function textOf(lines: readonly SavedLine[], title = ''): string {
  const prose = lines.filter(({ kind }) => kind === 'prose').map(({ text }) => text);
  return [title, ...prose].join('\n');
}

/** Whether a copyright line or an address of the page has the name. */
function isSigned(name: string, lines: readonly SavedLine[]): boolean {
  const squashed = name
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/[^\p{L}\p{M}\d]/gu, '');
  const hosts = lines.flatMap(({ text }) => /^(?:\S+: )?https?:\/\/([^/\s]+)/.exec(text)?.[1]?.replace(/-/g, '') ?? []);
  return (
    lines.some(({ text }) => copyrightHolder(text)?.includes(name) === true) ||
    (squashed.length > 3 && hosts.some((host) => host.includes(squashed)))
  );
}

/** Whether a text speaks of it, other than a paper does of itself. */
export function isNamedIn(text: string, name: string): boolean {
  const bare = name.replace(/^The /, '');
  const at = [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\d])${escaped(bare)}(?![\p{L}\d])`, 'giu'))];
  return at.some(({ index }) => !selfReference.test(text.slice(Math.max(0, index - 40), index)));
}

function isWordOf(text: string, word: string): boolean {
  const stem = escaped(word.replace(/s$/, ''));
  return new RegExp(String.raw`(?<!\p{L})${stem}s?(?!\p{L})`, 'iu').test(text);
}

function escaped(words: string): string {
  return words.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
