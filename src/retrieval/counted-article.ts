import type { Article } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import { tokenize } from './tokenize.js';
import type { TermCounts, Vocabulary } from './vocabulary.js';

/** The words of an article: all that the word indexes know of it. */
export interface CountedArticle {
  readonly title: TermCounts;
  /** Of the text of each passage. */
  readonly passages: readonly TermCounts[];
  readonly publisher: TermCounts;
}

/** Counts the words of an article; `passages` are all of its own. */
export function countArticle(article: Article, passages: readonly Passage[], vocabulary: Vocabulary): CountedArticle {
  const count = (text: string): TermCounts => {
    const tokens = tokenize(text);
    let length = 0;
    for (const token of tokens) if (token.primary) length++;
    return vocabulary.count(
      tokens.map((token) => token.term),
      length,
    );
  };
  return {
    title: count(article.title),
    passages: passages.map(({ start, end }) => count(article.body.slice(start, end))),
    publisher: count(article.publisher ?? ''),
  };
}
