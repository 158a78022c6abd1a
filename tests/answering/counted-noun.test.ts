import { describe, expect, it } from 'vitest';
import { countedNouns, countsNouns } from '../../src/answering/counted-noun.js';

const countsWhatIsAsked = (question: string, sentences: readonly string[]) =>
  countsNouns(countedNouns(question), sentences);

describe('what is counted', () => {
  it.each([
    ['How many submarines will be built?', 'Three submarines will be built.'],
    ['How many submarines will be built?', 'The yard builds 3 nuclear-powered submarines.'],
    ['how many business leaders came', 'More than 200 Korean business leaders came.'],
    ['How many passengers were on board?', 'The ferry had 1,180 passengers.'],
    ['How many submarines will be built?', 'A dozen submarines is the plan.'],
  ])('%s – yes: %s', (question, sentence) => {
    expect(countsWhatIsAsked(question, [sentence])).toBe(true);
  });

  it.each([
    ['How many submarines will be built?', 'The submarine costs 3 billion won.'],
    ['How many submarines will be built?', 'Submarines will be built in 2030.'],
    ['How many submarines will be built?', 'Three frigates were built beside the yard for submarines.'],
    ['How many submarines will be built?', 'The submarines will be built soon.'],
    ['How many attended the forum?', 'Two bodies organised the forum.'],
    ['How many submarines are there?', 'On January 7 submarines were seen.'],
    ['How many submarines are there?', 'They met on 7 January, and submarines were seen.'],
  ])('%s – no: %s', (question, sentence) => {
    expect(countsWhatIsAsked(question, [sentence])).toBe(false);
  });

  it('is content with one sentence of several', () => {
    const sentences = ['Submarines are dear.', 'Nine submarines were ordered.'];
    expect(countsWhatIsAsked('How many submarines were ordered?', sentences)).toBe(true);
    expect(countsWhatIsAsked('How many submarines were ordered?', [])).toBe(false);
  });

  it.each([
    'Who ordered it?',
    'How long is a submarine?',
    'How much did it fall?',
    'By how many percent?',
    '몇 척인가요?',
  ])('asks nothing of the evidence for %s', (question) => {
    expect(countsWhatIsAsked(question, [])).toBe(true);
  });
});
