import { describe, expect, it } from 'vitest';
import { articleId } from '../../src/domain/article.js';
import { type Entity, entityId } from '../../src/domain/entity.js';
import { createMentionIndex } from '../../src/retrieval/mention-index.js';
import { article } from '../fixtures/articles.js';

const body = 'Mara Quill opened the bridge. Quill said it is safe. Harbour Trust paid.';
const articles = [article('a', body), article('b', body)];
const place = (id: string, text: string, from = 0) => {
  const start = body.indexOf(text, from);
  return { article: articleId(id), start, end: start + text.length };
};
const plain = { aliases: [], roles: [], articles: [], companions: [], merges: [], possiblySame: [], said: [] };
const mara: Entity = {
  ...plain,
  id: entityId('mara-quill'),
  kind: 'person',
  name: 'Mara Quill',
  mentions: [place('a', 'Mara Quill'), place('a', 'Quill said'.slice(0, 5), 20)],
  said: [{ sentence: place('a', 'Quill said it is safe.'), verb: 'said', form: 'reported', speaker: undefined }],
};
const trust: Entity = {
  ...plain,
  id: entityId('harbour-trust'),
  kind: 'organisation',
  name: 'Harbour Trust',
  mentions: [place('a', 'Harbour Trust'), place('gone', 'Harbour Trust')],
};
const mentions = createMentionIndex({ entities: [mara, trust] }, articles);

describe('a mention index', () => {
  it('knows who is named between two places, each once', () => {
    expect(mentions.namedBetween(0, 0, body.length)).toEqual([0, 1]);
    expect(mentions.namedBetween(0, 0, 29)).toEqual([0]);
    expect(mentions.namedBetween(0, body.indexOf('Harbour'), body.length)).toEqual([1]);
  });

  it('leaves out names that the borders cut', () => {
    expect(mentions.namedBetween(0, 0, 6)).toEqual([]);
    expect(mentions.namedBetween(0, 2, 12)).toEqual([]);
  });

  it('knows who says a sentence', () => {
    expect(mentions.speakerOf(0, body.indexOf('Quill said'))).toBe(0);
    expect(mentions.speakerOf(0, 0)).toBeUndefined();
  });

  it('names nobody in other articles', () => {
    expect(mentions.namedBetween(1, 0, body.length)).toEqual([]);
    expect(mentions.speakerOf(1, body.indexOf('Quill said'))).toBeUndefined();
    expect(mentions.namedBetween(7, 0, 5)).toEqual([]);
  });
});
