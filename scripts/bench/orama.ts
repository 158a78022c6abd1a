import { create, insertMultiple, search } from '@orama/orama';
import type { Contender } from './contender.js';
import { passageDocuments, readArticles } from './passages.js';

/** Orama with its defaults: English tokens without stems, words as prefixes, any word of the question counts. */
export const contender: Contender = {
  async index(source) {
    const articles = await readArticles(source);
    const documents = passageDocuments(articles);
    const database = create({ schema: { title: 'string', text: 'string' } });
    // What the schema does not name is stored and not searched; ids have to be strings.
    await insertMultiple(
      database,
      documents.map((document) => ({ ...document, id: `${document.id}` })),
    );
    return {
      articleIds: articles.map(({ id }) => id),
      passages: documents.length,
      async search(question, limit) {
        const { hits } = await search(database, { term: question, limit });
        return hits.map(({ document }) => documents[Number(document.id)]?.article ?? '');
      },
    };
  },
};
