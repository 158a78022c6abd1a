import { describe, expect, it } from 'vitest';
import { articleId } from '../../src/domain/article.js';
import { groupSources, markersText } from '../../src/wording/source-groups.js';
import { citationOf, fakeArticle } from '../fakes/fake-dateline.js';

const herald = fakeArticle({
  id: articleId('herald'),
  sentences: ['The forum opened.', 'Nine papers were signed.', 'It rained.', 'About 400 people came.'],
});
const xinhua = fakeArticle({ id: articleId('xinhua'), sentences: ['Fifteen papers were signed.'] });

describe('the sources of an answer', () => {
  it('name each passage once, in order of the first marker, with every sentence quoted from it', () => {
    const groups = groupSources([
      citationOf(1, herald, 'About 400 people came.'),
      citationOf(2, xinhua, 'Fifteen papers were signed.'),
      citationOf(3, herald, 'The forum opened.'),
    ]);
    expect(groups.map(({ article, markers }) => [article.id, markers])).toEqual([
      ['herald', [1, 3]],
      ['xinhua', [2]],
    ]);
    const [first] = groups;
    expect(first?.quoteSpans.map(({ start, end }) => first.passageText.slice(start, end))).toEqual([
      'The forum opened.',
      'About 400 people came.',
    ]);
  });

  it.each([
    ['sentences that follow one another', 'The forum opened.', 'Nine papers were signed.'],
    ['a sentence and a part of it', 'The forum opened. Nine papers were signed.', 'Nine papers'],
    [
      'the same sentence twice',
      'The forum opened. Nine papers were signed.',
      'The forum opened. Nine papers were signed.',
    ],
  ])('join %s into one span', (_, one, other) => {
    const [group] = groupSources([citationOf(1, herald, other), citationOf(2, herald, one)]);
    expect(group?.quoteSpans).toEqual([{ start: 0, end: 'The forum opened. Nine papers were signed.'.length }]);
  });

  it('are marked by their numbers', () => {
    expect(markersText([1, 3])).toBe('[1][3]');
    expect(groupSources([])).toEqual([]);
  });
});
