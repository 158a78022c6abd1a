import type { Article } from '../domain/article.js';
import type { EntityCatalogue } from '../domain/entity.js';

/** Who is named and who speaks where, by numbers of articles and of entities in the catalogue. */
export interface MentionIndex {
  /** The entities named between two offsets of an article's body, each once. */
  namedBetween(article: number, start: number, end: number): readonly number[];
  /** Who says the sentence that begins at the offset; `undefined` where nobody is known to. */
  speakerOf(article: number, sentenceStart: number): number | undefined;
}

interface Named {
  readonly start: number;
  readonly end: number;
  readonly entity: number;
}

/** Sorts the catalogue's mentions and sayings by their places. */
export function createMentionIndex({ entities }: EntityCatalogue, articles: readonly Article[]): MentionIndex {
  const numberOf = new Map<string, number>(articles.map(({ id }, number) => [id, number]));
  const named: Named[][] = articles.map(() => []);
  const speakers: Map<number, number>[] = articles.map(() => new Map());
  entities.forEach(({ mentions, said }, entity) => {
    for (const { article, start, end } of mentions) named[numberOf.get(article) ?? -1]?.push({ start, end, entity });
    for (const { sentence } of said) speakers[numberOf.get(sentence.article) ?? -1]?.set(sentence.start, entity);
  });
  for (const mentions of named) mentions.sort((a, b) => a.start - b.start);
  return {
    namedBetween(article, start, end) {
      const mentions = named[article] ?? [];
      const within = new Set<number>();
      for (let i = firstFrom(mentions, start); i < mentions.length; i++) {
        const mention = mentions[i];
        if (mention === undefined || mention.end > end) break;
        within.add(mention.entity);
      }
      return [...within];
    },
    speakerOf: (article, sentenceStart) => speakers[article]?.get(sentenceStart),
  };
}

function firstFrom(mentions: readonly Named[], start: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
