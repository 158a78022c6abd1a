import { describe, expect, it } from 'vitest';
import { articleId } from '../../src/domain/article.js';
import { countStatements } from '../../src/evaluation/verbatim-statements.js';
import { answerOf, refusal } from '../support/answers.js';

const ferry = { id: articleId('ferry'), body: 'A second ferry sails. Jonas Berg commands it. It is blue.' };
const berg = 'Jonas Berg commands it.';

describe('counting verbatim statements', () => {
  it('counts those that stand in the article they cite', () => {
    expect(countStatements([answerOf([berg, 'It is blue.'])], [ferry])).toEqual({ shown: 2, verbatim: 2 });
  });

  it('looks into the article itself, not only into the passage shown', () => {
    expect(countStatements([answerOf(['Jonas Berg  commands it.'])], [ferry])).toEqual({ shown: 1, verbatim: 0 });
  });

  it.each([
    ['is not its quote', answerOf([berg], { statements: [{ text: 'Jonas Berg commands.', citations: [1] }] })],
    ['cites nothing', answerOf([berg], { statements: [{ text: berg, citations: [] }] })],
    ['cites a number that is not there', answerOf([berg], { statements: [{ text: berg, citations: [1, 2] }] })],
  ])('does not count one that %s', (_, answer) => {
    expect(countStatements([answer], [ferry])).toEqual({ shown: 1, verbatim: 0 });
  });

  it('does not count one from an article that is not indexed', () => {
    expect(countStatements([answerOf([berg])], [])).toEqual({ shown: 1, verbatim: 0 });
  });

  it('has nothing to count in a refusal', () => {
    expect(countStatements([refusal('related-only')], [ferry])).toEqual({ shown: 0, verbatim: 0 });
  });
});
