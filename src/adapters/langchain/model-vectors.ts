import { z } from 'zod';

const vectorSchema = z.array(z.number()).min(1);
const vectorsSchema = z.array(vectorSchema);

// A letter or a digit of any script: a text with one of these means something, and its vector can't be zero.
const word = /[\p{L}\p{N}]/u;

/**
 * Checks what a model answered and scales it to norm 1.
 * @param dimensions length every vector must have; `undefined` takes that of the first.
 * @throws Error saying what is wrong: the count, a length, an element that is no finite number, a zero vector of words.
 */
export function readVectors(answer: unknown, texts: readonly string[], dimensions: number | undefined): Float32Array[] {
  const parsed = vectorsSchema.safeParse(answer);
  if (!parsed.success) throw new Error(`the answer is no list of vectors of finite numbers (${place(parsed.error)})`);
  const vectors = parsed.data;
  if (vectors.length !== texts.length) throw new Error(`${vectors.length} vectors came back for ${texts.length} texts`);
  const length = dimensions ?? vectors[0]?.length;
  return vectors.map((vector, i) => {
    if (vector.length !== length) throw new Error(`a vector has ${vector.length} dimensions instead of ${length}`);
    return normalised(vector, texts[i] ?? '');
  });
}

function normalised(vector: readonly number[], text: string): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, element) => sum + element * element, 0));
  if (norm === 0 && word.test(text)) throw new Error('a vector is zero though its text has words');
  if (!Number.isFinite(norm)) throw new Error('a vector is too long to measure');
  return Float32Array.from(vector, (element) => (norm === 0 ? 0 : element / norm));
}

function place(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue === undefined ? 'unknown' : `at ${issue.path.join('.') || 'the top'}: ${issue.message}`;
}
