import { describe, expect, it } from 'vitest';
import { questionJudgements } from '../../src/evaluation/question-judgements.js';

const articles = ['04-forum', '04-forum-again', '05-ferry'];
const judged = (...names: string[]) => [
  ...(questionJudgements([{ id: 'q1', articles: names }], articles).get('q1') ?? []),
];

describe('the judgements of a question set', () => {
  it('are the articles named by id or by its first characters, all of one grade', () => {
    expect(judged('05', '04-forum')).toEqual([
      ['05-ferry', 1],
      ['04-forum', 1],
    ]);
  });

  it('are all articles a name fits', () => {
    expect(judged('04')).toEqual([
      ['04-forum', 1],
      ['04-forum-again', 1],
    ]);
  });

  it('keep a name that fits none, as an article that can not be found', () => {
    expect(judged('99')).toEqual([['99', 1]]);
  });

  it('do not exist for a question that names no article', () => {
    expect(questionJudgements([{ id: 'q1', articles: [] }], articles).size).toBe(0);
  });
});
