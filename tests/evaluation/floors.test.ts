import { beforeAll, describe, expect, it } from 'vitest';
import { parseLines } from '../../src/adapters/filesystem/beir-folder.js';
import { createCorpusFolder } from '../../src/adapters/filesystem/corpus-folder.js';
import { answerQuestion } from '../../src/answering/answer-question.js';
import { composeQueryTools } from '../../src/compose.js';
import { readArticle } from '../../src/corpus/read-article.js';
import type { Article } from '../../src/domain/article.js';
import { askAll } from '../../src/evaluation/ask-all.js';
import {
  type AnswerEvaluation,
  type AnsweredQuestion,
  evaluateAnswers,
} from '../../src/evaluation/evaluate-answers.js';
import { evaluateRanking, type RankingEvaluation } from '../../src/evaluation/evaluate-ranking.js';
import { questionJudgements } from '../../src/evaluation/question-judgements.js';
import { parseQuestionLine } from '../../src/evaluation/question-set.js';
import { countStatements } from '../../src/evaluation/verbatim-statements.js';
import { createNameKnowledge } from '../../src/name-knowledge.js';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { snapshotOf } from '../support/memory-snapshot.js';

// What the answers over corpus/ must reach, so that a change that makes them worse is seen. Each floor lies one question
// or two (of the sums five points) below what was reached when it was set; `npm run -s evaluate -- --questions
// tests/evaluation/questions.jsonl` says what is reached now. Raise a floor when that has risen; lower none without a
// reason in the change that does.
const RIGHT_BY_KIND: readonly (readonly [kind: string, floor: number, of: number])[] = [
  ['chinese', 2, 3],
  ['comparison', 3, 4],
  ['date', 7, 8],
  ['date-scoped', 2, 3],
  ['disagreement', 1, 7], // both versions must be among five statements
  ['entity', 6, 7],
  ['factoid', 11, 12],
  ['korean', 1, 3],
  ['list', 4, 6],
  ['low-overlap', 1, 5], // reworded until hardly a word is the coverage's: the built-in embedder knows no meanings
  ['multi-source', 2, 3],
  ['number', 9, 10],
  ['source-scoped', 3, 4],
  ['typo', 2, 3],
  ['unanswerable', 17, 24], // half of these are about other things altogether, see OFF_TOPIC
  ['vietnamese', 2, 3],
  ['who-said', 7, 8],
];
const SHARES = {
  /** Of the answerable: right, and right by the first statement alone. */
  right: 0.84,
  rightAtOnce: 0.61,
  /** Of the answerable: refused, at most. */
  wronglyRefused: 0.1,
  /** Of the answers called direct. */
  directRight: 0.87,
  /** Of the questions: an article that answers is among the first four, and the mean reciprocal rank of the first. */
  hitsAt4: 0.94,
  reciprocalRank: 0.91,
  /** How much worse than the better of its parts the fused ranking may be. */
  fusionLoss: 0.005,
} as const;
// Nothing in the coverage is about these: none may be answered, whatever else is gained by it.
const OFF_TOPIC = ['d102', 'd103', 'd104', 'd105', 'd106', 'd107', 'd108', 'd109', 'd110', 'd111', 'd112', 'd113'];

let articles: readonly Article[];
let answered: readonly AnsweredQuestion[];
let evaluation: AnswerEvaluation;
let ranking: RankingEvaluation;

beforeAll(async () => {
  articles = await readCorpus();
  const embedder = createHashedEmbedder();
  const snapshot = await snapshotOf(articles, embedder, async () => createNameKnowledge());
  const { tools } = composeQueryTools(snapshot, embedder);
  const questions = await parseLines('tests/evaluation/questions.jsonl', parseQuestionLine);
  answered = await askAll(questions, ({ question }) => answerQuestion(snapshot, tools, { text: question }));
  evaluation = evaluateAnswers(answered);
  const ids = articles.map(({ id }) => id);
  const asked = questions.map(({ id, question }) => ({ id, text: question }));
  ranking = await evaluateRanking(snapshot, tools, asked, questionJudgements(questions, ids), () => {});
});

async function readCorpus(): Promise<readonly Article[]> {
  const read: Article[] = [];
  for await (const file of createCorpusFolder('corpus', readArticle).readArticles()) {
    if (file.kind === 'set-aside') throw new Error(`${file.file}: ${file.reason}`);
    if (file.kind === 'article') read.push(file.article);
  }
  return read;
}

describe('the answers over the corpus', () => {
  it.each(RIGHT_BY_KIND)('are right for the kind %s at least %i times of %i', (kind, floor, of) => {
    const reached = evaluation.kinds.get(kind);
    expect(reached?.questions).toBe(of);
    expect(reached?.right).toBeGreaterThanOrEqual(floor);
  });

  it('are measured for every kind there is', () => {
    expect(RIGHT_BY_KIND.map(([kind]) => kind)).toEqual([...evaluation.kinds.keys()]);
  });

  it('are right, and right at once, for so many of the answerable', () => {
    const { questions, right, rightAtOnce, refused } = evaluation.answerable;
    expect(right / questions).toBeGreaterThanOrEqual(SHARES.right);
    expect(rightAtOnce / questions).toBeGreaterThanOrEqual(SHARES.rightAtOnce);
    expect(refused / questions).toBeLessThanOrEqual(SHARES.wronglyRefused);
  });

  it('are mostly right where they are called direct, and more often so than the likely ones', () => {
    const share = (word: 'direct' | 'likely') => {
      const { said, right } = evaluation.calibration.get(word) ?? { said: 0, right: 0 };
      expect(said).toBeGreaterThan(0);
      return right / said;
    };
    expect(share('direct')).toBeGreaterThanOrEqual(SHARES.directRight);
    expect(share('direct')).toBeGreaterThan(share('likely'));
  });

  it.each(OFF_TOPIC)('are refused for %s, which is about something else', (id) => {
    const asked = answered.find(({ question }) => question.id === id);
    expect(asked?.question.mustContain).toEqual([]);
    expect(asked?.answer.status).toMatch(/^(?:not-covered|related-only)$/);
  });

  it('stand word for word in the articles they cite, every one', () => {
    const { shown, verbatim } = countStatements(
      answered.map(({ answer }) => answer),
      articles,
    );
    expect(shown).toBeGreaterThan(answered.length);
    expect(verbatim).toBe(shown);
  });

  it('have one to five statements, each once', () => {
    for (const { answer } of answered) {
      if (answer.status !== 'answered') continue;
      const texts = answer.statements.map(({ text }) => text);
      expect(texts.length).toBeGreaterThanOrEqual(1);
      expect(texts.length).toBeLessThanOrEqual(5);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('the ranking over the corpus', () => {
  it('has an article that answers near the top', () => {
    const { fusion } = ranking.measures;
    expect(fusion.hits4).toBeGreaterThanOrEqual(SHARES.hitsAt4);
    expect(fusion.mrr10).toBeGreaterThanOrEqual(SHARES.reciprocalRank);
  });

  it('is no worse than words or vectors alone', () => {
    const { bm25, vectors, fusion } = ranking.measures;
    const better = Math.max(bm25.ndcg10, vectors.ndcg10);
    expect(fusion.ndcg10).toBeGreaterThanOrEqual(better - SHARES.fusionLoss);
  });
});
