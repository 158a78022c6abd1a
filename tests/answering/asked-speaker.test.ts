import { describe, expect, it } from 'vitest';
import { askedSpeaker } from '../../src/answering/asked-speaker.js';
import type { EntityKind } from '../../src/domain/entity.js';

const speakerIn = (question: string, kind: EntityKind = 'person') => {
  const start = question.indexOf('Mara Quill');
  return askedSpeaker(question, [{ entity: 3, kind, slip: false, start, end: start + 'Mara Quill'.length }]);
};

describe('askedSpeaker', () => {
  it.each([
    'What did Mara Quill say about the bridge?',
    'what has Mayor Mara Quill promised?',
    'Why does Mara Quill deny it?',
    'What did Mara Quill publicly announce?',
    'How did the engineer Mara Quill answer?',
    'What has Mara Quill said?',
    'What does Mara Quill think of the bridge?',
    'According to Mara Quill, what is wrong?',
  ])('of %j is the one named', (question) => {
    expect(speakerIn(question)?.entity).toBe(3);
  });

  it.each([
    ['What did Mara Quill say about the bridge?', 'say'],
    ['What did Mara Quill publicly announce?', 'announce'],
    ['What has Mara Quill promised?', 'promised'],
    ['According to Mara Quill, what is wrong?', undefined],
  ])('of %j tells the verb it asks with', (question, verb) => {
    expect(speakerIn(question)?.verb).toBe(verb);
  });

  it('is nobody where the name is no person’s', () => {
    expect(speakerIn('What did Mara Quill promise?', 'organisation')).toBeUndefined();
  });

  it.each([
    ['What did they say about Mara Quill?', 'she is spoken of'],
    ['What did Mara Quill build?', 'no verb of saying'],
    ['What did critics of Mara Quill say?', 'others speak'],
    ['What has Mara Quill built?', 'no verb of saying'],
    ['Who said that Mara Quill left?', 'no auxiliary'],
    ['What did Seo and Mara Quill say?', 'two speak'],
    ['Mara Quill', 'no question'],
  ])('of %j is nobody: %s', (question) => {
    expect(speakerIn(question)).toBeUndefined();
  });
});
