import type { Article } from '../domain/article.js';
import type { Passage } from '../domain/passage.js';
import type { ReindexProgress } from '../domain/reindex.js';
import type { SnapshotManifest } from '../domain/snapshot-manifest.js';
import { catalogueVersion } from '../entities/build-catalogue.js';
import type { SnapshotDescription, SnapshotDraft, SnapshotStore } from '../ports/snapshot-store.js';
import { createStep } from './create-step.js';
import type { CorpusReading } from './read-corpus.js';
import { snapshotFiles } from './snapshot-files.js';
import { writeEntities } from './write-entities.js';
import { type BuildTools, nameKnowledgeOf } from './write-snapshot.js';

/** What a snapshot says, in the order in which it has it. */
export interface SnapshotTexts {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
}

const madeAnew: ReadonlySet<string> = new Set([snapshotFiles.entities, snapshotFiles.uncatalogued]);

/**
 * Publishes a snapshot once more, with a catalogue made of all its articles. The other files get a second name each: the first
 * publication goes away with this one, so that no two that are kept stand on the same bytes, and a damage to one never costs
 * what there is to go back to.
 * @param after the id that must be current still; else it rejects with `IndexBusyError`.
 */
export function completeCatalogue(
  store: Pick<SnapshotStore, 'publish'>,
  behind: SnapshotManifest,
  texts: SnapshotTexts,
  { pins, pinsHash }: Pick<CorpusReading, 'pins' | 'pinsHash'>,
  tools: Pick<BuildTools, 'nameKnowledge' | 'clock'>,
  onProgress: (progress: ReindexProgress) => void,
  signal: AbortSignal | undefined,
  after?: string,
): Promise<SnapshotManifest> {
  const write = async (draft: SnapshotDraft): Promise<SnapshotDescription> => {
    const step = createStep(onProgress, signal);
    await step('cataloguing', texts.articles.length)(0);
    for (const file of Object.keys(behind.files)) if (!madeAnew.has(file)) await draft.take(file, behind);
    const knows = await nameKnowledgeOf(tools);
    const onArticle = step('cataloguing', texts.articles.length);
    const entities = await writeEntities(draft, { ...texts, pins }, knows, onArticle);
    onProgress({ phase: 'publishing', done: 0, total: 1 });
    const { id: _id, files: _files, ...description } = behind;
    return {
      ...description,
      created: new Date(tools.clock.now()).toISOString(),
      counts: { ...description.counts, entities },
      catalogue: { version: catalogueVersion, pins: pinsHash },
    };
  };
  return store.publish(write, after);
}
