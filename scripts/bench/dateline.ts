import { prepareQuery } from '../../src/retrieval/prepare-query.js';
import { retrieve } from '../../src/retrieval/retrieve.js';
import { openMeasuredIndex } from '../support/measured-index.js';
import type { Contender } from './contender.js';

/** Dateline as `evaluate` measures it. Its index is written to the disk, checked and loaded again; no other's is. */
export const contender: Contender = {
  async index(source, config) {
    const { snapshot, tools } = await openMeasuredIndex(config, source);
    return {
      articleIds: snapshot.articles.map(({ id }) => id),
      passages: snapshot.passages.length,
      async search(question, limit) {
        const query = await prepareQuery(snapshot, tools, question);
        return retrieve(snapshot, query, limit).map(({ position }) => snapshot.passages[position]?.article ?? '');
      },
    };
  },
};
