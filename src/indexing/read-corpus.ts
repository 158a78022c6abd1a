import { createHash } from 'node:crypto';
import type { Article, SetAsideFile } from '../domain/article.js';
import type { ReindexProgress } from '../domain/reindex.js';
import { type EntityPins, parseEntityPins } from '../entities/resolve/pins.js';
import type { ArticleSource } from '../ports/article-source.js';

/** A corpus, read whole. */
export interface CorpusReading {
  readonly articles: readonly Article[];
  readonly pins: EntityPins;
  /** SHA-256 (hex) of the text of the pins. */
  readonly pinsHash: string;
  /** Files that are no articles, and lines of the pins that can't be used. */
  readonly setAside: readonly SetAsideFile[];
}

/** Reads every article. Rejects with the signal's reason when aborted. */
export async function readCorpus(
  source: ArticleSource,
  onProgress: (progress: ReindexProgress) => void,
  signal: AbortSignal | undefined,
): Promise<CorpusReading> {
  const articles: Article[] = [];
  const setAside: SetAsideFile[] = [];
  let pinsText = '';
  for await (const read of source.readArticles(signal)) {
    signal?.throwIfAborted();
    if (read.kind === 'article') articles.push(read.article);
    else if (read.kind === 'entity-pins') pinsText = read.text;
    else setAside.push({ file: read.file, reason: read.reason });
    onProgress({ phase: 'reading', done: articles.length + setAside.length, total: undefined });
  }
  const { pins, bad } = parseEntityPins(pinsText);
  setAside.push(...bad.map(({ line, reason }) => ({ file: `entities.yaml, line ${line}`, reason })));
  return { articles, pins, pinsHash: createHash('sha256').update(pinsText).digest('hex'), setAside };
}
