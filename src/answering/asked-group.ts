import type { QuestionWord } from '../retrieval/question-words.js';

const ASKS_FOR = /\b(?:which|what|how (?:many|much))\s+/iu;

/**
 * The words that name what is asked for, by their index: "which japanese city", "how many giant pandas". An answer has the
 * thing itself in their place.
 */
export function askedGroup(topic: string, words: readonly QuestionWord[]): ReadonlySet<number> {
  const asking = ASKS_FOR.exec(topic);
  if (asking === null) return new Set();
  const start = asking.index + asking[0].length;
  const first = words.findIndex(({ surface }) => topic.startsWith(surface, start));
  if (first < 0) return new Set();
  const next = words.findIndex(({ joined }, word) => word > first && !joined);
  const end = next < 0 ? words.length : next;
  return new Set(Array.from({ length: end - first }, (_, i) => first + i));
}
