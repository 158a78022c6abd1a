import { publishedDay } from '../domain/article.js';
import type { EntityKind, MergeEvidence } from '../domain/entity.js';
import type {
  EntityCandidate,
  EntityCard,
  EntityCompanion,
  EntitySection,
  EntitySuggestion,
  SourcedName,
  SourcedSaying,
} from '../domain/entity-lookup.js';
import { counted, listed } from './counted.js';
import { spanText } from './dates.js';
import { describeCoverage } from './describe-answer.js';
import { line } from './source-block.js';

// Three outlets show that a title is common; the rest is a number.
const outletsShown = 3;

const kinds: Record<EntityKind, string> = { person: 'Person', organisation: 'Organisation', place: 'Place' };

/** What each section of an entity is called: on its button, and above its page. */
export const sectionNames: Record<EntitySection, string> = {
  mentions: 'All mentions',
  said: 'What they said',
  companions: 'Appears with',
  timeline: 'Timeline',
};

/** `Person. Named 34 times in 12 articles from 7 outlets, published 4–20 January 2026.` */
export function describePresence({ kind, mentions, articles, publishers, dates }: EntityCard): string {
  const coverage = describeCoverage({ articles: articles.length, publishers, dates });
  return `${kinds[kind]}. Named ${counted(mentions, 'time')} in ${coverage}.`;
}

/** What tells an entity from others of its name: `person, harbour master; 3 articles`. */
export function describeCandidate({ kind, role, articles }: EntityCandidate): string {
  return `${[kind, ...(role === undefined ? [] : [line(role)])].join(', ')}; ${counted(articles, 'article')}`;
}

/** What stands behind a name offered while typing: `M. Quill — person, 3 articles`. */
export function describeOffer({ kind, articles }: Pick<EntitySuggestion, 'kind' | 'articles'>): string {
  return ` — ${kind}, ${counted(articles, 'article')}`;
}

/** Who uses a name or title, and when: `Harbour Post (3–5 February 2026), The Daily Gull and 2 more`. */
export function describeUse({ articles }: Pick<SourcedName, 'articles'>): string {
  const outlets = [...new Set(articles.map(({ publisher }) => publisher))];
  const shown = outlets.slice(0, outletsShown).map((outlet) => {
    const days = articles.flatMap((one) => (one.publisher === outlet ? (publishedDay(one) ?? []) : [])).toSorted();
    const [from, to] = [days[0], days.at(-1)];
    return `${line(outlet ?? 'Outlet unknown')}${from && to ? ` (${spanText({ from, to })})` : ''}`;
  });
  const more = outlets.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

/** How strong a companion is: `in 3 articles together`. */
export function describeTogether({ shared }: EntityCompanion): string {
  return `${counted(shared.length, 'article')} together`;
}

/** Who speaks in a sentence, and as what: `Mara Quill (harbour master)`. */
export function describeSpeaker({ speaker, role }: Pick<SourcedSaying, 'speaker' | 'role'>): string {
  return `${line(speaker)}${role === undefined ? '' : ` (${line(role)})`}`;
}

const closerOf = new Map([
  ['“', '”'],
  ['"', '"'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
]);
const openerOf = new Map([...closerOf].map(([opener, closer]) => [closer, opener]));
const quotationMark = /["“”„«»「」『』]/gu;

/**
 * A saying with its sentence as it is shown. A sentence out of a longer quotation, all of it the speaker's own words, gets the marks
 * that stand in the sentences around it; what a paper tells in its own words gets none.
 */
export function withMarks(saying: SourcedSaying): SourcedSaying {
  return { ...saying, quote: markedSentence(saying) };
}

function markedSentence({ quote, form }: SourcedSaying): string {
  const marks = quote.match(quotationMark) ?? [];
  const [mark = ''] = marks;
  if (form === 'reported' || marks.length > 1) return quote;
  if (mark === '') return `“${quote}”`;
  if (quote.startsWith(mark)) return quote + (closerOf.get(mark) ?? '');
  return quote.endsWith(mark) ? (openerOf.get(mark) ?? '') + quote : quote;
}

/** A saying in words: `Mara Quill (harbour master): Mara Quill said the bridge was open.` */
export function sayingText(saying: SourcedSaying): string {
  return `${describeSpeaker(saying)}: ${markedSentence(saying)}`;
}

/** Why two names stand for one entity. */
export function describeMerge({ alias, other, reason }: MergeEvidence): string {
  return `"${line(alias)}" and "${line(other)}": ${line(reason)}`;
}

/** An entity that may be the same one. */
export function describePossiblySame(candidate: EntityCard['possiblySame'][number]): string {
  return `${line(candidate.name)} (${describeCandidate(candidate)}): ${line(candidate.reason)}`;
}

/** Said where a section has nothing. */
export const noneText = 'The coverage has none.';

/** Said where a name fits several. */
export function severalFit(name: string): string {
  return `Several in the coverage are called "${line(name)}"`;
}

/** Said above the entity that a name was taken for. */
export function describeTakenFor(typed: string, { name }: Pick<EntityCard, 'name'>): string {
  return `Nobody is called "${line(typed)}"; taken for ${line(name)}.`;
}

/** Said where a name fits nobody. */
export function nobodyFits(name: string): string {
  return `Nobody and nothing in the coverage is called "${line(name)}"`;
}

/** Said where an entity was looked up in an index that has been replaced since. */
export const goneText =
  'The articles have been indexed anew, and this name is no longer among those of the coverage. Look it up again with /entity.';

/** How to get further where a name fits nobody. */
export const howToAsk =
  'Write the name as the articles do, in any script. What is no person, organisation or place can be asked for with /ask.';

/** Above what somebody said: about what, and how many of its words each sentence has. */
export function sayingsTitle(speaker: string, about: string | undefined): string {
  const said = `What ${line(speaker)} said`;
  if (about === undefined) return said;
  const words = line(about).split(/\s+/u).length;
  if (words === 1) return `${said} about "${line(about)}"`;
  const shown = words === 2 ? 'both words' : 'at least two thirds of the words';
  return `${said} about "${line(about)}" (${shown} in the sentence or beside it)`;
}

/** Said where nothing somebody said fits. */
export function noSayings(speaker: string, about: string | undefined): string {
  const what = about === undefined ? 'nothing' : `nothing about "${line(about)}"`;
  return `The articles quote ${what} from ${line(speaker)}.`;
}
