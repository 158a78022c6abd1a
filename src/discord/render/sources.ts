import type { ArticleMeta } from '../../domain/article.js';
import type { PublisherListing } from '../../domain/status.js';
import { counted } from '../../wording/counted.js';
import { articleDayText } from '../../wording/dates.js';
import { describeListings, noSuchPublisher, sourcesText, unknownOutlet } from '../../wording/sources-text.js';
import type { Reply } from '../command.js';
import { type SourcesPage, sourcesPageId } from '../custom-id.js';
import { articleLink } from './article-link.js';
import { buttonRows, pageButtons } from './buttons.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { pageOf } from './pages.js';
import { textReply } from './text.js';

// 20 outlets of 100 characters, or 8 articles of 490 (title 150, link 300, date), stay below the 4,096 of a description.
const outletsPerPage = 20;
const articlesPerPage = 8;
const outletMax = 80;
const titleMax = 120;

/** One page of the outlets, or of the articles of the outlets that match; with buttons where there are more pages. */
export function renderSources(listings: readonly PublisherListing[], wanted: SourcesPage): Reply {
  const { publisher } = wanted;
  if (publisher !== undefined && listings.length === 0) return textReply(noSuchPublisher(publisher));
  const lines = publisher === undefined ? listings.map(outletLine) : listings.flatMap(articleLines);
  const perPage = publisher === undefined ? outletsPerPage : articlesPerPage;
  const { shown, page, pages } = pageOf(lines, wanted.page, perPage);
  const embed = {
    color: embedColor.notice,
    title: `The coverage: ${describeListings(listings)}`,
    description: shown.join('\n') || 'Nothing is listed.',
    footer: { text: `Page ${page + 1} of ${pages}` },
  };
  const components = buttonRows(pageButtons(page, pages, (to) => sourcesPageId({ ...wanted, page: to })));
  return { embeds: [embed], components, plain: textReply(sourcesText(listings, publisher)).plain };
}

function outletLine({ publisher, articles }: PublisherListing): string {
  return `**${clip(publisher ?? unknownOutlet, outletMax, escapeMarkdown)}** · ${counted(articles.length, 'article')}`;
}

function articleLines({ publisher, articles }: PublisherListing): string[] {
  return articles.map((article) => articleLine(publisher ?? unknownOutlet, article));
}

function articleLine(publisher: string, article: ArticleMeta): string {
  const title = clip(article.title, titleMax, escapeMarkdown);
  const outlet = clip(publisher, outletMax / 2, escapeMarkdown);
  return `**${title}**\n${outlet} · ${escapeMarkdown(articleDayText(article))} · ${articleLink(article.url)}`;
}
