import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../domain/article.js';
import { UsageError } from '../../domain/errors.js';
import type { ArticleSource } from '../../ports/article-source.js';
import { readLines } from './read-lines.js';

/** Makes something of one line; `place` names the line in an error. */
export type ParseLine<T> = (line: string, place: string) => T;

/** The articles of a BEIR folder's `corpus.jsonl[.gz]`; of two with one id the first, the other is set aside. */
export function createBeirCorpus(folder: string, parse: ParseLine<Article>): ArticleSource {
  const file = path.join(folder, 'corpus.jsonl');
  return {
    async *readArticles(signal) {
      const taken = new Set<string>();
      for await (const { line, number } of readLines(file)) {
        signal?.throwIfAborted();
        const article = parse(line, `${file}:${number}`);
        if (taken.has(article.id)) {
          yield { kind: 'set-aside', file: `corpus.jsonl:${number}`, reason: `Its id ${article.id} is taken.` };
          continue;
        }
        taken.add(article.id);
        yield { kind: 'article', article };
      }
    },
  };
}

/** Every line of `file` (or `file.gz`), parsed. */
export async function parseLines<T>(file: string, parse: ParseLine<T>): Promise<T[]> {
  const parsed: T[] = [];
  for await (const { line, number } of readLines(file)) parsed.push(parse(line, `${file}:${number}`));
  return parsed;
}

/**
 * The judgements of a BEIR folder, `qrels/test.tsv`.
 * @throws UsageError when there is no such file.
 */
export async function readQrels(folder: string): Promise<string> {
  const file = path.join(folder, 'qrels', 'test.tsv');
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`There is no readable ${file}.`, { cause: error });
  });
}
