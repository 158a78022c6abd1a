import { Document } from 'flexsearch';
import type { Contender } from './contender.js';
import { passageDocuments, readArticles } from './passages.js';

/**
 * FlexSearch with its defaults but one: `suggest`, as without it a passage needs every word of the question, which hardly
 * any has.
 */
export const contender: Contender = {
  async index(source) {
    const articles = await readArticles(source);
    const documents = passageDocuments(articles);
    const index = new Document({ document: { id: 'id', index: ['title', 'text'], store: true } });
    for (const document of documents) index.add({ ...document });
    return {
      articleIds: articles.map(({ id }) => id),
      passages: documents.length,
      async search(question, limit) {
        const found = index.search(question, { limit, suggest: true, merge: true });
        return found.map(({ id }) => documents[Number(id)]?.article ?? '');
      },
    };
  },
};
