import type { Embedder } from '../../src/ports/embedder.js';

/** The vector of a text's words, each hashed onto a dimension with a sign: texts that share words are near each other. */
export function hashedWords(text: string, dimensions = 64): number[] {
  const vector = Array.from({ length: dimensions }, () => 0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const hash = fnv1a(word);
    const at = hash % dimensions;
    vector[at] = (vector[at] ?? 0) + (hash & 0x8000_0000 ? 1 : -1);
  }
  // Two words of one dimension and opposite signs must not leave a text of words without a direction.
  if (!vector.some((element) => element !== 0) && /[\p{L}\p{N}]/u.test(text)) vector[0] = 1;
  return vector;
}

/** An embedder without a model: a bag of hashed words, always the same for the same text. */
export function createHashEmbedder(dimensions = 64): Embedder {
  const embed = (text: string): Float32Array => {
    const vector = hashedWords(text, dimensions);
    const norm = Math.hypot(...vector);
    return Float32Array.from(vector, (element) => (norm === 0 ? 0 : element / norm));
  };
  return {
    sees: 'spellings',
    id: `hash-${dimensions}`,
    dimensions,
    async embedPassages(texts, signal) {
      signal?.throwIfAborted();
      return texts.map(embed);
    },
    async embedQuestion(text, context) {
      context?.signal?.throwIfAborted();
      return embed(text);
    },
  };
}

function fnv1a(word: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(word)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  // FNV's low bits alone mix short words badly.
  return (hash ^ (hash >>> 15)) >>> 0;
}
