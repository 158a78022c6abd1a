import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.js';
import { type AnsweredQuestion, evaluateAnswers } from '../../src/evaluation/evaluate-answers.js';
import { parseQuestionLine } from '../../src/evaluation/question-set.js';
import { answerOf, refusal } from '../support/answers.js';

function answered(kind: string, wanted: readonly (readonly string[])[], answer: Answer): AnsweredQuestion {
  const line = { id: 'q', question: 'Who?', kind, must_contain: wanted, articles: [], answer: 'an extra field' };
  return { question: parseQuestionLine(JSON.stringify(line), 'line 1'), answer, ms: 1 };
}

const berg = [['Jonas Berg', 'Captain Berg']];

describe('evaluating answers', () => {
  it('counts an answer as right when its statements hold one string of every group, whatever its case', () => {
    const { kinds } = evaluateAnswers([
      answered('factoid', [['jonas berg'], ['180', '190']], answerOf(['It carries 180.', 'JONAS BERG commands it.'])),
      answered('factoid', [['Jonas Berg'], ['200']], answerOf(['It carries 180.', 'Jonas Berg commands it.'])),
    ]);
    expect(kinds.get('factoid')).toEqual({ questions: 2, right: 1, rightAtOnce: 0, refused: 0, notCovered: 0 });
  });

  it('counts one as right at once when its first statement alone is enough', () => {
    const { answerable } = evaluateAnswers([
      answered('factoid', berg, answerOf(['Captain Berg commands it.', 'More.'])),
    ]);
    expect(answerable).toMatchObject({ right: 1, rightAtOnce: 1 });
  });

  it('counts a refusal as wrong where there is an answer, and as right where there is none', () => {
    const { answerable, unanswerable } = evaluateAnswers([
      answered('factoid', berg, refusal('related-only')),
      answered('unanswerable', [], refusal('related-only')),
      answered('unanswerable', [], refusal('not-covered')),
      answered('unanswerable', [], answerOf(['Jonas Berg commands it.'])),
    ]);
    expect(answerable).toMatchObject({ questions: 1, right: 0, refused: 1 });
    expect(unanswerable).toEqual({ questions: 3, right: 2, rightAtOnce: 0, refused: 2, notCovered: 1 });
  });

  it('leaves the low-overlap kind out of one of the sums', () => {
    const { answerable, withoutLowOverlap } = evaluateAnswers([
      answered('low-overlap', berg, refusal('not-covered')),
      answered('factoid', berg, answerOf(['Jonas Berg commands it.'])),
    ]);
    expect([answerable.questions, withoutLowOverlap.questions, withoutLowOverlap.right]).toEqual([2, 1, 1]);
  });

  it('says how often each word for confidence was right', () => {
    const { calibration } = evaluateAnswers([
      answered('factoid', berg, answerOf(['Jonas Berg commands it.'], { confidence: 'direct' })),
      answered('factoid', berg, answerOf(['Nobody commands it.'], { confidence: 'likely' })),
      answered('unanswerable', [], answerOf(['Nobody commands it.'], { confidence: 'likely' })),
    ]);
    expect(Object.fromEntries(calibration)).toEqual({ direct: { said: 1, right: 1 }, likely: { said: 2, right: 0 } });
  });
});
