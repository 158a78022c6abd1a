import { describe, expect, it } from 'vitest';
import { askedSpeaker } from '../../src/answering/asked-speaker.js';

const speakerIn = (question: string) => {
  const start = question.indexOf('Mara Quill');
  return askedSpeaker(question, [{ entity: 3, start, end: start + 'Mara Quill'.length }]);
};

describe('askedSpeaker', () => {
  it.each([
    'What did Mara Quill say about the bridge?',
    'what has Mayor Mara Quill promised?'.replace('promised', 'promise'),
    'Why does Mara Quill deny it?',
    'What did Mara Quill publicly announce?',
    'How did the engineer Mara Quill answer?',
  ])('of %j is the one named', (question) => {
    expect(speakerIn(question)).toBe(3);
  });

  it.each([
    ['What did they say about Mara Quill?', 'she is spoken of'],
    ['What did Mara Quill build?', 'no verb of saying'],
    ['Who said that Mara Quill left?', 'no auxiliary'],
    ['What did Seo and Mara Quill say?', 'two speak'],
    ['Mara Quill', 'no question'],
  ])('of %j is nobody: %s', (question) => {
    expect(speakerIn(question)).toBeUndefined();
  });
});
