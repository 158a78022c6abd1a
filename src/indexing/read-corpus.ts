import { createHash } from 'node:crypto';
import type { Article, SetAsideFile } from '../domain/article.js';
import type { ReindexProgress } from '../domain/reindex.js';
import { type EntityPins, parseEntityPins } from '../entities/resolve/pins.js';
import type { ArticleOrigin, ArticleSource, KnownArticles } from '../ports/article-source.js';

/** A corpus, read whole. */
export interface CorpusReading {
  readonly articles: readonly Article[];
  /** Article id → the file it was read from, where it was one. */
  readonly origins: ReadonlyMap<string, ArticleOrigin>;
  readonly pins: EntityPins;
  /** SHA-256 (hex) of the text of the pins. */
  readonly pinsHash: string;
  /** Files that are no articles, and lines of the pins that can't be used. */
  readonly setAside: readonly SetAsideFile[];
}

/** Reads every article, taking over those that are `known`. Rejects with the signal's reason when aborted. */
export async function readCorpus(
  source: ArticleSource,
  known: KnownArticles,
  onProgress: (progress: ReindexProgress) => void,
  signal: AbortSignal | undefined,
): Promise<CorpusReading> {
  const articles: Article[] = [];
  const origins = new Map<string, ArticleOrigin>();
  const setAside: SetAsideFile[] = [];
  let pinsText = '';
  for await (const read of source.readArticles(signal, known)) {
    signal?.throwIfAborted();
    if (read.kind === 'article') {
      articles.push(read.article);
      if (read.origin !== undefined) origins.set(read.article.id, read.origin);
    } else if (read.kind === 'entity-pins') pinsText = read.text;
    else setAside.push({ file: read.file, reason: read.reason });
    onProgress({ phase: 'reading', done: articles.length + setAside.length, total: undefined });
  }
  const { pins, bad } = parseEntityPins(pinsText);
  setAside.push(...bad.map(({ line, reason }) => ({ file: `entities.yaml, line ${line}`, reason })));
  return { articles, origins, pins, pinsHash: createHash('sha256').update(pinsText).digest('hex'), setAside };
}
