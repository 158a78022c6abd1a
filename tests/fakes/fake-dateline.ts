import type { Answer, AppliedFilter, Citation, CoverageSpan, Question } from '../../src/domain/answer.js';
import { type ArticleMeta, articleId, publishedDay } from '../../src/domain/article.js';
import { NoSnapshotError, UsageError } from '../../src/domain/errors.js';
import { passageId } from '../../src/domain/passage.js';
import type { ReindexOptions, ReindexOutcome, ReindexProgress, ReindexReport } from '../../src/domain/reindex.js';
import type { IndexStatus, PublisherListing } from '../../src/domain/status.js';
import { type Dateline, type EntityDirectory, emptyDirectory } from '../../src/ports/dateline.js';

/** An article of the fake: its sentences are what it can answer with. */
export interface FakeArticle extends ArticleMeta {
  readonly sentences: readonly string[];
}

/** An article with everything a test does not care about filled in. */
export function fakeArticle(fields: Partial<ArticleMeta> & { readonly sentences: readonly string[] }): FakeArticle {
  const { id = articleId('article'), title = 'Nine agreements signed in Beijing', byline, language = 'en' } = fields;
  const published = 'published' in fields ? fields.published : '2026-01-05';
  const url = 'url' in fields ? fields.url : `https://news.example/${id}`;
  const publisher = 'publisher' in fields ? fields.publisher : 'The Korea Herald';
  return { id, title, byline, language, published, url, publisher, sentences: fields.sentences };
}

type Handler = (question: Question, signal: AbortSignal | undefined) => Promise<Answer>;

/**
 * A Dateline over a handful of articles. It answers with the first sentence that holds every longer word of the question,
 * or half of them as `related-only`. Questions can be given an answer of their own; work can be held up.
 */
export class FakeDateline implements Dateline {
  readonly asked: Question[] = [];
  readonly reindexed: ReindexOptions[] = [];
  /** Where set, every call rejects with it. */
  failure: Error | undefined;
  progress: readonly ReindexProgress[] = [];
  private readonly handlers = new Map<string, Handler>();
  private gate: Promise<void> = Promise.resolve();
  private readonly articles: readonly FakeArticle[];
  private readonly directory: EntityDirectory;

  constructor(articles: readonly FakeArticle[], directory: EntityDirectory = emptyDirectory) {
    this.articles = articles;
    this.directory = directory;
  }

  /** Answers this question thus. */
  on(question: string, handler: Handler): this {
    this.handlers.set(question, handler);
    return this;
  }

