import { describe, expect, it } from 'vitest';
import { splitArticle } from '../../../src/corpus/split-article.js';
import type { SaidStatement } from '../../../src/domain/entity.js';
import { sayingsAbout } from '../../../src/entities/lookup/about-words.js';
import { createCoverageTexts } from '../../../src/entities/lookup/coverage-texts.js';
import { article } from '../../fixtures/articles.js';

const sentences = [
  'Football draws the crowds, Quill said.',
  'Nobody spoke of gulls.',
  'The tide rose early.',
  'Missiles are no toys, Quill said.',
  'The tide rose early again.',
  'The harbour needs a crane, Quill said.',
  'Fog came down.',
  'The harbour bridge toll is dear, Quill said.',
];
const one = article('a', sentences.join(' '));
const texts = createCoverageTexts([one], splitArticle(one));
const said = sentences
  .filter((text) => text.includes('Quill said'))
  .map((text): SaidStatement => {
    const start = one.body.indexOf(text);
    const sentence = { article: one.id, start, end: start + text.length };
    return { sentence, verb: 'said', form: 'reported', speaker: undefined };
  });
const about = (words: string) => sayingsAbout(said, words, texts).map(({ sentence }) => texts.text(sentence));

describe('what was said about something', () => {
  it('is everything where nothing is asked for', () => {
    expect(about(' ')).toHaveLength(4);
  });

  it('has the word, in any of its forms, in the sentence or the ones beside it', () => {
    expect(about('missile')).toEqual(['Missiles are no toys, Quill said.']);
    expect(about('gull')).toEqual(['Football draws the crowds, Quill said.']);
    expect(about('crane')).toEqual(['The harbour needs a crane, Quill said.']);
  });

  it('has both of two words: one of them is another matter', () => {
    expect(about('football missiles')).toEqual([]);
    expect(about('football crowds')).toEqual(['Football draws the crowds, Quill said.']);
  });

  it('has two of three words where nothing has all', () => {
    expect(about('harbour bridge zeppelin')).toEqual(['The harbour bridge toll is dear, Quill said.']);
    expect(about('harbour zeppelin balloon')).toEqual([]);
    expect(about('harbour bridge toll zeppelin')).toEqual(['The harbour bridge toll is dear, Quill said.']);
    expect(about('harbour bridge zeppelin balloon')).toEqual([]);
  });

  it('has all of three words where something has', () => {
    expect(about('harbour bridge toll')).toEqual(['The harbour bridge toll is dear, Quill said.']);
    expect(about('toll harbour crane')).toHaveLength(2);
  });

  it('is asked for by the telling words, or by the others where there are none', () => {
    expect(about('the missiles of the')).toEqual(['Missiles are no toys, Quill said.']);
    expect(about('the').length).toBeGreaterThan(0);
  });
});
