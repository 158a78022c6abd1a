import type { Article } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import { Bm25Builder } from './bm25-builder.js';
import type { Bm25Parameters, Bm25Tables, FieldTerms } from './bm25-index.js';
import { tokenize } from './tokenize.js';

// Title, body, publisher. Measured on news-dev and scifact-dev: k1 0.9 to 2, b 0.4 to 0.75 and title weights 0 to 1.5
// were tried; these were the best of both, flat around the top. The outlet's name is a hint, no topic.
const PARAMETERS: Bm25Parameters = {
  k1: 1.2,
  fields: [
    { weight: 1, b: 0.75 },
    { weight: 1, b: 0.75 },
    { weight: 0.3, b: 0 },
  ],
};

/** The two inverted indexes of a snapshot: one over its passages, one over its whole articles. */
export interface LexicalTables {
  readonly passages: Bm25Tables;
  readonly articles: Bm25Tables;
}

function fieldTerms(text: string): FieldTerms {
  const tokens = tokenize(text);
  let length = 0;
  for (const token of tokens) if (token.primary) length++;
  return { terms: tokens.map((token) => token.term), length };
}

/**
 * Builds both indexes. `passages` come article by article, in the articles' order; `onArticle` hears the number done
 * and may wait, so that a caller can stay responsive.
 */
export async function buildLexicalTables(
  articles: readonly Article[],
  passages: readonly Passage[],
  onArticle: (done: number) => Promise<void> | void = () => {},
): Promise<LexicalTables> {
  const passageBuilder = new Bm25Builder(PARAMETERS);
  const articleBuilder = new Bm25Builder(PARAMETERS);
  let next = 0;
  for (const [number, article] of articles.entries()) {
    const title = fieldTerms(article.title);
    const publisher = fieldTerms(article.publisher ?? '');
    const whole = { terms: [] as string[], length: 0 };
    for (let passage = passages[next]; passage?.article === article.id; passage = passages[++next]) {
      const body = fieldTerms(article.body.slice(passage.start, passage.end));
      passageBuilder.add([title, body, publisher]);
      for (const term of body.terms) whole.terms.push(term);
      whole.length += body.length;
    }
    articleBuilder.add([title, whole, publisher]);
    await onArticle(number + 1);
  }
  return { passages: passageBuilder.build(), articles: articleBuilder.build() };
}
