import { Index } from 'flexsearch';
import type { Contender } from './contender.js';
import { passageDocuments, readArticles } from './passages.js';

/**
 * FlexSearch with its defaults but one: `suggest`, as without it a passage needs every word of the question, and none of
 * news-dev is found. Title and text are one field: its `Document` of two, merged, ranks far worse (nDCG@10 .378, not .519).
 */
export const contender: Contender = {
  async index(source) {
    const articles = await readArticles(source);
    const documents = passageDocuments(articles);
    const index = new Index();
    for (const { id, title, text } of documents) index.add(id, `${title}\n${text}`);
    return {
      articleIds: articles.map(({ id }) => id),
      passages: documents.length,
      async search(question, limit) {
        const found = index.search(question, { limit, suggest: true });
        return found.map((id) => documents[Number(id)]?.article ?? '');
      },
    };
  },
};
