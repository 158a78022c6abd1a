import { createHash } from 'node:crypto';
import { type Article, articleId } from '../domain/article.js';
import { CorpusFormatError } from '../domain/errors.js';
import type { ArticleDraft } from './article-draft.js';
import { cleanBody } from './clean-body.js';
import { cleanLine } from './clean-characters.js';
import { decodeText } from './decode-text.js';
import { type ArticleFormat, splitFileName } from './file-name.js';
import { parsePublished } from './published-date.js';
import { declaredCharset, readHtml } from './read-html.js';
import { readMarkdown } from './read-markdown.js';
import { readSavedText } from './read-saved-text.js';

/** A file's name and its bytes; those of a `.gz` file already uncompressed. */
export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

// A long feature is 60 kB of text; sixteen times that is a book or an accident.
const maxTextBytes = 1_000_000;
// The largest of 181 saved news pages is 1.5 MB.
const maxPageBytes = 4_000_000;
// The longest page with its menus and comments has some thousand lines; a paragraph has some thousand characters.
const maxLines = 20_000;
const maxLineChars = 100_000;
// Hard limits of print: no headline, outlet or byline of a news page comes near them.
const maxTitleChars = 500;
const maxNameChars = 300;
const maxUrlChars = 2_000;
// One short sentence. Less than that is a headline or a notice, not coverage.
const minLetters = 16;

/**
 * Reads one file of the corpus as an article. What the file does not say stays `undefined`.
 * @throws CorpusFormatError with a plain reason when the file holds no article that can be read.
 */
export function readArticle(file: CorpusFile): Article {
  const { stem, format } = splitFileName(file.name);
  const draft = readDraft(format, file.bytes);
  const body = cleanBody(draft.paragraphs);
  if (body.length > maxTextBytes) throw new CorpusFormatError(`its text is longer than ${maxTextBytes} characters`);
  if (letterWeight(body) < minLetters)
    throw new CorpusFormatError('it has no text besides headings, or too little of it');
  const title = cleanLine(draft.title ?? '');
  if (title === '') throw new CorpusFormatError('it has no title; put one on its first line or in its front matter');
  if (title.length > maxTitleChars) throw new CorpusFormatError(`its title is longer than ${maxTitleChars} characters`);
  const fields = {
    title,
    publisher: shortName(draft.publisher),
    byline: shortName(draft.byline),
    published: draft.published === undefined ? undefined : parsePublished(draft.published),
    url: webAddress(draft.url),
    language: primaryLanguage(draft.language),
    body,
  };
  return { id: articleId(stem), ...fields, contentHash: contentHash(fields) };
}

function readDraft(format: ArticleFormat, bytes: Uint8Array): ArticleDraft {
  if (bytes.length === 0) throw new CorpusFormatError('it is empty');
  const maxBytes = format === 'html' ? maxPageBytes : maxTextBytes;
  if (bytes.length > maxBytes) throw new CorpusFormatError(`it is larger than ${maxBytes / 1_000_000} MB`);
  const text = decodeText(bytes, format === 'html' ? declaredCharset(bytes) : undefined);
  if (text.trim() === '') throw new CorpusFormatError('it is empty');
  if (format === 'html') return readHtml(text);
  refuseLongLines(text);
  return format === 'markdown' ? readMarkdown(text) : readSavedText(text);
}

function refuseLongLines(text: string): void {
  const lines = text.split('\n', maxLines + 1);
  if (lines.length > maxLines) throw new CorpusFormatError(`it has more than ${maxLines} lines`);
  if (lines.some((line) => line.length > maxLineChars)) {
    throw new CorpusFormatError(`it has a line of more than ${maxLineChars} characters`);
  }
}

/** Letters of the text, those of scripts that write a syllable or word with one letter counted twice. */
function letterWeight(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (
    letters + (text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0)
  );
}

function shortName(name: string | undefined): string | undefined {
  const line = cleanLine(name ?? '');
  return line === '' || line.length > maxNameChars ? undefined : line;
}

/** An http or https address without user name and password, else `undefined`. */
function webAddress(written: string | undefined): string | undefined {
  const text = cleanLine(written ?? '');
  if (text === '' || text.length > maxUrlChars || !URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const plain = (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
  return plain ? href : undefined;
}

function primaryLanguage(written: string | undefined): string | undefined {
  return /^([a-z]{2,3})(?:[-_][a-z\d_-]*)?$/i.exec(written?.trim() ?? '')?.[1]?.toLowerCase();
}

/** Leaves the id out: a copy under another name has the same hash. */
function contentHash(fields: Omit<Article, 'id' | 'contentHash'>): string {
  const { title, publisher, byline, published, url, language, body } = fields;
  const canonical = JSON.stringify(
    [title, publisher, byline, published, url, language, body].map((field) => field ?? null),
  );
  return createHash('sha256').update(canonical).digest('hex');
}
