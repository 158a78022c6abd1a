import { z } from 'zod';
import { createCorpusFolder } from '../../src/adapters/filesystem/corpus-folder.js';
import type { Config } from '../../src/config.js';
import { readArticle } from '../../src/corpus/read-article.js';
import type { ArticleSource } from '../../src/ports/article-source.js';
import { datasetExam, type Exam, questionsExam } from '../support/exams.js';

const ownQuestions = 'tests/evaluation/questions.jsonl';

/** What every contender is given; handed to its process as JSON. */
export const benchTask = z.object({
  /** A BEIR folder; none: the corpus folder and the questions of the tests. */
  dataset: z.string().optional(),
  /** Only so many articles, the first ones. */
  articles: z.number().int().positive().optional(),
  /** Where an index may be put. */
  folder: z.string(),
});

/** A task, checked. */
export type BenchTask = z.infer<typeof benchTask>;

/** The questions of a task and what is known of their answers. */
export function examOf({ dataset }: Pick<BenchTask, 'dataset'>): Promise<Exam> {
  return dataset === undefined ? questionsExam(ownQuestions) : datasetExam(dataset);
}

/** The articles of a task. */
export function sourceOf({ articles }: BenchTask, exam: Exam, config: Config): ArticleSource {
  const all = exam.source ?? createCorpusFolder(config.corpusDir, readArticle);
  return articles === undefined ? all : firstArticles(all, articles);
}

function firstArticles(source: ArticleSource, limit: number): ArticleSource {
  return {
    async *readArticles(signal) {
      let taken = 0;
      for await (const read of source.readArticles(signal)) {
        if (read.kind === 'article') taken++;
        yield read;
        if (taken === limit) return;
      }
    },
  };
}
