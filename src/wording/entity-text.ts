import type {
  EntityCandidate,
  EntityCard,
  EntityDetail,
  EntityLookup,
  QuotesFound,
  SourcedName,
  SourcedQuote,
  SourcedSaying,
} from '../domain/entity-lookup.js';
import { counted } from './counted.js';
import { dayText } from './dates.js';
import {
  describeCandidate,
  describeMerge,
  describePossiblySame,
  describePresence,
  describeTakenFor,
  describeTogether,
  describeUse,
  howToAsk,
  nobodyFits,
  noneText,
  noSayings,
  sayingsTitle,
  sayingText,
  sectionNames,
  severalFit,
} from './describe-entity.js';
import { line, sourceBlock } from './source-block.js';

type Undecided = Exclude<EntityLookup, { readonly status: 'found' }>;

/** What came of looking a name up, as plain lines. */
export function entityText(lookup: EntityLookup): string {
  if (lookup.status !== 'found') return undecidedText(lookup);
  const { entity, takenFor } = lookup;
  const card = cardText(entity);
  return takenFor === undefined ? card : `${describeTakenFor(takenFor, entity)}\n\n${card}`;
}

/** Who said what, as plain lines: newest first. Of a page, `before` sentences have gone before. */
export function quotesText(found: QuotesFound, before = 0): string {
  if (found.status !== 'found') return undecidedText(found);
  const { speaker, about, sayings } = found;
  if (sayings.length === 0) return noSayings(speaker.name, about);
  return section(sayingsTitle(speaker.name, about), sayingBlocks(sayings, before));
}

/** A section of an entity, or a page of it before which `before` have gone, as plain lines. */
export function detailText(name: string, detail: EntityDetail, before = 0): string {
  return section(`${line(name)} · ${sectionNames[detail.section]}`, detailBlocks(detail, before)) || noneText;
}

function cardText(card: EntityCard): string {
  const parts = [
    `${line(card.name)}\n${describePresence(card)}`,
    section('Written', card.aliases.map(aliasLine)),
    section('Titles given', card.roles.map(roleLine)),
    section('Mentioned', quoteBlocks(card.about)),
    section('Said', sayingBlocks(card.said, card.about.length)),
    section(sectionNames.companions, card.companions.map(companionLine)),
    section(
      'Taken for one',
      card.merges.map((merge) => `  ${describeMerge(merge)}`),
    ),
    section(
      'Possibly the same',
      card.possiblySame.map((one) => `  ${describePossiblySame(one)}`),
    ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function undecidedText(lookup: Undecided): string {
  if (lookup.status === 'ambiguous')
    return section(
      `${severalFit(lookup.name)}. Write the full name, or what stands in brackets:`,
      lookup.candidates.map(candidateLine),
    );
  const nearest = section('Nearest names', lookup.nearest.map(candidateLine));
  return [`${nobodyFits(lookup.name)}.`, nearest, howToAsk].filter((part) => part !== '').join('\n');
}

function detailBlocks(detail: EntityDetail, before: number): string[] {
  switch (detail.section) {
    case 'mentions':
      return quoteBlocks(detail.quotes, before);
    case 'said':
      return sayingBlocks(detail.sayings, before);
    case 'companions':
      return detail.companions.map(companionLine);
    case 'timeline':
      return detail.days.flatMap(({ day, articles }) => [
        day === undefined ? 'Date unknown' : dayText(day),
        ...articles.map((article) => sourceBlock('-', article, line(article.quote))),
      ]);
  }
}

/** A heading and its lines; nothing where there are none. */
function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [heading, ...lines].join('\n');
}

function quoteBlocks(quotes: readonly SourcedQuote[], before = 0): string[] {
  return quotes.map(({ article, quote }, index) => sourceBlock(`[${before + index + 1}]`, article, line(quote)));
}

function sayingBlocks(sayings: readonly SourcedSaying[], before = 0): string[] {
  return sayings.map((one, index) =>
    sourceBlock(`[${before + index + 1}]`, one.article, sayingText({ ...one, quote: line(one.quote) })),
  );
}

function aliasLine({ text, articles }: SourcedName): string {
  return `  ${line(text)} (${counted(articles.length, 'article')})`;
}

function roleLine(role: SourcedName): string {
  return `  ${line(role.text)}: ${describeUse(role)}`;
}

function companionLine(companion: EntityCard['companions'][number]): string {
  return `  ${line(companion.name)} (${describeCandidate(companion)}): ${describeTogether(companion)}`;
}

function candidateLine(candidate: EntityCandidate): string {
  // Two of one name can be told apart by their ids only.
  return `  ${line(candidate.name)} [${line(candidate.id)}]: ${describeCandidate(candidate)}`;
}
