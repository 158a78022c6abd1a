import { describe, expect, it } from 'vitest';
import { frameWordEnds } from '../../src/retrieval/question-frame.js';

/** The words that end where a frame word ends. */
function framing(question: string): string[] {
  return [...frameWordEnds(question)]
    .sort((a, b) => a - b)
    .map((end) => /\S+$/.exec(question.slice(0, end))?.[0] ?? '');
}

describe('frameWordEnds', () => {
  it.each([
    ['How many ferries sail?', ['many']],
    ['how long is the bridge', ['long']],
    ['What kind of boat is it?', ['kind']],
    ['According to the Harbour Post, when does it sail?', ['According']],
    ['Is the ferry supposed to sail right now?', ['supposed', 'right', 'now']],
    ['Did somebody see it?', ['somebody']],
    ['What is the name of the island?', ['name']],
    ['What is the island called?', ['called']],
    ['Who said that the bridge is unsafe?', ['said']],
    ['How does the old bridge compare with the new one?', ['compare']],
    ['How long did the crossing last?', ['long', 'last']],
    ['Did the talks or the dinner last longer?', ['last', 'longer']],
    ['How has trade changed over the last ten years?', ['last', 'ten', 'years']],
    ['Whom else did they see near each other?', ['else', 'each']],
    ['Is the ferry still sailing?', ['still']],
    ['How many people came along with them?', ['many', 'along']],
    ['What does the Harbour Post think of it?', ['think']],
    ['What did the Harbour Post report?', ['report']],
    ['News from January 27?', ['News']],
    ['news', ['news']],
    ['names of the islands', ['names']],
    ['which outlets have a bridge', ['outlets']],
    ['When did it come back?', ['back']],
    ['How many million dollars did it cost?', ['many', 'dollars']],
  ])('of %j are %j', (question, expected) => {
    expect(framing(question)).toEqual(expected);
  });

  it.each([
    'Who opened the library?',
    'Who took the last ferry?',
    'What is on the back of the boat?',
    'Which islands have a ferry?',
    'The right bank of the river',
    'Which names are on the list?',
    'How is a bridge called off?',
    '도서관은 언제 여나요?',
  ])('are none in %j', (question) => {
    expect(framing(question)).toEqual([]);
  });
});
