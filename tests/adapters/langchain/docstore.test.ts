import { HNSWLib } from '@langchain/community/vectorstores/hnswlib';
import { describe, expect, it } from 'vitest';
import { createDirectorySnapshotStore } from '../../../src/adapters/filesystem/directory-snapshot-store.js';
import { createHnswVectorIndexFactory } from '../../../src/adapters/hnswlib/hnsw-vector-index-factory.js';
import { loadGraphClass } from '../../../src/adapters/hnswlib/native-graph.js';
import { writeDocstore } from '../../../src/adapters/langchain/docstore.js';
import { LangChainEmbeddings } from '../../../src/adapters/langchain/langchain-embeddings.js';
import type { PassageText } from '../../../src/adapters/langchain/passage-documents.js';
import { articleId } from '../../../src/domain/article.js';
import { passageId } from '../../../src/domain/passage.js';
import type { SnapshotDraft } from '../../../src/ports/snapshot-store.js';
import { createHashEmbedder } from '../../fakes/hash-embedder.js';
import { createRecordingLogger } from '../../fakes/recording-logger.js';
import { description } from '../../support/snapshots.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const embedder = createHashEmbedder(128);
const take: SnapshotDraft['take'] = async () => undefined;
const planted = 'The lighthouse keeper counted “seven” herons — 日本語, \u2028 and all.';

function passages(): PassageText[] {
  const texts = Array.from({ length: 300 }, (_, i) => `Passage ${i} speaks of matter ${i * 7} and of town ${i % 13}.`);
  // Position 5 has no words, and so a zero vector and no label in the graph.
  texts[5] = '…';
  texts[123] = planted;
  return texts.map((text, i) => ({ passage: passageId(articleId('a'), i), article: articleOf(i), text }));
}

const articleOf = (i: number) => ({
  id: articleId('a'),
  title: `Title ${i}`,
  publisher: 'The Herald',
  byline: undefined,
  published: '2026-01-05',
  url: undefined,
  language: 'en',
});

async function fill(draft: SnapshotDraft) {
  const vectors = await embedder.embedPassages(passages().map(({ text }) => text));
  const table = { dimensions: 128, values: Float32Array.from(vectors.flatMap((vector) => [...vector])) };
  const report = await createHnswVectorIndexFactory().build(table, draft.folder);
  expect(await writeDocstore(draft, 128, passages)).toEqual({ kind: 'written' });
  return { ...description('langchain'), dimensions: 128, vectorIndex: report };
}

const installed = await loadGraphClass().then(
  () => true,
  () => false,
);

describe('the files for LangChain', () => {
  it.runIf(installed)('open with HNSWLib.load, which finds a planted passage', async () => {
    const store = createDirectorySnapshotStore({ folder: temporaryFolder(), logger: createRecordingLogger() });
    const { files } = await store.publish(fill);
    expect(Object.keys(files)).toEqual(['args.json', 'docstore.json', 'hnswlib.index']);
    const folder = (await store.loadCurrent())?.folder ?? '';
    const library = await HNSWLib.load(folder, new LangChainEmbeddings(embedder));
    const [nearest] = await library.similaritySearchWithScore('Who counted the herons at the lighthouse?', 3);
    expect(nearest?.[0]).toEqual({
      pageContent: planted,
      metadata: {
        article: 'a',
        passage: 'a#123',
        title: 'Title 123',
        publisher: 'The Herald',
        published: '2026-01-05',
      },
      id: 'a#123',
    });
    const [retrieved] = await library.asRetriever({ k: 1, filter: () => true }).invoke('the heron lighthouse keeper');
    expect(retrieved?.pageContent).toBe(planted);
  });

  it('are left out, with the reason, where the loader could not read them', async () => {
    const written: string[] = [];
    const draft = { id: 'gen-000001', folder: '', write: async (file: string) => void written.push(file), take };
    const reason = 'docstore.json would exceed the 1000 characters LangChain reads';
    expect(await writeDocstore(draft, 128, passages, 1_000)).toEqual({ kind: 'left-out', reason });
    expect(written).toEqual([]);
  });

  it('are readable without any passage', async () => {
    const contents = new Map<string, string>();
    const write: SnapshotDraft['write'] = async (file, content) => {
      let text = '';
      for await (const chunk of content instanceof Uint8Array ? [content] : content) text += Buffer.from(chunk);
      contents.set(file, text);
    };
    await writeDocstore({ id: 'gen-000001', folder: '', write, take }, 2, () => []);
    expect(JSON.parse(contents.get('docstore.json') ?? '')).toEqual([]);
    expect(JSON.parse(contents.get('args.json') ?? '')).toEqual({ space: 'cosine', numDimensions: 2 });
  });
});
