import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Article, articleId } from '../domain/article.js';
import { UsageError } from '../domain/errors.js';
import type { Judgements } from './ranking-measures.js';

/** A question of a BEIR set with whatever its set knows of the answer. */
export interface DatasetQuestion {
  readonly id: string;
  readonly text: string;
  /** False for questions the corpus can't answer; `undefined` where the set doesn't say. */
  readonly answerable: boolean | undefined;
  /** Answer strings that stand in a gold article; empty where none is known to. */
  readonly answers: readonly string[];
}

// Dates are compared as text: one that is written otherwise is no date.
const isoDay = /^\d{4}-\d{2}-\d{2}/;

const corpusLine = z.object({
  _id: z.string().min(1),
  title: z.string().default(''),
  text: z.string(),
  metadata: z
    .object({
      publisher: z.string().nullish(),
      url: z.string().nullish(),
      published: z.string().nullish(),
      language: z.string().nullish(),
    })
    .nullish(),
});

const queryLine = z.object({
  _id: z.string().min(1),
  text: z.string(),
  metadata: z
    .object({
      answerable: z.boolean().nullish(),
      answers: z.array(z.string()).nullish(),
      answer_in_article: z.boolean().nullish(),
    })
    .nullish(),
});

/** One article of `corpus.jsonl`. An id's odd characters are kept: it is never a path. */
export function parseCorpusLine(line: string, place: string): Article {
  const { _id, title, text, metadata } = parseLine(corpusLine, line, place);
  return {
    id: articleId(_id),
    title,
    publisher: metadata?.publisher ?? undefined,
    byline: undefined,
    published: isoDay.test(metadata?.published ?? '') ? (metadata?.published ?? undefined) : undefined,
    url: metadata?.url ?? undefined,
    language: metadata?.language ?? undefined,
    body: text,
    contentHash: createHash('sha256').update(line).digest('hex'),
  };
}

/** One question of `queries.jsonl`. */
export function parseQueryLine(line: string, place: string): DatasetQuestion {
  const { _id, text, metadata } = parseLine(queryLine, line, place);
  return {
    id: _id,
    text,
    answerable: metadata?.answerable ?? undefined,
    answers: metadata?.answer_in_article === false ? [] : (metadata?.answers ?? []),
  };
}

/** `qrels/test.tsv`: question, article, grade, tab-separated, under one header line. Grades of 0 are left out. */
export function parseJudgements(tsv: string): ReadonlyMap<string, Judgements> {
  const judgements = new Map<string, Map<string, number>>();
  for (const line of tsv.split('\n').slice(1)) {
    const [question, article, grade] = line.trim().split('\t');
    if (question === undefined || article === undefined || !(Number(grade) > 0)) continue;
    judgements.set(question, (judgements.get(question) ?? new Map()).set(article, Number(grade)));
  }
  return judgements;
}

function parseLine<T>(schema: z.ZodType<T>, line: string, place: string): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    throw new UsageError(`${place} is not of the form of a BEIR set`, { cause: error });
  }
}
