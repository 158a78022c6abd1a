import type { Answer } from '../domain/answer.js';
import type { ArticleMeta } from '../domain/article.js';

/** An answer as other programs get it from `npm run -s ask -- --json`; the names of the fields are a contract. */
export interface AnswerJson {
  readonly status: Answer['status'];
  readonly confidence: 'direct' | 'likely' | null;
  readonly text: string;
  readonly statements: readonly { readonly text: string; readonly citations: readonly number[] }[];
  readonly citations: readonly (SourceJson & { readonly marker: number; readonly passage: string })[];
  readonly related: readonly SourceJson[];
  readonly filters: Answer['filters'];
  readonly asOf: { readonly from: string; readonly to: string } | null;
  readonly snapshot: string;
  readonly ms: number;
}

interface SourceJson {
  readonly article: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly quote: string;
}

/** `text` is the answer in words, `ms` how long it took. */
export function toAnswerJson(answer: Answer, text: string, ms: number): AnswerJson {
  const answered = answer.status === 'answered' ? answer : undefined;
  return {
    status: answer.status,
    confidence: answered?.confidence ?? null,
    text,
    statements: answered?.statements.map(({ text: statement, citations }) => ({ text: statement, citations })) ?? [],
    citations: (answered?.citations ?? []).map(({ marker, article, quote, passageText }) => ({
      marker,
      ...source(article, quote),
      passage: passageText,
    })),
    related: answer.status === 'related-only' ? answer.related.map(({ article, quote }) => source(article, quote)) : [],
    filters: answer.filters,
    asOf: (answer.status === 'not-covered' ? undefined : answer.asOf) ?? null,
    snapshot: answer.snapshot,
    ms: Math.round(ms * 100) / 100,
  };
}

function source({ id, title, publisher, published, url }: ArticleMeta, quote: string): SourceJson {
  return { article: id, title, publisher: publisher ?? null, published: published ?? null, url: url ?? null, quote };
}
