import { createHash } from 'node:crypto';
import { UnavailableError } from '../domain/errors.js';
import type { Embedder } from '../ports/embedder.js';
import type { KeptVector, VectorScratch } from '../ports/vector-scratch.js';

/** An embedder whose vectors of passages are kept, and how many of them it has not had to make. */
export interface KeepingEmbedder {
  readonly embedder: Embedder;
  taken(): number;
}

/**
 * Takes vectors of passages from a scratch where an earlier run kept them, and keeps those it makes.
 * @throws UnavailableError, after the scratch has been cleared, where the model now makes vectors of another length.
 */
export function keepVectors(embedder: Embedder, scratch: VectorScratch): KeepingEmbedder {
  let taken = 0;
  let length: number | undefined;
  const checkLengths = async (vectors: readonly Float32Array[]) => {
    length ??= vectors[0]?.length;
    if (vectors.every((vector) => vector.length === length)) return;
    await scratch.clear();
    throw new UnavailableError(embedder.id, 'it makes vectors of another length than a while ago; try again');
  };
  const embedPassages: Embedder['embedPassages'] = async (texts, signal) => {
    const keys = texts.map((text) => keyOf(embedder.id, text));
    const kept = await scratch.find(keys);
    await checkLengths([...kept.values()]);
    const missing = texts.flatMap((text, i) => (kept.has(keys[i] ?? '') ? [] : [{ text, key: keys[i] ?? '' }]));
    const made = await makeMissing(embedder, missing, signal);
    await checkLengths(made.map(({ vector }) => vector));
    if (made.length > 0) await scratch.keep(made);
    taken += texts.length - missing.length;
    const now = new Map(made.map(({ key, vector }) => [key, vector]));
    return keys.flatMap((key) => kept.get(key) ?? now.get(key) ?? []);
  };
  return {
    embedder: {
      id: embedder.id,
      sees: embedder.sees,
      get dimensions() {
        return embedder.dimensions;
      },
      embedPassages,
      embedQuestion: (text, context) => embedder.embedQuestion(text, context),
    },
    taken: () => taken,
  };
}

async function makeMissing(
  embedder: Embedder,
  missing: readonly { readonly text: string; readonly key: string }[],
  signal: AbortSignal | undefined,
): Promise<KeptVector[]> {
  if (missing.length === 0) return [];
  const texts = missing.map(({ text }) => text);
  const vectors = await embedder.embedPassages(texts, signal);
  if (vectors.length !== missing.length) {
    throw new UnavailableError(embedder.id, `made ${vectors.length} vectors of ${missing.length} texts`);
  }
  return missing.map(({ key }, i) => ({ key, vector: vectors[i] as Float32Array }));
}

function keyOf(embedderId: string, text: string): string {
  return createHash('sha256')
    .update(JSON.stringify([embedderId, text]))
    .digest('hex');
}
