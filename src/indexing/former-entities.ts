import { decodeCatalogue, encodeCatalogue } from '../entities/catalogue-codec.js';
import { withoutArticles } from '../entities/without-articles.js';
import type { SnapshotDraft } from '../ports/snapshot-store.js';
import type { EarlierIndex } from './earlier-index.js';
import type { ReindexPlan } from './plan-reindex.js';
import { snapshotFiles } from './snapshot-files.js';
import { sentencesOf } from './write-entities.js';

/**
 * Writes the entities of the earlier snapshot into the generation, without what rests on articles that have been changed or
 * removed since: offsets into another body would cite what is not there. Gives their number.
 */
export async function writeFormerEntities(
  draft: SnapshotDraft,
  { stored, formerPassages }: EarlierIndex,
  { changed, removed }: Pick<ReindexPlan, 'changed' | 'removed'>,
): Promise<number> {
  if (stored === undefined) throw new Error('there are no former entities');
  const former = decodeCatalogue(await stored.read(snapshotFiles.entities));
  const gone = [...changed, ...removed].map((id) => ({ id, sentences: sentencesOf(formerPassages(id)) }));
  const catalogue = withoutArticles(former, gone);
  await draft.write(snapshotFiles.entities, toAsync(encodeCatalogue(catalogue)));
  return catalogue.entities.length;
}

async function* toAsync<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}
