import MiniSearch, { type SearchResult } from 'minisearch';
import { z } from 'zod';
import type { Contender } from './contender.js';
import { passageDocuments, readArticles } from './passages.js';

const stored = z.object({ article: z.string() });

/** MiniSearch with its defaults: any word of the question counts, by BM25+, no stems, no prefixes, no near spellings. */
export const contender: Contender = {
  async index(source) {
    const articles = await readArticles(source);
    const documents = passageDocuments(articles);
    // The text is stored everywhere: an answer has to show it.
    const index = new MiniSearch({ fields: ['title', 'text'], storeFields: ['article', 'text'] });
    index.addAll(documents);
    return {
      articleIds: articles.map(({ id }) => id),
      passages: documents.length,
      search: async (question, limit) => index.search(question).slice(0, limit).map(articleOf),
    };
  },
};

function articleOf(result: SearchResult): string {
  return stored.parse(result).article;
}
