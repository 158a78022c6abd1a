import type { ArticleMeta } from './article.js';
import type { PassageId, Span } from './passage.js';

/** What a person asks, with the restrictions they set beside the question. */
export interface Question {
  readonly text: string;
  /** An outlet's name as typed. */
  readonly source?: string | undefined;
  /** First day, `YYYY-MM-DD`, inclusive. */
  readonly from?: string | undefined;
  /** Last day, `YYYY-MM-DD`, inclusive. */
  readonly to?: string | undefined;
}

/** One restriction of the evidence, and whether an option set it or the question's own words did. */
export interface AppliedFilter {
  readonly kind: 'source' | 'from' | 'to';
  /** For `source` the outlets' names as the corpus writes them; otherwise a day. */
  readonly values: readonly string[];
  readonly origin: 'option' | 'question';
}

/** First and last publication day of a set of articles; `undefined` when none of them is dated. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

/** A verbatim quote from one passage, under the number the statements refer to it by. */
export interface Citation {
  /** 1, 2, 3 … in order of first use. */
  readonly marker: number;
  readonly passage: PassageId;
  readonly article: ArticleMeta;
  /** The passage's whole text: a verbatim part of the article's body. */
  readonly passageText: string;
  /** Where the quote stands in `passageText`; `quote` is that slice. */
  readonly quoteSpan: Span;
  readonly quote: string;
}

/** A sentence of an answer and the citations that carry it; at least one. */
export interface Statement {
  readonly text: string;
  readonly citations: readonly number[];
  /** Who speaks, where the text has a pronoun or only a surname for them and it is known who is meant. */
  readonly antecedent?: string;
  /** Who says it, where the text is a part of a quotation and does not tell. Then it has no antecedent. */
  readonly speaker?: string;
}

/** A passage shown because it is near, not because it answers. */
export interface RelatedPassage {
  readonly passage: PassageId;
  readonly article: ArticleMeta;
  readonly quote: string;
}

/** What the coverage spans, for saying what was searched. */
export interface CoverageSpan {
  readonly articles: number;
  readonly publishers: number;
  readonly dates: DateSpan | undefined;
}

interface AnswerBase {
  /** How well the evidence found supports an answer, 0..1; comparable across questions. */
  readonly support: number;
  readonly filters: readonly AppliedFilter[];
  /** The embedding model did not answer: words alone were searched. */
  readonly byWordsOnly?: boolean;
  /** Id of the one snapshot the answer was made from. */
  readonly snapshot: string;
  /** The evidence searched after the filters. */
  readonly coverage: CoverageSpan;
}

/** The coverage answers. */
export interface Answered extends AnswerBase {
  readonly status: 'answered';
  /** How far the evidence goes; never stronger than what was measured (see DESIGN.md). */
  readonly confidence: 'direct' | 'likely';
  /** One to five. */
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  /** True when outlets give different figures or statements: show each under its outlet. */
  readonly differs: boolean;
  /** Dates of the cited articles. */
  readonly asOf: DateSpan | undefined;
}

/** The coverage speaks of this but no direct answer was found. */
export interface RelatedOnly extends AnswerBase {
  readonly status: 'related-only';
  readonly related: readonly RelatedPassage[];
  readonly asOf: DateSpan | undefined;
}

/** The coverage has nothing about this. */
export interface NotCovered extends AnswerBase {
  readonly status: 'not-covered';
}

/** What came of a question. */
export type Answer = Answered | RelatedOnly | NotCovered;
