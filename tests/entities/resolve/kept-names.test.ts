import { describe, expect, it } from 'vitest';
import type { NameMention } from '../../../src/entities/article-names.js';
import { type KeptArticle, keepNames } from '../../../src/entities/resolve/kept-names.js';
import { marked } from '../../support/named-articles.js';

const given = [
  marked('a', '[p:captain:Jonas Berg] of [o:Lark] met [ps:Berg]; {script:[p:Ann Holm] ([p:안 홀름])}.').names,
  marked('b', '[p:Jonas Berg], [ps:captain:Berg] of [o:Berg].').names,
];

function mentionsOf({ mentions }: KeptArticle): NameMention[] {
  return Array.from({ length: mentions.length }, (_, index) => {
    const { text, kind, form } = mentions.wording(index);
    const [start, end, role] = [mentions.start(index), mentions.end(index), mentions.role(index)];
    return { start, end, text, kind, form, role };
  });
}

describe('kept names', () => {
  it('come back as they were', () => {
    const kept = keepNames(given);
    for (const { article, mentions, asOne } of given) {
      const found = kept.of(article);
      expect(found && mentionsOf(found)).toEqual(mentions);
      expect(found?.asOne).toEqual(asOne);
    }
  });

  it('share the wordings, each told apart by kind and form and counted over all articles', () => {
    const { wordings } = keepNames(given);
    expect(wordings.map(({ text, kind, form, uses }) => `${text} ${kind} ${form} ${uses}`)).toEqual([
      'Jonas Berg person full 2',
      'Lark organisation full 1',
      'Berg person short 2',
      'Ann Holm person full 1',
      '안 홀름 person full 1',
      'Berg organisation full 1',
    ]);
    expect(wordings.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('have none of an article that was not added', () => {
    expect(keepNames(given.slice(1)).of(given[0]?.article ?? ('' as never))).toBeUndefined();
  });
});
