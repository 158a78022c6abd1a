import type { RelatedPassage } from '../../domain/answer.js';
import type { ArticleMeta } from '../../domain/article.js';
import { articleDayText } from '../../wording/dates.js';
import { markersText, type SourceGroup } from '../../wording/source-groups.js';
import { articleLink } from './article-link.js';
import { escapeMarkdown } from './escape.js';
import { clip, shares } from './fit.js';
import { boldPassage } from './passage.js';

/** An article and how to write its passage within a number of characters. */
export interface Source {
  readonly mark: string;
  readonly article: ArticleMeta;
  readonly passage: (max: number) => string;
}

const gap = '\n\n';
// Less of a passage than this is left out.
const leastPassage = 60;
// From roomy to bare: a list that does not fit gives up length of titles and outlets, then links. Never a source.
const styles = [
  { title: 200, outlet: 80, link: true },
  { title: 80, outlet: 50, link: true },
  { title: 0, outlet: 30, link: true },
  { title: 0, outlet: 30, link: false },
] as const;
type Style = (typeof styles)[number];

/** The cited passages, in the order of their first markers. */
export function citedSources(groups: readonly SourceGroup[]): Source[] {
  return groups.map((group) => ({
    mark: markersText(group.markers),
    article: group.article,
    passage: (max) => boldPassage(group, max),
  }));
}

/** Passages that are only near. */
export function relatedSources(related: readonly RelatedPassage[]): Source[] {
  return related.map(({ article, quote }) => ({
    mark: '•',
    article,
    passage: (max) => clip(quote.trim(), max, escapeMarkdown),
  }));
}

/** The whole list within `max` characters: every source with mark, outlet and date, and as much else as fits. */
export function sourceList(sources: readonly Source[], max: number): string {
  const heads = fittingHeads(sources, max);
  const room = max - heads.join(gap).length - sources.length * '\n> '.length;
  const needs = sources.map((source) => source.passage(max).length);
  const rooms = shares(needs, Math.max(0, room));
  const blocks = sources.map((source, index) => {
    const passageRoom = rooms[index] ?? 0;
    const shown = passageRoom >= Math.min(leastPassage, needs[index] ?? 0);
    return shown && passageRoom > 0 ? `${heads[index]}\n> ${source.passage(passageRoom)}` : heads[index];
  });
  return blocks.join(gap);
}

function fittingHeads(sources: readonly Source[], max: number): string[] {
  const drafts = styles.map((style) => sources.map((source) => head(source, style)));
  const room = (draft: string[]) => max - draft.join(gap).length - sources.length * leastPassage;
  const fitting = drafts.find((draft) => room(draft) >= 0) ?? drafts.at(-1) ?? [];
  return fitting.join(gap).length <= max ? fitting : bareHeads(sources, max);
}

/** For lists beyond anything an answer holds: marks and outlets cut to equal parts. */
function bareHeads(sources: readonly Source[], max: number): string[] {
  const each = Math.max(1, Math.floor(max / sources.length) - gap.length);
  return sources.map(({ mark, article }) => clip(`${mark} ${outletOf(article)}`, each, escapeMarkdown));
}

function head({ mark, article }: Source, style: Style): string {
  const outlet = clip(outletOf(article), style.outlet, escapeMarkdown);
  const facts = [
    `**${mark} ${outlet}**`,
    escapeMarkdown(articleDayText(article)),
    ...(style.link ? [articleLink(article.url)] : []),
  ];
  const title = style.title === 0 ? '' : `\n${clip(article.title, style.title, escapeMarkdown)}`;
  return `${facts.join(' · ')}${title}`;
}

function outletOf(article: ArticleMeta): string {
  return article.publisher ?? 'Outlet unknown';
}
