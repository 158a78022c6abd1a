import { parseLines } from '../../src/adapters/filesystem/beir-folder.js';
import { splitSentences } from '../../src/corpus/split-sentences.js';
import type { Article } from '../../src/domain/article.js';
import type { EntityCatalogue } from '../../src/domain/entity.js';
import { recogniseNames } from '../../src/entities/recognise/recognise-names.js';
import { keepNames } from '../../src/entities/resolve/kept-names.js';
import { noPins } from '../../src/entities/resolve/pins.js';
import { resolveEntities } from '../../src/entities/resolve/resolve-entities.js';
import type { Table } from '../../src/evaluation/aligned-table.js';
import { parseEntityLine } from '../../src/evaluation/entity-set.js';
import { entityTables } from '../../src/evaluation/entity-tables.js';
import { evaluateEntities } from '../../src/evaluation/evaluate-entities.js';
import { createNameKnowledge } from '../../src/name-knowledge.js';
import type { ArticleSource } from '../../src/ports/article-source.js';

/** What an entity file says of the catalogue of a corpus. */
export interface EntitiesOutcome {
  readonly tables: readonly Table[];
  /** All that the tables say, and more exactly. */
  readonly figures: object;
  /** One line for everything that is not as judged. */
  readonly misses: readonly string[];
}

/** Makes the catalogue of a corpus, without anybody's pins, and measures it against the judged entities of a file. */
export async function takeEntitiesExam(file: string, source: ArticleSource): Promise<EntitiesOutcome> {
  const judged = await parseLines(file, parseEntityLine);
  const articles = await readAll(source);
  const { entities } = catalogueOf(articles);
  const { misses, ...evaluation } = evaluateEntities(judged, entities, articles);
  return { tables: entityTables({ ...evaluation, misses }), figures: evaluation, misses };
}

/** The entities of articles, with nothing decided by hand. */
function catalogueOf(articles: readonly Article[]): EntityCatalogue {
  const readable = articles.map((article) => ({ ...article, sentences: splitSentences(article.body) }));
  const names = keepNames(recogniseNames(readable, createNameKnowledge()));
  return { entities: [...resolveEntities({ articles: readable, names, said: new Map(), pins: noPins }).entities] };
}

async function readAll(source: ArticleSource): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const read of source.readArticles()) if (read.kind === 'article') articles.push(read.article);
  return articles;
}
