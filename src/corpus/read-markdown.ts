import type { ArticleDraft } from './article-draft.js';
import { withoutDatedDateline } from './dateline.js';
import { readFrontMatter } from './front-matter.js';
import { markdownBlocks } from './markdown-blocks.js';

/**
 * Reads an article in Markdown with optional YAML front matter. Headings are not part of the body: a heading alone states
 * nothing. Where the front matter has no title, the first heading is it.
 * @throws CorpusFormatError when the front matter can't be read.
 */
export function readMarkdown(text: string): ArticleDraft {
  const { fields, rest } = readFrontMatter(text);
  const blocks = markdownBlocks(rest);
  return {
    title: fields.title ?? blocks.find(({ kind }) => kind === 'heading')?.text,
    publisher: fields.publisher,
    byline: fields.byline,
    published: fields.published,
    url: fields.url,
    language: fields.language,
    paragraphs: withoutDatedDateline(blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text)),
  };
}
