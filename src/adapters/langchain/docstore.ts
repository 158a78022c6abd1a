import type { SnapshotDraft } from '../../ports/snapshot-store.js';
import { type PassageText, passageDocument } from './passage-documents.js';

/** What became of the files for LangChain. */
export type DocstoreOutcome = { readonly kind: 'written' } | { readonly kind: 'left-out'; readonly reason: string };

// HNSWLib.load parses the file as one string, and V8's strings end at 512 Mi characters.
const defaultMostCharacters = 400_000_000;

const blockCharacters = 1 << 16;

/**
 * Writes `docstore.json` and `args.json` beside the graph, as `HNSWLib.load` of @langchain/community 1.1.29 reads them:
 * the n-th passage belongs to the vector at position n. Left out, with the reason, where the loader could not read it.
 * @param passages gives the passages in order of their positions, anew at each call.
 */
export async function writeDocstore(
  draft: SnapshotDraft,
  dimensions: number,
  passages: () => Iterable<PassageText>,
  mostCharacters: number = defaultMostCharacters,
): Promise<DocstoreOutcome> {
  if (mayExceed(passages(), mostCharacters) && exceeds(passages(), mostCharacters)) {
    return { kind: 'left-out', reason: `docstore.json would exceed the ${mostCharacters} characters LangChain reads` };
  }
  await draft.write('docstore.json', blocks(docstoreLines(passages())));
  await draft.write('args.json', Buffer.from(JSON.stringify({ space: 'cosine', numDimensions: dimensions })));
  return { kind: 'written' };
}

// A character is six at most in JSON; the keys and the label of a passage are 150.
const mostPerCharacter = 6;
const mostBesides = 200;

/** A quick look that never says no where it is yes: writing everything twice takes as long as all the rest of it. */
function mayExceed(passages: Iterable<PassageText>, mostCharacters: number): boolean {
  let characters = 0;
  for (const { article, passage, text } of passages) {
    const { id, title, publisher = '', published = '', url = '' } = article;
    const named = id.length + 2 * passage.length + title.length + publisher.length + published.length + url.length;
    characters += mostPerCharacter * (text.length + named) + mostBesides;
  }
  return characters > mostCharacters;
}

function exceeds(passages: Iterable<PassageText>, mostCharacters: number): boolean {
  let characters = 0;
  for (const line of docstoreLines(passages)) {
    characters += line.length;
    if (characters > mostCharacters) return true;
  }
  return false;
}

/** One JSON array of pairs: the label as a string, and the document. */
function* docstoreLines(passages: Iterable<PassageText>): Iterable<string> {
  let label = 0;
  for (const passage of passages) {
    const { pageContent, metadata, id } = passageDocument(passage);
    yield `${label === 0 ? '[' : ',\n'}${JSON.stringify([String(label), { pageContent, metadata, id }])}`;
    label += 1;
  }
  yield label === 0 ? '[]\n' : ']\n';
}

async function* blocks(lines: Iterable<string>): AsyncIterable<Uint8Array> {
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length < blockCharacters) continue;
    yield Buffer.from(block);
    block = '';
  }
  yield Buffer.from(block);
}
