import type { ArticleId } from '../domain/article.js';
import type { EntityCatalogue } from '../domain/entity.js';
import type { NameKnowledge } from '../ports/name-knowledge.js';
import type { ArticleNames, ReadableArticle } from './article-names.js';
import { gatherEvidence } from './recognise/corpus-evidence.js';
import { decideNames } from './recognise/decide-names.js';
import { readNames } from './recognise/read-names.js';
import type { SaidByMention } from './resolve/entity-input.js';
import type { EntityPins } from './resolve/pins.js';
import { resolveEntities } from './resolve/resolve-entities.js';
import { attributeSpeech } from './speech/attribute-speech.js';

/** Counted up whenever the same articles give another catalogue, so that an index made before is made anew. */
export const catalogueVersion = 3;

/**
 * The entities of articles: their names are recognised in each article and decided in the light of all, then who says what,
 * then which names are one. Deterministic. `onArticle` is awaited after each article and each step over all: it may let
 * others run, or stop the work by throwing.
 */
export async function buildCatalogue(
  articles: readonly ReadableArticle[],
  { knows, pins }: { readonly knows: NameKnowledge; readonly pins: EntityPins },
  onArticle: (done: number) => Promise<void> = async () => {},
): Promise<EntityCatalogue> {
  const readings = [];
  for (const article of articles) {
    readings.push(readNames(article, knows));
    await onArticle(readings.length);
  }
  const evidence = gatherEvidence(readings);
  const names: ArticleNames[] = [];
  const said = new Map<ArticleId, readonly SaidByMention[]>();
  for (const [number, reading] of readings.entries()) {
    const article = articles[number];
    if (article === undefined) continue;
    const found = decideNames(reading, evidence, knows);
    names.push(found);
    said.set(article.id, saidIn(article, found));
    await onArticle(readings.length);
  }
  return resolveEntities({ articles, names, said, pins });
}

function saidIn(article: ReadableArticle, names: ArticleNames): SaidByMention[] {
  return attributeSpeech(article, names).map(({ sentence, verb, form, speaker, cue }) => {
    return { mention: speaker, sentence, verb, form, speaker: cue };
  });
}
