import type { Answer, Answered, AppliedFilter, CoverageSpan, DateSpan } from '../domain/answer.js';
import { counted } from './counted.js';
import { spanText } from './dates.js';

/** The size and span of a set of articles: `76 articles from 25 outlets, published 4–20 January 2026`. */
export function describeCoverage(coverage: CoverageSpan): string {
  if (coverage.articles === 0) return 'no articles';
  const size = `${counted(coverage.articles, 'article')} from ${counted(coverage.publishers, 'outlet')}`;
  return coverage.dates === undefined
    ? `${size}, none of them dated`
    : `${size}, published ${spanText(coverage.dates)}`;
}

/** The dates of the articles something rests on. */
export function describeAsOf(asOf: DateSpan | undefined): string {
  return asOf === undefined ? 'an unknown date' : spanText(asOf);
}

/** The confidence word and what it means for the reader. */
export function describeConfidence(confidence: Answered['confidence']): string {
  return confidence === 'direct'
    ? 'direct – the quoted sentences speak to the question itself'
    : 'likely – probably the answer; read the quoted passages before relying on it';
}

/** What stands above the body of an answer; `undefined` where the statements speak for themselves. */
export function leadOf(answer: Answer): string | undefined {
  const limits = answer.byWordsOnly === true ? WORDS_ONLY : undefined;
  const parts = [verdictOf(answer), limits].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' ');
}

const WORDS_ONLY = 'The embedding model did not answer, so only words were compared.';

function verdictOf(answer: Answer): string | undefined {
  switch (answer.status) {
    case 'answered':
      return answer.differs
        ? 'Outlets give different figures here. Each statement stands under its outlet.'
        : undefined;
    case 'related-only':
      return 'No direct answer was found. These passages come nearest; they may not answer the question.';
    case 'not-covered':
      return notCovered(answer.coverage, answer.filters);
  }
}

function notCovered(coverage: CoverageSpan, filters: readonly AppliedFilter[]): string {
  if (coverage.articles === 0 && filters.length > 0)
    return 'No article fits these filters. Ask again with fewer of them.';
  const within = filters.length > 0 ? 'Within these filters it spans' : 'It spans';
  return `Nothing about this was found in the coverage. ${within} ${describeCoverage(coverage)}.`;
}
