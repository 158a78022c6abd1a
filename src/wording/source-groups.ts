import type { Citation } from '../domain/answer.js';
import type { ArticleMeta } from '../domain/article.js';
import type { Span } from '../domain/passage.js';

/** A passage and all that an answer quotes from it. */
export interface SourceGroup {
  /** The numbers of its citations, ascending. */
  readonly markers: readonly number[];
  readonly article: ArticleMeta;
  readonly passageText: string;
  /** Where the answering sentences stand in `passageText`: in order, with other text between any two. */
  readonly quoteSpans: readonly Span[];
}

/** The citations by passage, in order of the first marker: a passage is printed once, however often it is quoted. */
export function groupSources(citations: readonly Citation[]): SourceGroup[] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) groups.set(citation.passage, [...(groups.get(citation.passage) ?? []), citation]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { article, passageText } = first;
    const spans = group.map(({ quoteSpan }) => quoteSpan);
    return [
      { markers: group.map(({ marker }) => marker), article, passageText, quoteSpans: joined(spans, passageText) },
    ];
  });
}

/** `[1][3]`. */
export function markersText(markers: readonly number[]): string {
  return markers.map((marker) => `[${marker}]`).join('');
}

/** Sentences that follow one another become one span: in bold, two runs that touch would cancel each other. */
function joined(spans: readonly Span[], text: string): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last === undefined || text.slice(last.end, span.start).trim() !== '') result.push(span);
    else result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return result;
}
