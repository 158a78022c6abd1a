import type { SourcedQuote, SourcedSaying } from '../../domain/entity-lookup.js';
import { describeSpeaker } from '../../wording/describe-entity.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import type { Source } from './source-list.js';

const leadMax = 160;
// Less of a sentence than this says nothing: then it stands without its speaker.
const leastQuote = 40;

/** Sentences under their numbers, counted on from `before`. */
export function quoteSources(quotes: readonly SourcedQuote[], before: number): Source[] {
  return quotes.map(({ article, quote }, index) => ({
    mark: `[${before + index + 1}]`,
    article,
    passage: (max) => clip(quote.trim(), max, escapeMarkdown),
  }));
}

/** Sayings under their numbers: who, as what, and in bold the sentence. */
export function sayingSources(sayings: readonly SourcedSaying[], before: number): Source[] {
  return sayings.map((saying, index) => ({
    mark: `[${before + index + 1}]`,
    article: saying.article,
    passage: (max) => sayingPassage(saying, max),
  }));
}

function sayingPassage(saying: SourcedSaying, max: number): string {
  const lead = `${clip(describeSpeaker(saying), leadMax, escapeMarkdown)}: `;
  const room = max - lead.length - '****'.length;
  const quote = saying.quote.trim();
  const isTight = room < Math.min(leastQuote, escapeMarkdown(quote).length);
  return isTight ? clip(quote, max, escapeMarkdown) : `${lead}**${clip(quote, room, escapeMarkdown)}**`;
}
