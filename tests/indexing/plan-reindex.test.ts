import { describe, expect, it } from 'vitest';
import { articleId } from '../../src/domain/article.js';
import { isUnchanged, planReindex } from '../../src/indexing/plan-reindex.js';

const articles = (hashes: Record<string, string>) =>
  Object.entries(hashes).map(([id, contentHash]) => ({ id: articleId(id), contentHash }));

describe('planReindex', () => {
  it.each([
    ['nothing is stored', undefined, { b: '1', a: '2' }, { added: ['a', 'b'] }],
    ['nothing has changed', { a: '1', b: '2' }, { b: '2', a: '1' }, { unchanged: ['a', 'b'] }],
    ['one is new', { a: '1' }, { a: '1', b: '2' }, { added: ['b'], unchanged: ['a'] }],
    ['one has changed', { a: '1', b: '2' }, { a: '1', b: '3' }, { changed: ['b'], unchanged: ['a'] }],
    ['one is gone', { a: '1', b: '2' }, { b: '2' }, { removed: ['a'], unchanged: ['b'] }],
    ['one was renamed', { a: '1' }, { b: '1' }, { added: ['b'], removed: ['a'] }],
    ['two have each other’s text', { a: '1', b: '2' }, { a: '2', b: '1' }, { changed: ['a', 'b'] }],
    ['all is gone', { a: '1' }, {}, { removed: ['a'] }],
    [
      'all of it at once',
      { a: '1', b: '2', c: '3' },
      { d: '4', c: '3', b: '5' },
      { added: ['d'], changed: ['b'], removed: ['a'], unchanged: ['c'] },
    ],
    ['an id is a member of objects', {}, { constructor: '1', toString: '2' }, { added: ['constructor', 'toString'] }],
  ])('where %s', (_case, before, now, plan) => {
    const found = planReindex(before, articles(now));
    expect(found).toEqual({ added: [], changed: [], removed: [], unchanged: [], ...plan });
    expect(isUnchanged(found)).toBe(Object.keys(plan).every((part) => part === 'unchanged'));
  });

  it('sorts ids as text', () => {
    expect(planReindex(undefined, articles({ 'a-2': '', 'a-10': '', ä: '', Z: '' })).added).toEqual([
      'Z',
      'a-10',
      'a-2',
      'ä',
    ]);
  });
});
