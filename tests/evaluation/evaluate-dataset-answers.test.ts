import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import { evaluateDatasetAnswers } from '../../src/evaluation/evaluate-dataset-answers.js';
import { answerOf, refusal } from '../support/answers.js';

function answered(answers: readonly string[], answer: Answer, answerable?: boolean) {
  return { question: { id: 'q', text: 'Who?', answerable, answers }, answer, ms: 1 };
}

describe('evaluating the answers to a data set', () => {
  it('looks for an answer string in the first three statements, whatever its case', () => {
    const { answerString } = evaluateDatasetAnswers([
      answered(['nobody', 'jonas berg'], answerOf(['One.', 'Two.', 'Jonas Berg.'])),
      answered(['Jonas Berg'], answerOf(['One.', 'Two.', 'Three.', 'Jonas Berg.'])),
      answered(['Jonas Berg'], refusal('related-only')),
    ]);
    expect(answerString).toEqual({ questions: 3, shown: 1 });
  });

  it('leaves questions without a known answer out of that', () => {
    const { answerString, answerable } = evaluateDatasetAnswers([answered([], answerOf(['One.']))]);
    expect([answerString.questions, answerable.questions]).toEqual([0, 1]);
  });

  it('takes only questions marked so as unanswerable', () => {
    const { answerable, unanswerable } = evaluateDatasetAnswers([
      answered([], refusal('not-covered')),
      answered([], refusal('related-only'), true),
      answered([], refusal('related-only'), false),
      answered(['a string'], refusal('not-covered'), false),
    ]);
    expect(answerable).toEqual({ questions: 2, refused: 2, notCovered: 1 });
    expect(unanswerable).toEqual({ questions: 2, refused: 2, notCovered: 1 });
  });

  it('measures how well support parts answerable from unanswerable questions, refused or not', () => {
    const of = (support: number, answerable: boolean) => answered([], answerOf(['One.'], { support }), answerable);
    const { auroc } = evaluateDatasetAnswers([
      of(0.9, true),
      of(0.5, true),
      of(0.7, false),
      answered([], refusal('not-covered', 0.1), false),
    ]);
    expect(auroc).toBe(0.75);
  });

  it('measures no such thing without unanswerable questions', () => {
    expect(evaluateDatasetAnswers([answered([], answerOf(['One.']))]).auroc).toBeUndefined();
  });
});
