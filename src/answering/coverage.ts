import type { Article } from '../domain/article.js';
import { publishedDay } from '../domain/article.js';
import type { PublisherListing } from '../domain/status.js';
import type { Coverage, EntityDirectory } from '../ports/dateline.js';
import type { QueryTools } from '../retrieval/prepare-query.js';
import { findPublishers, suggestPublishers } from '../retrieval/publishers.js';
import type { Snapshot } from '../retrieval/snapshot.js';
import { answerQuestion } from './answer-question.js';
import { articleMeta } from './cite.js';

// Discord shows at most so many choices.
const MOST_SUGGESTIONS = 25;

/** What can be asked of one snapshot in memory; `directory` knows the people, organisations and places it names. */
export function createCoverage(snapshot: Snapshot, tools: QueryTools, directory: EntityDirectory): Coverage {
  const { manifest, publishers } = snapshot;
  return {
    ask: (question, signal) => answerQuestion(snapshot, tools, question, signal),
    sources: async (publisher) => {
      const shown = publisher === undefined ? publishers : findPublishers(publishers, publisher);
      const unnamed = publisher === undefined ? [listing(undefined, snapshot.articles)] : [];
      const listings = shown.map(({ name }) => listing(name, snapshot.articles));
      return [...listings, ...unnamed.filter(({ articles }) => articles.length > 0)];
    },
    status: async () => ({
      snapshot: manifest.id,
      created: manifest.created,
      catalogueBehind: manifest.catalogue.behind === true,
      coverage: snapshot.coverage,
      passages: snapshot.passages.length,
      embedderId: manifest.embedderId,
      vectorIndex: snapshot.vectorIndex.report,
      setAside: manifest.setAside,
    }),
    suggestPublishers: async (typed) => suggestPublishers(publishers, typed, MOST_SUGGESTIONS),
    lookUpEntity: (name) => directory.lookUpEntity(name),
    entityDetail: (id, section) => directory.entityDetail(id, section),
    suggestEntities: (typed) => directory.suggestEntities(typed),
    quotes: (who, about) => directory.quotes(who, about),
  };
}

function listing(publisher: string | undefined, articles: readonly Article[]): PublisherListing {
  const own = articles.filter((article) => article.publisher === publisher);
  const day = (article: Article) => publishedDay(article) ?? '';
  return { publisher, articles: own.sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0)).map(articleMeta) };
}
