import { z } from 'zod';
import { type Article, articleId } from '../domain/article.js';
import { SnapshotMismatchError } from '../domain/errors.js';
import { type Passage, passageId, type Span } from '../domain/passage.js';

/** The files of a generation that this room writes and reads; a vector index may add its own. */
export const snapshotFiles = {
  /** Only the next re-index reads it: what need not be read again. */
  origins: 'origins.json',
  articles: 'articles.jsonl',
  passages: 'passages.jsonl',
  passageWords: 'words-of-passages.bm25',
  articleWords: 'words-of-articles.bm25',
  /** Only the next re-index reads it: what need not be counted again. */
  wordCounts: 'words.counts',
  vectors: 'vectors.f32',
  entities: 'entities.jsonl',
  /** Where the catalogue is behind: the passages that articles changed or removed since had when it was made. */
  uncatalogued: 'entities-without.jsonl',
} as const;

const text = z.string().optional();
const articleLine = z.strictObject({
  id: z.string().min(1).transform(articleId),
  title: z.string(),
  publisher: text,
  byline: text,
  published: text,
  url: text,
  language: text,
  body: z.string(),
  contentHash: z.string(),
});
// An article's passages, each as the borders of its sentences: start, end, start, end …
const passagesLine = z.strictObject({
  article: z.string().min(1).transform(articleId),
  passages: z.array(z.array(z.int().nonnegative()).min(2).refine(areBorders)),
});

/** Starts and ends in turn, none before the one before it. */
function areBorders(borders: readonly number[]): boolean {
  return borders.length % 2 === 0 && borders.every((border, i) => border >= (borders[i - 1] ?? 0));
}

const encoder = new TextEncoder();

/** One JSON object a line. */
export function* encodeArticles(articles: readonly Article[]): Generator<Uint8Array> {
  for (const article of articles) yield encoder.encode(`${JSON.stringify(article)}\n`);
}

/** One line an article, in the articles' order; an article without passages has its line too. */
export function* encodePassages(
  articles: readonly Pick<Article, 'id'>[],
  passages: readonly Passage[],
): Generator<Uint8Array> {
  let next = 0;
  for (const { id } of articles) {
    const borders: number[][] = [];
    for (let passage = passages[next]; passage?.article === id; passage = passages[++next]) {
      borders.push(passage.sentences.flatMap(({ start, end }) => [start, end]));
    }
    yield encoder.encode(`${JSON.stringify({ article: id, passages: borders })}\n`);
  }
}

/** @throws SnapshotMismatchError when a line is not an article. */
export function decodeArticles(bytes: Uint8Array): Article[] {
  return lines(bytes, snapshotFiles.articles, articleLine).map((line) => ({
    ...line,
    publisher: line.publisher,
    byline: line.byline,
    published: line.published,
    url: line.url,
    language: line.language,
  }));
}

/** @throws SnapshotMismatchError when a line is not an article's passages. */
export function decodePassages(bytes: Uint8Array): Passage[] {
  return lines(bytes, snapshotFiles.passages, passagesLine).flatMap(({ article, passages }) =>
    passages.map((borders, ordinal): Passage => {
      const sentences = pairs(borders);
      const start = sentences[0]?.start ?? 0;
      const end = sentences.at(-1)?.end ?? start;
      return { id: passageId(article, ordinal), article, start, end, sentences };
    }),
  );
}

function pairs(borders: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < borders.length; i += 2) spans.push({ start: borders[i] ?? 0, end: borders[i + 1] ?? 0 });
  return spans;
}

function lines<T>(bytes: Uint8Array, file: string, schema: z.ZodType<T>): T[] {
  const parsed: T[] = [];
  const decoder = new TextDecoder();
  // Line by line: the whole file as one string would meet V8's limit of 512 MB first.
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline;
    const result = schema.safeParse(parseJson(decoder.decode(bytes.subarray(start, end))));
    if (!result.success) throw new SnapshotMismatchError(`${file}: line ${parsed.length + 1} is not of its form`);
    parsed.push(result.data);
    start = end + 1;
  }
  return parsed;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON is one way of not being of the line's form; the caller names file and line.
    return undefined;
  }
}
