import type { Match } from './entity-matches.js';
import type { ArticleFigures } from './evaluate-entities.js';

/** Judged article lists against those of the found entities. */
export function scoreArticles(matches: readonly Match[]) {
  const totals = { right: 0, given: 0, wanted: 0 };
  const singles: ArticleFigures[] = [];
  const misses: string[] = [];
  for (const { judged, entity } of matches) {
    if (entity === undefined) continue;
    const wanted = new Set(judged.articles);
    const given = new Set(entity.articles.map((id) => (wanted.has(id) ? id : (id.split('-')[0] ?? id))));
    const right = [...given].filter((id) => wanted.has(id)).length;
    totals.right += right;
    totals.given += given.size;
    totals.wanted += wanted.size;
    singles.push(figuresOf({ right, given: given.size, wanted: wanted.size }));
    const [extra, missing] = [[...given].filter((id) => !wanted.has(id)), [...wanted].filter((id) => !given.has(id))];
    if (extra.length + missing.length > 0) {
      misses.push(`articles: ${judged.name}: not in ${missing.join(' ') || '-'}; wrongly in ${extra.join(' ') || '-'}`);
    }
  }
  const mean = (of: (figures: ArticleFigures) => number) =>
    singles.reduce((sum, one) => sum + of(one), 0) / (singles.length || 1);
  const macro = {
    precision: mean(({ precision }) => precision),
    recall: mean(({ recall }) => recall),
    f1: mean(({ f1 }) => f1),
  };
  return { macro, micro: figuresOf(totals), misses };
}

function figuresOf({ right, given, wanted }: { right: number; given: number; wanted: number }): ArticleFigures {
  const precision = given === 0 ? 0 : right / given;
  const recall = wanted === 0 ? 0 : right / wanted;
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}
