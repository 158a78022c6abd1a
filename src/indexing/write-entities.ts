import type { Article } from '../domain/article.js';
import type { Passage, Span } from '../domain/passage.js';
import type { ReadableArticle } from '../entities/article-names.js';
import { buildCatalogue } from '../entities/build-catalogue.js';
import { encodeCatalogue } from '../entities/catalogue-codec.js';
import type { EntityPins } from '../entities/resolve/pins.js';
import type { NameKnowledge } from '../ports/name-knowledge.js';
import type { SnapshotDraft } from '../ports/snapshot-store.js';
import { snapshotFiles } from './snapshot-files.js';

/** What entities are catalogued of. */
export interface EntityMaterial {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly pins: EntityPins;
}

/** Catalogues the entities of the articles and writes them into the generation; gives their number. */
export async function writeEntities(
  draft: SnapshotDraft,
  { articles, passages, pins }: EntityMaterial,
  knows: NameKnowledge,
  onArticle: (done: number) => Promise<void>,
): Promise<number> {
  const catalogue = await buildCatalogue(readable(articles, passages), { knows, pins }, onArticle);
  const lines = encodeCatalogue(catalogue);
  await draft.write(
    snapshotFiles.entities,
    inChunks(lines, () => onArticle(articles.length)),
  );
  return catalogue.ids.length;
}

/** The articles with their sentences, each once and in order. */
function readable(articles: readonly Article[], passages: readonly Passage[]): ReadableArticle[] {
  const passagesOf = new Map<string, Passage[]>(articles.map(({ id }) => [id, []]));
  for (const passage of passages) passagesOf.get(passage.article)?.push(passage);
  return articles.map((article) => ({ ...article, sentences: sentencesOf(passagesOf.get(article.id) ?? []) }));
}

/** The sentences of an article's passages, each once and in order. */
export function sentencesOf(passages: readonly Passage[]): Span[] {
  const sentences: Span[] = [];
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      if (sentence.start >= (sentences.at(-1)?.end ?? 0)) sentences.push(sentence);
    }
  }
  return sentences;
}

// Large enough that writing is no work beside making the lines, small enough that a request to stop is heard within a second.
const CHUNK_BYTES = 262_144;

/** The lines, many at a time; making them is a fifth of the work of a catalogue, so others are let in between. */
async function* inChunks(lines: Iterable<Uint8Array>, onChunk: () => Promise<void>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for (const line of lines) {
    held.push(line);
    bytes += line.length;
    if (bytes < CHUNK_BYTES) continue;
    await onChunk();
    yield Buffer.concat(held);
    [held, bytes] = [[], 0];
  }
  yield Buffer.concat(held);
}
