import type { QuestionWord } from './question-words.js';
import type { Token } from './tokenize.js';

// Farther apart than this two words hardly belong to one statement.
const WINDOW = 12;
// At this distance a pair counts half.
const HALF_AT = 4;

/**
 * How near the question's words stand to each other in a text: for each pair within twelve words the weight of its less
 * telling word, halved at a distance of four, as a share of the whole question's weight.
 */
export function proximity(words: readonly QuestionWord[], tokens: readonly Token[]): number {
  const content = words.filter((word) => word.content);
  const places = content.map((word) => placesOf(word, tokens));
  let sum = 0;
  for (let a = 0; a < content.length; a++) {
    for (let b = a + 1; b < content.length; b++) {
      const distance = leastDistance(places[a] ?? [], places[b] ?? []);
      if (distance > WINDOW) continue;
      sum += Math.min(content[a]?.weight ?? 0, content[b]?.weight ?? 0) / (1 + distance / HALF_AT);
    }
  }
  return sum / content.reduce((total, { weight }) => total + weight, Number.EPSILON);
}

function placesOf(word: QuestionWord, tokens: readonly Token[]): number[] {
  const places: number[] = [];
  tokens.forEach(({ term }, i) => {
    if (word.terms.has(term)) places.push(i);
  });
  return places;
}

/** Both lists ascend: the nearer neighbours are found by walking them together. */
function leastDistance(a: readonly number[], b: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as number, b[j] as number];
    least = Math.min(least, Math.abs(x - y));
    if (x < y) i++;
    else j++;
  }
  return least;
}
