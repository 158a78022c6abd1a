import { articleId } from '../domain/article.js';
import type { EntityCatalogue } from '../domain/entity.js';
import type { Passage } from '../domain/passage.js';
import { decodeCatalogue } from '../entities/catalogue-codec.js';
import { withoutArticles } from '../entities/without-articles.js';
import type { SnapshotDraft, StoredSnapshot } from '../ports/snapshot-store.js';
import type { EarlierIndex } from './earlier-index.js';
import type { ReindexPlan } from './plan-reindex.js';
import { decodePassages, encodePassages, snapshotFiles } from './snapshot-files.js';
import { sentencesOf } from './write-entities.js';

/**
 * Writes the catalogue of the earlier snapshot into the generation as it is, and beside it the passages that articles changed or
 * removed since had when it was made: `readCatalogue` leaves out what rests on them. To write it without them would take 2 s for
 * 67,000 entities, of the 6 in which a changed article is to be found. Gives the number of entities in the file.
 */
export async function writeFormerEntities(
  draft: SnapshotDraft,
  { stored, formerPassages }: EarlierIndex,
  { changed, removed }: Pick<ReindexPlan, 'changed' | 'removed'>,
): Promise<number> {
  if (stored === undefined) throw new Error('there are no former entities');
  const gone = new Map([...changed, ...removed].map((id) => [id, formerPassages(id)]));
  // What was gone before, of a catalogue that is behind already, was catalogued as it was then.
  for (const [id, passages] of await goneFrom(stored)) gone.set(id, passages);
  const ids = [...gone.keys()].sort().map((id) => ({ id: articleId(id) }));
  const passages = ids.flatMap(({ id }) => gone.get(id) ?? []);
  await draft.write(snapshotFiles.entities, await stored.read(snapshotFiles.entities));
  await draft.write(snapshotFiles.uncatalogued, Buffer.concat([...encodePassages(ids, passages)]));
  return stored.manifest.counts.entities;
}

/** The entities of a stored snapshot; of one whose catalogue is behind, without what rests on articles that are gone since. */
export async function readCatalogue(stored: StoredSnapshot): Promise<EntityCatalogue> {
  const catalogue = decodeCatalogue(await stored.read(snapshotFiles.entities));
  if (!stored.manifest.catalogue.behind) return catalogue;
  const gone = [...(await goneFrom(stored))].map(([id, passages]) => ({ id, sentences: sentencesOf(passages) }));
  return withoutArticles(catalogue, gone);
}

/** The articles whose catalogued form is gone, and the passages they had; none where the catalogue is not behind. */
async function goneFrom(stored: StoredSnapshot): Promise<Map<string, Passage[]>> {
  const gone = new Map<string, Passage[]>();
  if (!stored.manifest.catalogue.behind) return gone;
  for (const passage of decodePassages(await stored.read(snapshotFiles.uncatalogued))) {
    const known = gone.get(passage.article);
    if (known === undefined) gone.set(passage.article, [passage]);
    else known.push(passage);
  }
  return gone;
}
