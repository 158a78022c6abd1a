import { describe, expect, it } from 'vitest';
import { createHashedEmbedder } from '../../src/retrieval/hashed-embedder.js';
import { describeEmbedder } from '../contracts/embedder.contract.js';
import { hostileText } from '../support/hostile-text.js';
import { seeded } from '../support/random.js';

describeEmbedder('the built-in embedder', async () => createHashedEmbedder());

const embedder = createHashedEmbedder();
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

async function similarity(one: string, other: string): Promise<number> {
  const [a, b] = await embedder.embedPassages([one, other]);
  return a === undefined || b === undefined ? Number.NaN : dot(a, b);
}

describe('the built-in embedder', () => {
  it.each([
    ['Myung-bak', 'Myungbak', 'Park'],
    ['cancellation', 'cancelation', 'bridge'],
    ['Đà Nẵng', 'Đà Nãng', 'Seoul'],
    ['orchestra', 'orchestral', 'ferry'],
    ['semiconductor', 'semi-conductors', 'fishcake'],
  ])('puts %s nearer to %s than to %s', async (word, alike, other) => {
    expect(await similarity(word, alike)).toBeGreaterThan((await similarity(word, other)) + 0.1);
  });

  it('puts unlike spellings of one meaning no nearer than unrelated words: it sees spellings, not meanings', async () => {
    expect(Math.abs(await similarity('ship', 'boat'))).toBeLessThan(0.3);
  });

  it('gives the zero vector for a text without words of content', async () => {
    const vectors = await embedder.embedPassages(['', ' ?! ', 'the was of this']);
    for (const vector of vectors) expect(vector).toEqual(new Float32Array(vector.length));
    expect(await embedder.embedQuestion('')).toEqual(new Float32Array(embedder.dimensions ?? 0));
  });

  it('gives norm 1 or 0 and no NaN for anything', async () => {
    const texts = Array.from({ length: 60 }, (_, seed) => hostileText(seeded(seed), 1 + seed));
    for (const vector of await embedder.embedPassages(texts)) {
      const norm = Math.sqrt(dot(vector, vector));
      expect(norm === 0 || Math.abs(norm - 1) < 1e-4).toBe(true);
    }
  });

  it('is the same in every instance, before and after other words were seen', async () => {
    const text = ['Lee Jae-myung met Xi in 北京'];
    const [before] = await embedder.embedPassages(text);
    await embedder.embedPassages([Array.from({ length: 60_000 }, (_, i) => `word${i}`).join(' ')]);
    expect(await createHashedEmbedder().embedPassages(text)).toEqual([before]);
    expect(await embedder.embedPassages(text)).toEqual([before]);
  });

  it('counts a term of a question for as much as it is told', async () => {
    const [ferry] = await embedder.embedPassages(['ferry']);
    const near = async (weight: number) => {
      const termWeight = (term: string) => (term === 'ferri' ? weight : 1);
      return dot(await embedder.embedQuestion('ferry orchestra', { termWeight }), ferry ?? new Float32Array());
    };
    expect(await near(5)).toBeGreaterThan(await near(1));
    expect(await near(1)).toBeGreaterThan(await near(0));
  });

  it('has another name for another number of dimensions', async () => {
    const small = createHashedEmbedder(64);
    expect(small.id).not.toBe(embedder.id);
    expect((await small.embedQuestion('ferry')).length).toBe(64);
  });
});
