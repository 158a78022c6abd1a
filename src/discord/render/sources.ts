import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { ArticleMeta } from '../../domain/article.js';
import type { PublisherListing } from '../../domain/status.js';
import { counted } from '../../wording/counted.js';
import { articleDayText } from '../../wording/dates.js';
import { describeListings, noSuchPublisher, sourcesText } from '../../wording/sources-text.js';
import type { Reply } from '../command.js';
import { type SourcesPage, sourcesPageId } from '../custom-id.js';
import { articleLink } from './article-link.js';
import { embedColor } from './colors.js';
import { escapeMarkdown } from './escape.js';
import { clip } from './fit.js';
import { textReply } from './text.js';

// 20 outlets of 100 characters, or 8 articles of 490 (title 150, link 300, date), stay below the 4,096 of a description.
const outletsPerPage = 20;
const articlesPerPage = 8;
const outletMax = 80;
const titleMax = 120;
// Three digits go into a button's custom id.
const mostPages = 999;

/** One page of the outlets, or of the articles of the outlets that match; with buttons where there are more pages. */
export function renderSources(listings: readonly PublisherListing[], wanted: SourcesPage): Reply {
  const { publisher } = wanted;
  if (publisher !== undefined && listings.length === 0) return textReply(noSuchPublisher(publisher));
  const lines = publisher === undefined ? listings.map(outletLine) : listings.flatMap(articleLines);
  const perPage = publisher === undefined ? outletsPerPage : articlesPerPage;
  const pages = Math.min(mostPages, Math.max(1, Math.ceil(lines.length / perPage)));
  const page = Math.min(wanted.page, pages - 1);
  const shown = lines.slice(page * perPage, (page + 1) * perPage);
  const embed = {
    color: embedColor.notice,
    title: `The coverage: ${describeListings(listings)}`,
    description: shown.join('\n') || 'Nothing is listed.',
    footer: { text: `Page ${page + 1} of ${pages}` },
  };
  const components = pages > 1 ? [pageButtons({ ...wanted, page }, pages)] : [];
  return { embeds: [embed], components, plain: textReply(sourcesText(listings, publisher)).plain };
}

function outletLine({ publisher, articles }: PublisherListing): string {
  return `**${clip(publisher, outletMax, escapeMarkdown)}** · ${counted(articles.length, 'article')}`;
}

function articleLines({ publisher, articles }: PublisherListing): string[] {
  return articles.map((article) => articleLine(publisher, article));
}

function articleLine(publisher: string, article: ArticleMeta): string {
  const title = clip(article.title, titleMax, escapeMarkdown);
  const outlet = clip(publisher, outletMax / 2, escapeMarkdown);
  return `**${title}**\n${outlet} · ${escapeMarkdown(articleDayText(article))} · ${articleLink(article.url)}`;
}

/** On the first and last page a button is switched off, and its page differs from the other's: ids must be unique. */
function pageButtons(at: SourcesPage, pages: number): APIActionRowComponent<APIButtonComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      pageButton('Previous', { ...at, page: Math.max(0, at.page - 1) }, at.page === 0),
      pageButton('Next', { ...at, page: at.page === 0 ? 1 : Math.min(pages - 1, at.page + 1) }, at.page === pages - 1),
    ],
  };
}

function pageButton(label: string, target: SourcesPage, disabled: boolean): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: sourcesPageId(target),
    disabled,
  };
}