  /** Holds up every re-index until the function that comes back is called. */
  hold(): () => void {
    let release = () => {};
    this.gate = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  async ask(question: Question, signal?: AbortSignal): Promise<Answer> {
    this.asked.push(question);
    this.check();
    const handler = this.handlers.get(question.text);
    if (handler !== undefined) return handler(question, signal);
    if (question.text.trim() === '') throw new UsageError('The question is empty.');
    return this.answerFrom(question);
  }

  async sources(publisher?: string): Promise<readonly PublisherListing[]> {
    this.check();
    const names = [...new Set(this.articles.map((one) => one.publisher))];
    return names
      .filter((name) => publisher === undefined || name?.toLowerCase().includes(publisher.toLowerCase()))
      .map((name) => ({ publisher: name, articles: this.articles.filter((one) => one.publisher === name) }));
  }

  async status(): Promise<IndexStatus> {
    this.check();
    return {
      snapshot: 'gen-000003',
      catalogueBehind: false,
      created: '2026-01-20T08:30:00Z',
      coverage: coverageOf(this.articles),
      passages: this.articles.length,
      embedderId: 'builtin-256',
      vectorIndex: { kind: 'hnsw', recall: 0.998, reason: '' },
      setAside: [{ file: 'broken.md', reason: 'There is no text below its front matter.' }],
    };
  }

  async suggestPublishers(typed: string): Promise<readonly string[]> {
    return (await this.sources(typed)).flatMap(({ publisher }) => publisher ?? []).slice(0, 25);
  }

  lookUpEntity: Dateline['lookUpEntity'] = async (name) => this.checked().lookUpEntity(name);
  entityDetail: Dateline['entityDetail'] = async (id, section) => this.checked().entityDetail(id, section);
  suggestEntities: Dateline['suggestEntities'] = async (typed) => this.checked().suggestEntities(typed);
  quotes: Dateline['quotes'] = async (who, about) => this.checked().quotes(who, about);

  async reindex(
    options: ReindexOptions,
    onProgress: (progress: ReindexProgress) => void,
    signal?: AbortSignal,
  ): Promise<ReindexOutcome> {
    this.reindexed.push(options);
    for (const step of this.progress) onProgress(step);
    await Promise.race([this.gate, aborted(signal)]);
    if (signal?.aborted) return { kind: 'cancelled' };
    if (options.dryRun) return { kind: 'dry-run', report: fakeReport };
    return { kind: 'published', snapshot: 'gen-000004', report: fakeReport };
  }

  private checked(): EntityDirectory {
    this.check();
    return this.directory;
  }

  private check(): void {
    if (this.failure !== undefined) throw this.failure;
    if (this.articles.length === 0)
      throw new NoSnapshotError('Nothing is indexed yet. Run /reindex, or npm run index.');
  }

  private answerFrom(question: Question): Answer {
    const filters = filtersOf(question);
    const searched = this.articles.filter((one) => question.source === undefined || one.publisher === question.source);
    const found = { filters, snapshot: 'gen-000003', coverage: coverageOf(searched) };
    const words = question.text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
    const held = (sentence: string) => words.filter((word) => sentence.toLowerCase().includes(word)).length;
    const candidates = searched.flatMap((one) => one.sentences.map((sentence) => ({ one, sentence })));
    const [best] = candidates.toSorted((a, b) => held(b.sentence) - held(a.sentence));
    const support = best === undefined || words.length === 0 ? 0 : held(best.sentence) / words.length;
    const base = { ...found, support };
    if (best === undefined || held(best.sentence) < words.length / 2) return { ...base, status: 'not-covered' };
    if (held(best.sentence) < words.length) {
      const related = [{ passage: passageId(best.one.id, 0), article: best.one, quote: best.sentence }];
      return { ...base, status: 'related-only', related, asOf: coverageOf([best.one]).dates };
    }
    return {
      ...base,
      status: 'answered',
      confidence: 'direct',
      statements: [{ text: best.sentence, citations: [1] }],
      citations: [citationOf(1, best.one, best.sentence)],
      differs: false,
      asOf: coverageOf([best.one]).dates,
    };
  }
}

/** A citation of a sentence of an article; its passage is the whole of the article. */
export function citationOf(marker: number, article: FakeArticle, quote: string): Citation {
  const passageText = article.sentences.join(' ');
  const start = passageText.indexOf(quote);
  return {
    marker,
    passage: passageId(article.id, 0),
    article,
    passageText,
    quoteSpan: { start, end: start + quote.length },
    quote,
  };
}

function coverageOf(articles: readonly FakeArticle[]): CoverageSpan {
  const days = articles.flatMap((one) => publishedDay(one) ?? []).toSorted();
  const [from, to] = [days[0], days.at(-1)];
  const publishers = new Set(articles.map((one) => one.publisher)).size;
  return { articles: articles.length, publishers, dates: from && to ? { from, to } : undefined };
}

function filtersOf({ source, from, to }: Question): AppliedFilter[] {
  const set = { source, from, to };
  return (['source', 'from', 'to'] as const).flatMap((kind) => {
    const value = set[kind];
    return value === undefined ? [] : [{ kind, values: [value], origin: 'option' as const }];
  });
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
}

/** What every re-index of the fake reports. */
export const fakeReport: ReindexReport = {
  added: ['77-new-article'],
  changed: [],
  removed: [],
  unchanged: 76,
  setAside: [{ file: 'broken.md', reason: 'There is no text below its front matter.' }],
  passages: 482,
  entities: 311,
  vectorsReused: 476,
  vectorsMade: 6,
  milliseconds: 1234,
};
