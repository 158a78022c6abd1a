import type { ArticleId } from '../domain/article.js';
import type { NameKnowledge } from '../ports/name-knowledge.js';
import type { ArticleNames, ReadableArticle } from './article-names.js';
import type { CatalogueInMaking } from './catalogue-in-making.js';
import { createCorpusReader, decideAll } from './recognise/recognise-names.js';
import type { EntityInput, SaidByMention } from './resolve/entity-input.js';
import { createKeptNames } from './resolve/kept-names.js';
import type { EntityPins } from './resolve/pins.js';
import { resolveEntities } from './resolve/resolve-entities.js';
import { attributeSpeech } from './speech/attribute-speech.js';

/** Counted up whenever the same articles give another catalogue, so that an index made before is made anew. */
export const catalogueVersion = 4;

/**
 * The entities of articles: their names are recognised in each article and decided in the light of all, then who says what,
 * then which names are one. Deterministic. `onArticle` is awaited after each article and each step over all: it may let
 * others run, or stop the work by throwing.
 */
export async function buildCatalogue(
  articles: readonly ReadableArticle[],
  { knows, pins }: { readonly knows: NameKnowledge; readonly pins: EntityPins },
  onArticle: (done: number) => Promise<void> = async () => {},
): Promise<CatalogueInMaking> {
  const { names, said } = await recognise(articles, knows, onArticle);
  return resolveEntities({ articles, names, said, pins });
}

/** The names of each article and who says what in it; what they were decided from is let go with the end of it. */
async function recognise(
  articles: readonly ReadableArticle[],
  knows: NameKnowledge,
  onArticle: (done: number) => Promise<void>,
): Promise<Pick<EntityInput, 'names' | 'said'>> {
  const reader = createCorpusReader(knows);
  for (const [number, article] of articles.entries()) {
    reader.read(article);
    await onArticle(number + 1);
  }
  const names = createKeptNames();
  const said = new Map<ArticleId, readonly SaidByMention[]>();
  const decided = decideAll(reader.done(), knows);
  for (const article of articles) {
    const found = decided.next().value;
    if (found === undefined) break;
    names.add(found);
    said.set(article.id, saidIn(article, found));
    await onArticle(articles.length);
  }
  return { names, said };
}

function saidIn(article: ReadableArticle, names: ArticleNames): SaidByMention[] {
  return attributeSpeech(article, names).map(({ sentence, verb, form, speaker, cue }) => {
    return { mention: speaker, sentence, verb, form, speaker: cue };
  });
}
